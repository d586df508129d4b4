import type { Datasource } from '../../protocol/datasources.js';
import { unfinishedJobStates } from '../../protocol/jobStates.js';
import type { Component, DeleteConsequences, Endpoint } from '../../protocol/projects.js';
import { datasourceRows } from '../datasources/datasourceRows.js';
import { datasourceOf } from '../datasources/datasourceWire.js';
import type { Db, Tx } from '../platform/store/store.js';

export interface ProjectParts {
  readonly datasources: Datasource[];
  readonly components: Component[];
  readonly endpoints: Endpoint[];
}

async function datasourcesOf(db: Db | Tx, projectId: number): Promise<Datasource[]> {
  const rows = await datasourceRows(db).where('datasource.project_id', '=', projectId).execute();
  return rows.map(datasourceOf);
}

async function componentsOf(db: Db | Tx, projectId: number): Promise<Component[]> {
  const rows = await db
    .selectFrom('component')
    .select(['id', 'name', 'file_path', 'status', 'error_message', 'last_compiled'])
    .where('project_id', '=', projectId)
    .orderBy('file_path')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    projectId,
    name: row.name,
    filePath: row.file_path,
    status: row.status,
    errorMessage: row.error_message,
    lastCompiled: row.last_compiled,
  }));
}

async function endpointsOf(db: Db | Tx, projectId: number): Promise<Endpoint[]> {
  const rows = await db
    .selectFrom('endpoint')
    .select(['id', 'component_id', 'method', 'path', 'function_name', 'description'])
    .where('project_id', '=', projectId)
    .orderBy('path')
    .orderBy('method')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    projectId,
    componentId: row.component_id,
    method: row.method,
    path: row.path,
    functionName: row.function_name,
    description: row.description,
  }));
}

/** What belongs to a project, as its detail shows it. Passwords stay in the table. */
export async function partsOf(db: Db | Tx, projectId: number): Promise<ProjectParts> {
  return {
    datasources: await datasourcesOf(db, projectId),
    components: await componentsOf(db, projectId),
    endpoints: await endpointsOf(db, projectId),
  };
}

export async function unfinishedJobsOf(db: Db | Tx, projectId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('job')
    .select('id')
    .where('project_id', '=', projectId)
    .where('state', 'in', unfinishedJobStates)
    .execute();
  return rows.map(({ id }) => id);
}

/** Counts what `deleteParts` and the cancelling of jobs would take. */
export async function consequencesOf(db: Db | Tx, projectId: number): Promise<DeleteConsequences> {
  const parts = await partsOf(db, projectId);
  const migrations = await db
    .selectFrom('migration')
    .innerJoin('datasource', 'datasource.id', 'migration.datasource_id')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('datasource.project_id', '=', projectId)
    .executeTakeFirstOrThrow();
  const count = async (
    table: 'environment' | 'environment_variable' | 'test_run',
  ): Promise<number> => {
    const row = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll().as('count'))
      .where('project_id', '=', projectId)
      .executeTakeFirstOrThrow();
    return Number(row.count);
  };
  return {
    datasources: parts.datasources.length,
    migrations: Number(migrations.count),
    components: parts.components.length,
    endpoints: parts.endpoints.length,
    environments: await count('environment'),
    variables: await count('environment_variable'),
    testRuns: await count('test_run'),
    jobs: (await unfinishedJobsOf(db, projectId)).length,
  };
}

/** Deletes all that belongs to a project; migrations go with their datasource, results with their run. */
export async function deleteParts(tx: Tx, projectId: number): Promise<void> {
  await tx.deleteFrom('environment_variable').where('project_id', '=', projectId).execute();
  await tx.deleteFrom('environment').where('project_id', '=', projectId).execute();
  await tx.deleteFrom('try_out').where('project_id', '=', projectId).execute();
  await tx.deleteFrom('test_run').where('project_id', '=', projectId).execute();
  await tx.deleteFrom('test_day').where('project_id', '=', projectId).execute();
  await tx.deleteFrom('test_trace').where('project_id', '=', projectId).execute();
  await tx.deleteFrom('endpoint').where('project_id', '=', projectId).execute();
  await tx.deleteFrom('component').where('project_id', '=', projectId).execute();
  await tx.deleteFrom('datasource').where('project_id', '=', projectId).execute();
}
