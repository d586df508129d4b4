import { Type, type Static } from 'typebox';
import { Id, Timestamp, closed } from './common.js';
import { DatasourceState, HealthState, SetupState } from './datasources.js';
import { JobState } from './jobs.js';
import { RunStatus, SourcePlace } from './running.js';
import { TestStatus } from './testResults.js';
import { TestRunStatus } from './testRuns.js';

/**
 * What can happen, as a closed union. An event says which thing changed and to which version; who
 * shows the thing reads it again (docs/events.md).
 */
const stored = { at: Timestamp, projectId: Type.Union([Id, Type.Null()]) };

export const ProjectCreated = Type.Object(
  { type: Type.Literal('project_created'), ...stored, id: Id, version: Type.Integer() },
  { $id: 'ProjectCreated', ...closed },
);
export const ProjectUpdated = Type.Object(
  { type: Type.Literal('project_updated'), ...stored, id: Id, version: Type.Integer() },
  { $id: 'ProjectUpdated', ...closed },
);
export const ProjectDeleted = Type.Object(
  { type: Type.Literal('project_deleted'), ...stored, id: Id },
  { $id: 'ProjectDeleted', ...closed },
);
export const JobChanged = Type.Object(
  {
    type: Type.Literal('job_changed'),
    ...stored,
    id: Id,
    version: Type.Integer(),
    name: Type.String(),
    state: JobState,
  },
  { $id: 'JobChanged', ...closed },
);

export const TestRunChanged = Type.Object(
  {
    type: Type.Literal('test_run_changed'),
    ...stored,
    id: Id,
    version: Type.Integer(),
    status: TestRunStatus,
  },
  { $id: 'TestRunChanged', ...closed },
);
export const TestStarted = Type.Object(
  { type: Type.Literal('test_started'), ...stored, runId: Id, testId: Type.String() },
  { $id: 'TestStarted', ...closed },
);
export const TestEnded = Type.Object(
  {
    type: Type.Literal('test_ended'),
    ...stored,
    runId: Id,
    testId: Type.String(),
    resultId: Id,
    status: TestStatus,
  },
  { $id: 'TestEnded', ...closed },
);

/** Components or endpoints of a project came, went or are otherwise. */
export const ComponentsChanged = Type.Object(
  {
    type: Type.Literal('components_changed'),
    ...stored,
    id: Id,
    changed: Type.Integer({ description: 'How many files it was' }),
    components: Type.Union([Type.Array(Id), Type.Null()], {
      description: 'The only ones that are otherwise, when none came or went and they are few',
    }),
  },
  { $id: 'ComponentsChanged', ...closed },
);
export const WatchChanged = Type.Object(
  { type: Type.Literal('watch_changed'), ...stored, id: Id, watching: Type.Boolean() },
  { $id: 'WatchChanged', ...closed },
);

export const DatasourceCreated = Type.Object(
  { type: Type.Literal('datasource_created'), ...stored, id: Id, version: Type.Integer() },
  { $id: 'DatasourceCreated', ...closed },
);
/** Anything else of it than its state: its name, its address, its password. */
export const DatasourceUpdated = Type.Object(
  { type: Type.Literal('datasource_updated'), ...stored, id: Id, version: Type.Integer() },
  { $id: 'DatasourceUpdated', ...closed },
);
export const DatasourceStatusChanged = Type.Object(
  {
    type: Type.Literal('datasource_status_changed'),
    ...stored,
    id: Id,
    version: Type.Integer(),
    status: DatasourceState,
    healthStatus: HealthState,
    setupStatus: SetupState,
  },
  { $id: 'DatasourceStatusChanged', ...closed },
);
export const DatasourceDeleted = Type.Object(
  { type: Type.Literal('datasource_deleted'), ...stored, id: Id },
  { $id: 'DatasourceDeleted', ...closed },
);
/** The Docker engine came or went. */
export const DockerChanged = Type.Object(
  { type: Type.Literal('docker_changed'), ...stored, available: Type.Boolean() },
  { $id: 'DockerChanged', ...closed },
);
/** Datasources are told by name to programs without a token, or are no longer. */
export const ByNameServerChanged = Type.Object(
  { type: Type.Literal('by_name_server_changed'), ...stored, enabled: Type.Boolean() },
  { $id: 'ByNameServerChanged', ...closed },
);
/** Volumes are prepared for new datasources or are no longer, or others wait than before. */
export const PreparedVolumesChanged = Type.Object(
  { type: Type.Literal('prepared_volumes_changed'), ...stored, enabled: Type.Boolean() },
  { $id: 'PreparedVolumesChanged', ...closed },
);
/** The server of a project started, ended, or does otherwise. */
export const RunChanged = Type.Object(
  {
    type: Type.Literal('run_changed'),
    ...stored,
    id: Id,
    version: Type.Integer(),
    status: RunStatus,
  },
  { $id: 'RunChanged', ...closed },
);
/** Somebody in a browser wants to see a place of the source in his editor. */
export const SourceRequested = Type.Object(
  { type: Type.Literal('source_requested'), ...stored, id: Id, place: SourcePlace },
  { $id: 'SourceRequested', ...closed },
);
/** The history of requests to a project's pages: one came, or all went. */
export const TryOutsChanged = Type.Object(
  { type: Type.Literal('try_outs_changed'), ...stored, id: Id },
  { $id: 'TryOutsChanged', ...closed },
);

/** Environments or variables of a project came, went or are otherwise. */
export const EnvironmentsChanged = Type.Object(
  { type: Type.Literal('environments_changed'), ...stored, id: Id },
  { $id: 'EnvironmentsChanged', ...closed },
);

/** Events that are stored with the change that caused them and can be replayed. */
export const StoredEvent = Type.Union(
  [
    ProjectCreated,
    ProjectUpdated,
    ProjectDeleted,
    JobChanged,
    ComponentsChanged,
    WatchChanged,
    TestRunChanged,
    TestStarted,
    TestEnded,
    DatasourceCreated,
    DatasourceUpdated,
    DatasourceStatusChanged,
    DatasourceDeleted,
    DockerChanged,
    ByNameServerChanged,
    PreparedVolumesChanged,
    RunChanged,
    SourceRequested,
    TryOutsChanged,
    EnvironmentsChanged,
  ],
  {
    $id: 'StoredEvent',
  },
);
export type StoredEvent = Static<typeof StoredEvent>;
export type StoredEventType = StoredEvent['type'];

/** Events about the stream itself. `ready`: subscribed. `reset`: fetch everything again. `bye`: the service leaves, connect anew. */
export const StreamEvent = Type.Union(
  [
    Type.Object({ type: Type.Literal('ready'), epoch: Type.Integer() }, closed),
    Type.Object(
      { type: Type.Literal('reset'), reason: Type.Enum(['epoch', 'gap', 'lagged']) },
      closed,
    ),
    Type.Object({ type: Type.Literal('bye'), reason: Type.String() }, closed),
  ],
  { $id: 'StreamEvent' },
);
export type StreamEvent = Static<typeof StreamEvent>;

export const ServiceEvent = Type.Union([StoredEvent, StreamEvent], { $id: 'ServiceEvent' });
export type ServiceEvent = StoredEvent | StreamEvent;
