import { Type, type Static } from 'typebox';
import { closed } from './common.js';
import { nullable } from './datasources.js';

/** What a person chose about the Docker engine; null: what the environment says. */
export const DockerSettings = Type.Object(
  {
    host: nullable(
      Type.String({
        maxLength: 1024,
        description: 'Where it is: unix://, npipe://, tcp://, https:// or ssh://',
      }),
    ),
    connectAddress: nullable(
      Type.String({
        maxLength: 253,
        pattern: '^[A-Za-z0-9._:-]*$',
        description: 'Where the ports that it publishes are connected to',
      }),
    ),
  },
  { $id: 'DockerSettings', ...closed },
);
export type DockerSettings = Static<typeof DockerSettings>;
