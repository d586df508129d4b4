import type { Insertable } from 'kysely';
import type {
  AuditEntryTable,
  DataKeyTable,
  PreparedVolumeTable,
  DatasourceTable,
  JobTable,
  ProjectTable,
  TestResultTable,
  TestRunTable,
} from '../../src/service/platform/store/schema.js';
import type { Db, Tx } from '../../src/service/platform/store/store.js';

export const at = '2026-01-02T03:04:05.678Z';

export function project(name: string): Insertable<ProjectTable> {
  return { name, status: 'active', version: 1, created_at: at, updated_at: at };
}

export function datasource(project_id: number, name: string): Insertable<DatasourceTable> {
  return {
    ...{ project_id, name, type: 'postgres', connection_type: 'docker', status: 'created' },
    ...{ health_status: 'unknown', setup_status: 'pending', auto_start: 1 },
    ...{ created_at: at, updated_at: at },
  };
}

/** An environment with one variable. */
export async function addEnvironment(tx: Tx, project_id: number): Promise<void> {
  const { id: environment_id } = await tx
    .insertInto('environment')
    .values({
      ...{ project_id, name: 'prod', type: 'prod', url: null, config: '{}', position: 1 },
      ...{ in_use: 0, status: 'unknown', checked_at: null, problem: null },
      ...{ created_at: at, updated_at: at },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('environment_variable')
    .values({
      ...{ project_id, environment_id, key: 'A', value_encrypted: 'sealed', is_secret: 1 },
      ...{ description: null, created_at: at, updated_at: at },
    })
    .execute();
}

export function job(name: string): Insertable<JobTable> {
  return {
    name,
    title: name,
    state: 'created',
    progress: 0.25,
    data: '{}',
    attempt: 0,
    version: 1,
    created_at: at,
  };
}

export function testRun(project_id: number): Insertable<TestRunTable> {
  return {
    ...{ project_id, job_id: 1, status: 'completed', trigger: 'cli' },
    ...{ total_tests: 1, passed_tests: 1, failed_tests: 0, hollow_tests: 0 },
    ...{ duration_ms: 12.5, version: 1, created_at: at },
  };
}

export function testResult(project_id: number, test_run_id: number): Insertable<TestResultTable> {
  return {
    ...{
      project_id,
      test_run_id,
      test_id: 'a.test.q::one',
      suite_name: 'a',
      test_file: 'a.test.q',
    },
    ...{ test_name: 'one', status: 'passed', repetition: 1, duration_ms: 12.5, message: '' },
    ...{ output: '', at },
  };
}

export function dataKey(): Insertable<DataKeyTable> {
  return { id: 1, key_id: 'a', keeper: 'key-file', salt: null, wrapped: 'x', created_at: at };
}

export function preparedVolume(): Insertable<PreparedVolumeTable> {
  return {
    ...{ owner: 'a', type: 'postgresql', image: 'postgres:16-alpine', image_id: 'sha256:a' },
    ...{ password_encrypted: 'x', state: 'ready', created_at: at },
  };
}

export function auditEntry(): Insertable<AuditEntryTable> {
  return { at, action: 'reveal', outcome: 'granted', subject: 'datasource 1', caller: 'token' };
}

/** Inserts a project and answers its id. */
export async function addProject(tx: Tx, name: string): Promise<number> {
  const row = await tx
    .insertInto('project')
    .values(project(name))
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Names of the projects in order of their ids. */
export async function projectNames(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('project').select('name').orderBy('id').execute();
  return rows.map((row) => row.name);
}
