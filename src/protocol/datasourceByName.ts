import { Type, type Static } from 'typebox';
import { closed } from './common.js';
import { DatasourceType, nullable } from './datasources.js';

/** The answer of `GET /api/datasources/by-name/{name}` as the runtime of the roadmap's time reads it. */
export const RuntimeDatasource = Type.Object(
  {
    name: Type.String(),
    type: DatasourceType,
    host: nullable(Type.String()),
    port: nullable(Type.Integer()),
    database_name: nullable(Type.String()),
    database: Type.Optional(Type.String({ description: 'Of SQLite: where that runtime looks' })),
    username: nullable(Type.String()),
    password: nullable(Type.String()),
    connection_string: Type.String(),
  },
  { $id: 'RuntimeDatasource', ...closed },
);
export type RuntimeDatasource = Static<typeof RuntimeDatasource>;

export const ByNameParams = Type.Object({ name: Type.String({ minLength: 1 }) }, closed);
export const ByNameQuery = Type.Object(
  {
    projectId: Type.Optional(
      Type.Integer({ minimum: 1, description: 'Which is meant where two have the name' }),
    ),
  },
  closed,
);

/** Whether datasources are told by name to programs without a token. */
export const ByNameServerState = Type.Object(
  {
    enabled: Type.Boolean({ description: 'Off until a person switches it on' }),
    listening: Type.Boolean(),
    address: Type.String({ description: 'Where Quantum of the roadmap’s time asks' }),
    problem: nullable(Type.String({ description: 'Why it does not listen' })),
    repair: nullable(Type.String()),
  },
  { $id: 'ByNameServerState', ...closed },
);
export type ByNameServerState = Static<typeof ByNameServerState>;

/** Whether a person should be asked to switch that on for a project. */
export const ByNameOfferState = Type.Object(
  {
    offered: Type.Boolean({
      description: 'It is of that time, has datasources, and nobody said never',
    }),
    why: nullable(Type.String({ description: 'What tells that it is of that time' })),
  },
  { $id: 'ByNameOfferState', ...closed },
);
export type ByNameOfferState = Static<typeof ByNameOfferState>;

export const SwitchByNameServer = Type.Object(
  { enabled: Type.Boolean() },
  { $id: 'SwitchByNameServer', ...closed },
);
export type SwitchByNameServer = Static<typeof SwitchByNameServer>;
