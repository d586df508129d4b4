import type { Insertable } from 'kysely';
import type {
  DatasourceTable,
  JobTable,
  ProjectTable,
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
