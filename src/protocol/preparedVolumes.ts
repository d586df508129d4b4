import { Type, type Static } from 'typebox';
import { closed, Id, Timestamp } from './common.js';
import { DatasourceType, nullable } from './datasources.js';

/** A volume in which a server has set itself up already, for the next datasource of its image. */
export const PreparedVolume = Type.Object(
  {
    id: Id,
    type: DatasourceType,
    image: Type.String(),
    state: Type.Union([Type.Literal('preparing'), Type.Literal('ready')]),
    createdAt: Timestamp,
  },
  { $id: 'PreparedVolume', ...closed },
);
export type PreparedVolume = Static<typeof PreparedVolume>;

/** Whether volumes are prepared, and which there are. */
export const PreparedVolumes = Type.Object(
  {
    enabled: Type.Boolean({ description: 'Off until a person switches it on' }),
    volumes: Type.Array(PreparedVolume),
    problem: nullable(Type.String({ description: 'Why the last one could not be prepared' })),
  },
  { $id: 'PreparedVolumes', ...closed },
);
export type PreparedVolumes = Static<typeof PreparedVolumes>;

export const SwitchPreparedVolumes = Type.Object(
  { enabled: Type.Boolean() },
  { $id: 'SwitchPreparedVolumes', ...closed },
);
export type SwitchPreparedVolumes = Static<typeof SwitchPreparedVolumes>;
