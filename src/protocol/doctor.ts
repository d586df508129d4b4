import { Type, type Static } from 'typebox';
import { Id, closed } from './common.js';

/** What would mend a failed check. `job`: POST starts a job; `command`: for a terminal; `setting`/`url`: to open. */
export const Repair = Type.Union(
  [
    Type.Object(
      { kind: Type.Literal('install-framework'), label: Type.String(), projectId: Type.Integer() },
      closed,
    ),
    Type.Object(
      { kind: Type.Literal('relink-folder'), label: Type.String(), projectId: Type.Integer() },
      closed,
    ),
    Type.Object({ kind: Type.Literal('restart-service'), label: Type.String() }, closed),
    Type.Object(
      { kind: Type.Literal('terminal'), label: Type.String(), command: Type.String() },
      closed,
    ),
    Type.Object(
      { kind: Type.Literal('setting'), label: Type.String(), setting: Type.String() },
      closed,
    ),
    Type.Object({ kind: Type.Literal('url'), label: Type.String(), url: Type.String() }, closed),
  ],
  { $id: 'Repair' },
);
export type Repair = Static<typeof Repair>;

export const Check = Type.Object(
  {
    id: Type.Enum(['interpreter', 'framework', 'docker', 'ports', 'store', 'versions', 'folder']),
    title: Type.String(),
    state: Type.Enum(['ok', 'warning', 'error']),
    sentence: Type.String({ description: 'What was found, one sentence' }),
    projectId: Type.Union([Type.Integer(), Type.Null()]),
    repairs: Type.Array(Repair),
  },
  { $id: 'Check', ...closed },
);
export type Check = Static<typeof Check>;

export const DoctorReport = Type.Object(
  { checks: Type.Array(Check) },
  { $id: 'DoctorReport', ...closed },
);
export type DoctorReport = Static<typeof DoctorReport>;

export const DoctorQuery = Type.Object(
  {
    projectId: Type.Optional(Id),
    rootPath: Type.Optional(
      Type.String({ minLength: 1, maxLength: 4096, description: 'A folder, absolute path' }),
    ),
  },
  closed,
);
export type DoctorQuery = Static<typeof DoctorQuery>;
