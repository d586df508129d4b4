import { Type, type Static, type TNull, type TSchema, type TUnion } from 'typebox';
import { Id, Timestamp, closed } from './common.js';
import { longestName, namePattern, userPattern } from './datasourceRules.js';

export const nullable = <T extends TSchema>(schema: T): TUnion<[T, TNull]> =>
  Type.Union([schema, Type.Null()]);

export const DatasourceType = Type.Enum(
  ['postgresql', 'mysql', 'mariadb', 'mongodb', 'redis', 'sqlite'],
  { $id: 'DatasourceType', description: 'As the framework spells its drivers' },
);
export type DatasourceType = Static<typeof DatasourceType>;

export const ConnectionType = Type.Enum(['docker', 'direct', 'file'], {
  $id: 'ConnectionType',
  description:
    '`docker`: a container of ours; `direct`: a server that is there; `file`: a file of the project',
});
export type ConnectionType = Static<typeof ConnectionType>;

export const DatasourceState = Type.Enum(
  [
    ...['created', 'pulling', 'starting', 'running', 'restarting', 'stopping', 'stopped'],
    ...['exited', 'missing', 'deleting', 'unknown'],
  ],
  {
    $id: 'DatasourceState',
    description:
      '`exited`: it ended by itself; `missing`: its container or file is gone; `unknown`: the engine does not answer',
  },
);
export type DatasourceState = Static<typeof DatasourceState>;

export const HealthState = Type.Enum(['healthy', 'unhealthy', 'starting', 'none', 'unknown'], {
  $id: 'HealthState',
  description: '`none`: it has no health check',
});
export type HealthState = Static<typeof HealthState>;

export const SetupState = Type.Enum(['pending', 'configuring', 'ready', 'error'], {
  $id: 'SetupState',
  description: '`ready`: the application’s own user has read and written in its own database',
});
export type SetupState = Static<typeof SetupState>;

/** What state, health and setup mean together: one word to draw (docs/datasources.md has the table). */
export const DatasourceBadge = Type.Enum(
  ['ready', 'running', 'working', 'stopped', 'error', 'unavailable'],
  { $id: 'DatasourceBadge' },
);
export type DatasourceBadge = Static<typeof DatasourceBadge>;

/** Why the last work on a datasource failed. */
export const DatasourceError = Type.Object(
  {
    code: Type.String({ description: 'Stable: `wrong-password`, `image-missing`, `port-taken` …' }),
    message: Type.String({ description: 'The cause, in words' }),
    repair: nullable(Type.String({ description: 'What to do about it' })),
    lastLines: Type.Array(Type.String(), { description: 'Of a container that keeps ending' }),
  },
  { $id: 'DatasourceError', ...closed },
);
export type DatasourceError = Static<typeof DatasourceError>;

export const Datasource = Type.Object(
  {
    id: Id,
    projectId: Id,
    name: Type.String(),
    type: DatasourceType,
    connectionType: ConnectionType,
    containerId: nullable(Type.String()),
    image: nullable(Type.String()),
    volume: nullable(Type.String()),
    host: nullable(Type.String({ description: 'Where clients on this machine connect to' })),
    port: nullable(Type.Integer()),
    databaseName: nullable(Type.String({ description: 'Of SQLite: the file, from the root' })),
    username: nullable(Type.String()),
    hasPassword: Type.Boolean(),
    tls: Type.Boolean({ description: 'Whether direct connections are encrypted' }),
    status: DatasourceState,
    healthStatus: HealthState,
    setupStatus: SetupState,
    badge: DatasourceBadge,
    error: nullable(DatasourceError),
    autoStart: Type.Boolean(),
    autoSetup: Type.Boolean(),
    jobId: nullable(Type.Integer({ description: 'The job that works on it now, else null' })),
    startedAt: nullable(Timestamp),
    version: Type.Integer({ description: 'Grows by one with each change' }),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  },
  { $id: 'Datasource', ...closed },
);
export type Datasource = Static<typeof Datasource>;

/** How to connect, without the password: `***` stands where it goes. */
export const DatasourceConnection = Type.Object(
  {
    url: nullable(Type.String({ description: 'For humans and their tools' })),
    config: nullable(
      Type.Object(
        {
          driver: Type.String(),
          database: Type.String(),
          host: Type.Optional(Type.String()),
          port: Type.Optional(Type.Integer()),
          username: Type.Optional(Type.String()),
          password: Type.Optional(Type.String({ description: 'A reference: `${VAR}`' })),
        },
        closed,
      ),
    ),
    variable: nullable(
      Type.String({ description: 'Environment variable that carries the password' }),
    ),
    shell: nullable(Type.Array(Type.String(), { description: 'Program and arguments of a shell' })),
  },
  {
    $id: 'DatasourceConnection',
    description: '`config`: entry of quantum.config.yaml; null where the framework has no driver',
    ...closed,
  },
);
export type DatasourceConnection = Static<typeof DatasourceConnection>;

export const DatasourceDetail = Type.Object(
  { ...Datasource.properties, connection: DatasourceConnection },
  { $id: 'DatasourceDetail', ...closed },
);
export type DatasourceDetail = Static<typeof DatasourceDetail>;

/** What a form offers for a type. */
export const DatasourceKind = Type.Object(
  {
    type: DatasourceType,
    title: Type.String(),
    connectionTypes: Type.Array(ConnectionType),
    images: Type.Array(
      Type.Object({ name: Type.String(), supportedUntil: nullable(Type.String()) }, closed),
      { description: 'Supported ones first; any other image may be given' },
    ),
    port: nullable(Type.Integer()),
    databaseName: Type.String(),
    username: nullable(Type.String()),
    inFramework: Type.Boolean({ description: 'Whether quantum-framework 1.x has a driver for it' }),
  },
  { $id: 'DatasourceKind', ...closed },
);
export type DatasourceKind = Static<typeof DatasourceKind>;

export const DatasourceName = Type.String({
  minLength: 1,
  maxLength: longestName,
  pattern: namePattern,
  description: 'Letters, digits, `_`, `.` and `-`, beginning with a letter or digit',
});
const Image = Type.String({ minLength: 1, maxLength: 255, pattern: '^\\S+$' });
const Host = Type.String({ minLength: 1, maxLength: 253, pattern: '^\\S+$' });
const Port = Type.Integer({ minimum: 1, maximum: 65535 });
export const DatabaseName = Type.String({ minLength: 1, maxLength: 255 });
export const Username = Type.String({
  minLength: 1,
  maxLength: longestName,
  pattern: userPattern,
});
export const Password = Type.String({
  minLength: 1,
  maxLength: 1024,
  description: 'Never answered',
});

/** Express: the type alone. Everything else has a default that follows from it. */
export const CreateDatasource = Type.Object(
  {
    type: DatasourceType,
    connectionType: Type.Optional(ConnectionType),
    name: Type.Optional(DatasourceName),
    image: Type.Optional(Image),
    host: Type.Optional(Host),
    port: Type.Optional(Port),
    databaseName: Type.Optional(DatabaseName),
    username: Type.Optional(Username),
    password: Type.Optional(Password),
    tls: Type.Optional(Type.Boolean()),
    autoStart: Type.Optional(Type.Boolean()),
    autoSetup: Type.Optional(Type.Boolean()),
  },
  { $id: 'CreateDatasource', ...closed },
);
export type CreateDatasource = Static<typeof CreateDatasource>;

export const UpdateDatasource = Type.Object(
  {
    name: Type.Optional(DatasourceName),
    host: Type.Optional(Host),
    port: Type.Optional(Port),
    databaseName: Type.Optional(DatabaseName),
    username: Type.Optional(Username),
    password: Type.Optional(Password),
    tls: Type.Optional(Type.Boolean()),
    autoStart: Type.Optional(Type.Boolean()),
    autoSetup: Type.Optional(Type.Boolean()),
  },
  {
    $id: 'UpdateDatasource',
    minProperties: 1,
    description:
      'Of a container: `port` moves it, `password` is changed in the running database too; database and user stay',
    ...closed,
  },
);
export type UpdateDatasource = Static<typeof UpdateDatasource>;

export const DuplicateDatasource = Type.Object(
  { name: Type.Optional(DatasourceName) },
  { $id: 'DuplicateDatasource', ...closed },
);
export type DuplicateDatasource = Static<typeof DuplicateDatasource>;

export const DeleteDatasourceQuery = Type.Object(
  {
    container: Type.Optional(Type.Enum(['remove', 'keep'], { default: 'remove' })),
    volume: Type.Optional(
      Type.Enum(['keep', 'archive', 'delete'], {
        default: 'keep',
        description: '`archive`: a .tar of the volume is written into the service’s files first',
      }),
    ),
    force: Type.Optional(
      Type.Boolean({ description: 'Forget it even though the engine does not answer' }),
    ),
  },
  closed,
);
export type DeleteDatasourceQuery = Static<typeof DeleteDatasourceQuery>;

/** What `POST /api/datasources/test` tries before anything is saved. */
export const TestConnection = Type.Object(
  {
    projectId: Type.Optional(Id),
    datasourceId: Type.Optional(
      Type.Integer({ minimum: 1, description: 'Its password is used where none is given' }),
    ),
    type: DatasourceType,
    host: Type.Optional(Host),
    port: Type.Optional(Port),
    databaseName: DatabaseName,
    username: Type.Optional(Username),
    password: Type.Optional(Password),
    tls: Type.Optional(Type.Boolean()),
  },
  { $id: 'TestConnection', ...closed },
);
export type TestConnection = Static<typeof TestConnection>;

export const ConnectionTest = Type.Object(
  {
    ok: Type.Boolean(),
    ms: Type.Number(),
    serverVersion: nullable(Type.String()),
    error: nullable(DatasourceError),
  },
  { $id: 'ConnectionTest', ...closed },
);
export type ConnectionTest = Static<typeof ConnectionTest>;

export const DatasourceStatus = Type.Object(
  {
    id: Id,
    status: DatasourceState,
    healthStatus: HealthState,
    setupStatus: SetupState,
    badge: DatasourceBadge,
    error: nullable(DatasourceError),
    jobId: nullable(Id),
    containerId: nullable(Type.String()),
    startedAt: nullable(Timestamp),
    exitCode: nullable(Type.Integer()),
    restarts: nullable(Type.Integer()),
    sizeBytes: nullable(Type.Integer({ description: 'Of the data' })),
    memoryBytes: nullable(Type.Integer()),
  },
  { $id: 'DatasourceStatus', ...closed },
);
export type DatasourceStatus = Static<typeof DatasourceStatus>;

export const DatasourceUsage = Type.Object(
  {
    at: Timestamp,
    cpuPercent: Type.Number({ minimum: 0, description: '100 is one processor' }),
    memoryBytes: Type.Integer({ description: 'Without files that are only cached' }),
    memoryLimitBytes: nullable(Type.Integer()),
  },
  { $id: 'DatasourceUsage', description: 'What a container uses now', ...closed },
);
export type DatasourceUsage = Static<typeof DatasourceUsage>;

export const DatasourceLogLine = Type.Object(
  { at: Timestamp, stream: Type.Enum(['stdout', 'stderr']), text: Type.String() },
  { $id: 'DatasourceLogLine', ...closed },
);
export type DatasourceLogLine = Static<typeof DatasourceLogLine>;

export const DatasourceLogQuery = Type.Object(
  {
    lines: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000, default: 100 })),
    since: Type.Optional(Type.String({ format: 'date-time' })),
    stream: Type.Optional(Type.Enum(['stdout', 'stderr'])),
    follow: Type.Optional(
      Type.Boolean({ description: 'Answers Server-Sent Events: `line` for each line' }),
    ),
  },
  closed,
);
export type DatasourceLogQuery = Static<typeof DatasourceLogQuery>;

export const SqlFile = Type.Object(
  { path: Type.String({ minLength: 1, maxLength: 4096, description: 'Absolute path' }) },
  { $id: 'SqlFile', ...closed },
);
export type SqlFile = Static<typeof SqlFile>;

export const DatasourcePassword = Type.Object(
  { password: nullable(Type.String()), url: nullable(Type.String()) },
  { $id: 'DatasourcePassword', description: 'Answered on request only, and audited', ...closed },
);
export type DatasourcePassword = Static<typeof DatasourcePassword>;

export const DockerInfo = Type.Object(
  {
    available: Type.Boolean(),
    address: Type.String(),
    source: Type.Enum(['QUANTUM_DOCKER_HOST', 'setting', 'DOCKER_HOST', 'context', 'default'], {
      description: 'Who said so',
    }),
    version: nullable(Type.String()),
    apiVersion: nullable(Type.String()),
    connectHost: nullable(Type.String({ description: 'Where published ports are reached' })),
    connectWay: nullable(
      Type.Enum(['here', 'given', 'ssh', 'network', 'engine'], {
        description:
          'The same loopback, as the setting says, by ssh, over a shared network, or through the engine',
      }),
    ),
    connectWords: nullable(
      Type.String({
        description: 'Both in words: “at 127.0.0.1, by a tunnel of ssh to db for each”',
      }),
    ),
    problem: nullable(Type.String()),
    reason: nullable(
      Type.String({ description: 'Why it does not answer: the part of `problem` that says it' }),
    ),
    repair: nullable(Type.String()),
  },
  { $id: 'DockerInfo', ...closed },
);
export type DockerInfo = Static<typeof DockerInfo>;

export const DockerContainer = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    image: Type.String(),
    state: Type.String(),
    status: Type.String(),
    ports: Type.Array(
      Type.Object(
        {
          container: Type.Integer(),
          host: nullable(Type.Integer()),
          address: nullable(Type.String()),
        },
        closed,
      ),
    ),
    looksLike: nullable(DatasourceType),
    datasourceId: nullable(Id),
    createdAt: Timestamp,
  },
  { $id: 'DockerContainer', ...closed },
);
export type DockerContainer = Static<typeof DockerContainer>;

export const DockerContainerQuery = Type.Object(
  { all: Type.Optional(Type.Boolean({ description: 'Those that do not run, too' })) },
  closed,
);

/** What "Use in Project" did. */
export const DatasourceUse = Type.Object(
  {
    path: Type.String({ description: 'The configuration that was written' }),
    changed: Type.Boolean({ description: 'False: it said all of it before' }),
    variable: nullable(
      Type.String({ description: 'Environment variable that carries the password' }),
    ),
  },
  { $id: 'DatasourceUse', ...closed },
);
export type DatasourceUse = Static<typeof DatasourceUse>;

/** Values of the variables that a project's configuration takes for its datasources. */
export const DatasourceEnvironment = Type.Object(
  {
    variables: Type.Record(Type.String(), Type.String()),
    conflicts: Type.Array(Type.String(), {
      description: 'Variables that two datasources need with two values; the first has it',
    }),
  },
  { $id: 'DatasourceEnvironment', description: 'Holds passwords: audited', ...closed },
);
export type DatasourceEnvironment = Static<typeof DatasourceEnvironment>;
