import type { ColumnType, Generated } from 'kysely';

/** Timestamps are UTC ISO 8601 text on both engines; booleans 0/1; JSON is text. */
type Timestamp = string;
type Bool = ColumnType<number, number, number>;

export interface ProjectTable {
  id: Generated<number>;
  name: string;
  description: string | null;
  status: 'active' | 'inactive';
  root_path: string | null;
  /** `<device>:<inode>:<birth>` of the root folder when last seen: finds it again after a move. */
  folder_identity: string | null;
  interpreter: string | null;
  /** Null: nobody said; the interpreter goes first, and another stands in where it lacks Quantum. */
  interpreter_source: 'setting' | 'python-extension' | null;
  /** As last found: what a list shows before anyone has looked again. */
  framework_version: string | null;
  /** Set while the project is deleted: its folder registers again only when opened after this. */
  deleted_at: Timestamp | null;
  version: number;
  created_at: Timestamp;
  updated_at: Timestamp;
}
export interface DatasourceTable {
  id: Generated<number>;
  project_id: number;
  name: string;
  type: string;
  connection_type: string;
  container_id: string | null;
  image: string | null;
  host: string | null;
  port: number | null;
  database_name: string | null;
  username: string | null;
  password_encrypted: string | null;
  status: string;
  health_status: string;
  setup_status: string;
  auto_start: Bool;
  auto_setup: Generated<number>;
  tls: Generated<number>;
  /** Docker's name of the volume that holds its data. */
  volume: string | null;
  /** The job that worked on it last. */
  job_id: number | null;
  /** JSON: why the last work on it failed. */
  error: string | null;
  started_at: Timestamp | null;
  version: Generated<number>;
  created_at: Timestamp;
  updated_at: Timestamp;
}
/** What is switched on for all datasources. */
export interface DatasourceSettingTable {
  name: string;
  /** Null of what is merely switched on. */
  value: string | null;
}
/** A volume with a server's data that no datasource has yet. */
export interface PreparedVolumeTable {
  id: Generated<number>;
  /** Whose containers it is among: stores may be shared, engines are not. */
  owner: string;
  type: string;
  image: string;
  image_id: string;
  password_encrypted: string;
  state: 'preparing' | 'ready';
  created_at: Timestamp;
}
export interface MigrationTable {
  id: Generated<number>;
  datasource_id: number;
  version: string;
  name: string;
  sql_content: string;
  applied_at: Timestamp | null;
  status: string;
  error_message: string | null;
}
export interface ComponentTable {
  id: Generated<number>;
  project_id: number;
  name: string;
  file_path: string;
  status: string;
  error_message: string | null;
  /** When its file was last read and found otherwise than before. */
  last_compiled: Timestamp | null;
  /** The state of the file that was read: while it is in that state, it is not read again. */
  file_state: string | null;
  /** Digest of its text and what was read of it, by `language/components/factsCodec.ts`. */
  facts: string | null;
}
export interface ComponentStateTable {
  id: Generated<number>;
  component_id: number;
  /** When it was found to be so. */
  at: Timestamp;
  status: string;
  error_message: string | null;
}
export interface EndpointTable {
  id: Generated<number>;
  project_id: number;
  component_id: number | null;
  method: string;
  path: string;
  function_name: string | null;
  description: string | null;
  /** JSON of its parameters. */
  params: string | null;
  /** JSON of who may; null: everyone. */
  guard: string | null;
}
export interface EventTable {
  /** Order of commits; the second half of an event's id. */
  seq: Generated<number>;
  at: Timestamp;
  type: string;
  project_id: number | null;
  /** The whole event as JSON. */
  body: string;
}
export interface JobTable {
  id: Generated<number>;
  name: string;
  title: string;
  project_id: number | null;
  state: string;
  progress: number;
  step: string | null;
  /** Input of the handler, JSON. */
  data: string;
  /** What the handler needs to go on after a kill, JSON. */
  checkpoint: string | null;
  error: string | null;
  attempt: number;
  version: number;
  created_at: Timestamp;
  started_at: Timestamp | null;
  ended_at: Timestamp | null;
}
export interface TestRunTable {
  id: Generated<number>;
  project_id: number;
  /** The job that runs it: what became of a run that was cut off is what became of its job. */
  job_id: number;
  status: string;
  trigger: string;
  total_tests: number;
  passed_tests: number;
  failed_tests: number;
  hollow_tests: number;
  /** The suite whose test runs now. */
  current_suite: string | null;
  started_at: Timestamp | null;
  completed_at: Timestamp | null;
  duration_ms: number | null;
  error_message: string | null;
  git_commit: string | null;
  git_branch: string | null;
  code_hash: string | null;
  framework_version: string | null;
  python_version: string | null;
  version: number;
  created_at: Timestamp;
}
export interface TestResultTable {
  id: Generated<number>;
  test_run_id: number;
  project_id: number;
  test_id: string;
  suite_name: string;
  test_file: string;
  test_line: number | null;
  test_name: string;
  status: string;
  repetition: number;
  duration_ms: number;
  message: string;
  failure_line: number | null;
  step: string | null;
  page_file: string | null;
  page_line: number | null;
  hollow: string | null;
  output: string;
  /** The run's: results of the same code are found by it. */
  code_hash: string | null;
  at: Timestamp;
}
/** One row at most: a store has one data key in its life. */
export interface DataKeyTable {
  id: number;
  /** Names the key without telling it. */
  key_id: string;
  /** What wraps it. */
  keeper: 'key-file' | 'environment' | 'passphrase';
  salt: string | null;
  /** The key as a Fernet token of its keeper. */
  wrapped: string;
  created_at: Timestamp;
}
export interface AuditEntryTable {
  id: Generated<number>;
  at: Timestamp;
  action: string;
  outcome: 'granted' | 'refused';
  project_id: number | null;
  /** What was asked for, such as `datasource 3 (main)`. */
  subject: string;
  /** Who asked, as far as it can be told. */
  caller: string;
}

/** The server of a project: whether it is to run, and what of it was last seen. */
export interface RunTable {
  project_id: number;
  status: string;
  /** 1: it is to run, also after the service was away. */
  wanted: number;
  /** Where browsers reach it: kept, so that their pages find it again. */
  port: number | null;
  pid: number | null;
  /** When the system started that process: another one may have its number by now. */
  pid_started: string | null;
  /** Signs its session cookies where the project says nothing of it. */
  secret_key: string;
  started_at: Timestamp | null;
  /** JSON */
  problem: string | null;
  version: number;
}

/** What the newest result of a test came from. */
export interface TestTraceTable {
  project_id: number;
  test_id: string;
  /** Hash of what every test depends on. */
  everyones: string;
  /** JSON: each part of the code it depends on, with its hash. */
  uses: string;
  /** JSON: the lines and branches that ran. */
  covered: string;
}

/** Ended runs added up by day; they stay when the runs are forgotten. */
export interface TestDayTable {
  project_id: number;
  /** Empty: all of the project's tests. */
  suite_name: string;
  /** `2026-11-28`, in UTC. */
  day: string;
  runs: number;
  passed: number;
  failed: number;
  hollow: number;
  /** Of a suite the times of its tests, of all the times of the runs. */
  duration_ms: number;
}

/** A request that was tried out, with what came of it. */
export interface TryOutTable {
  id: Generated<number>;
  project_id: number;
  at: Timestamp;
  /** JSON: the entry of the history without what nobody keeps. */
  entry: string;
}

/** A place where the application of a project runs. */
export interface EnvironmentTable {
  id: Generated<number>;
  project_id: number;
  name: string;
  type: 'dev' | 'staging' | 'prod';
  url: string | null;
  /** JSON: what else is known of it. */
  config: string;
  position: number;
  in_use: 0 | 1;
  status: 'unknown' | 'up' | 'down';
  checked_at: Timestamp | null;
  problem: string | null;
  created_at: Timestamp;
  updated_at: Timestamp;
}

/** A variable of a project (its environment is null) or of one of its environments. */
export interface EnvironmentVariableTable {
  id: Generated<number>;
  project_id: number;
  environment_id: number | null;
  key: string;
  value_encrypted: string;
  is_secret: 0 | 1;
  description: string | null;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export interface Database {
  project: ProjectTable;
  datasource: DatasourceTable;
  datasource_setting: DatasourceSettingTable;
  prepared_volume: PreparedVolumeTable;
  migration: MigrationTable;
  component: ComponentTable;
  component_state: ComponentStateTable;
  endpoint: EndpointTable;
  event: EventTable;
  job: JobTable;
  test_run: TestRunTable;
  test_result: TestResultTable;
  data_key: DataKeyTable;
  audit_entry: AuditEntryTable;
  run: RunTable;
  test_trace: TestTraceTable;
  test_day: TestDayTable;
  try_out: TryOutTable;
  environment: EnvironmentTable;
  environment_variable: EnvironmentVariableTable;
}
