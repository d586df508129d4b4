import { sql, type Insertable, type Selectable, type Updateable } from 'kysely';
import type { TestRunStatus, TestTrigger } from '../../protocol/testRuns.js';
import type { EventLog } from '../platform/events/eventLog.js';
import type { TestRunTable } from '../platform/store/schema.js';
import type { Db, Tx } from '../platform/store/store.js';

export type TestRunRow = Omit<Selectable<TestRunTable>, 'status'> & {
  readonly status: TestRunStatus;
};
export type TestRunChange = Omit<Updateable<TestRunTable>, 'id' | 'version' | 'created_at'>;

export interface TestRunFilter {
  readonly projectId: number;
  readonly status?: TestRunStatus;
  readonly trigger?: TestTrigger;
  /** It ran a test of this suite; of runs whose results are kept. */
  readonly suite?: string;
  readonly branch?: string;
  /** How the commit begins. */
  readonly commit?: string;
  readonly limit: number;
  readonly before?: number;
}

/** Runs of a project that are kept one by one; of older ones the days stay. */
export const keptRuns = 5_000;

/** The status a run has: one that did not come to store its end has the end of its job. */
const status = sql<TestRunStatus>`case
  when test_run.status not in ('pending', 'running') then test_run.status
  when job.state in ('created', 'retry', 'active') then test_run.status
  when job.state = 'cancelled' then 'cancelled'
  when job.state = 'failed' then 'error'
  else 'interrupted' end`;

/** The rows of runs, each change told as an event. */
export class TestRunRepository {
  constructor(private readonly events: EventLog) {}

  async insert(tx: Tx, row: Omit<Insertable<TestRunTable>, 'version'>): Promise<number> {
    const { id } = await tx
      .insertInto('test_run')
      .values({ ...row, version: 1 })
      .returning('id')
      .executeTakeFirstOrThrow();
    await this.tell(tx, { id, version: 1, project_id: row.project_id, status: row.status });
    return id;
  }

  /** Writes `change`, counts the version up and tells it. */
  async update(tx: Tx, id: number, change: TestRunChange): Promise<void> {
    await this.tell(tx, await this.write(tx, id, change));
  }

  /** As `update`, for what an event of a test tells already. */
  write(tx: Tx, id: number, change: TestRunChange): Promise<Selectable<TestRunTable>> {
    return tx
      .updateTable('test_run')
      .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  find(db: Db | Tx, projectId: number, id: number): Promise<TestRunRow | undefined> {
    return this.withJobs(db)
      .where('test_run.project_id', '=', projectId)
      .where('test_run.id', '=', id)
      .executeTakeFirst();
  }

  /** Newest first. */
  list(db: Db | Tx, filter: TestRunFilter): Promise<TestRunRow[]> {
    let query = this.withJobs(db).where('test_run.project_id', '=', filter.projectId);
    if (filter.before !== undefined) query = query.where('test_run.id', '<', filter.before);
    if (filter.status !== undefined) query = query.where(status, '=', filter.status);
    const { trigger, suite, branch, commit } = filter;
    if (trigger !== undefined) query = query.where('test_run.trigger', '=', trigger);
    if (branch !== undefined) query = query.where('test_run.git_branch', '=', branch);
    if (commit !== undefined) {
      const begins = sql<string>`substr(test_run.git_commit, 1, ${commit.length})`;
      query = query.where(begins, '=', commit);
    }
    if (suite !== undefined) {
      query = query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('test_result')
            .select('test_result.id')
            .whereRef('test_result.test_run_id', '=', 'test_run.id')
            .where('test_result.suite_name', '=', suite),
        ),
      );
    }
    return query.orderBy('test_run.id', 'desc').limit(filter.limit).execute();
  }

  /** The newest of those whose tests all ran. */
  ended(db: Db, projectId: number, limit: number): Promise<TestRunRow[]> {
    return this.withJobs(db)
      .where('test_run.project_id', '=', projectId)
      .where('test_run.status', 'in', ['completed', 'failed'])
      .orderBy('test_run.id', 'desc')
      .limit(limit)
      .execute();
  }

  /** The branches that runs were on, by name. */
  async branches(db: Db, projectId: number): Promise<string[]> {
    const rows = await db
      .selectFrom('test_run')
      .select('git_branch')
      .distinct()
      .where('project_id', '=', projectId)
      .orderBy('git_branch')
      .execute();
    return rows.flatMap(({ git_branch }) => git_branch ?? []);
  }

  /** Forgets the runs before the newest `most` of a project. */
  async thin(tx: Tx, projectId: number, most = keptRuns): Promise<void> {
    const newestGone = await tx
      .selectFrom('test_run')
      .select('id')
      .where('project_id', '=', projectId)
      .orderBy('id', 'desc')
      .offset(most)
      .limit(1)
      .executeTakeFirst();
    if (!newestGone) return;
    await tx
      .deleteFrom('test_run')
      .where('project_id', '=', projectId)
      .where('id', '<=', newestGone.id)
      .execute();
  }

  /** The run that a job does. */
  async idOfJob(db: Db, jobId: number): Promise<number> {
    const run = await db
      .selectFrom('test_run')
      .select('id')
      .where('job_id', '=', jobId)
      .executeTakeFirstOrThrow();
    return run.id;
  }

  private withJobs(db: Db | Tx) {
    return db
      .selectFrom('test_run')
      .leftJoin('job', 'job.id', 'test_run.job_id')
      .selectAll('test_run')
      .select(status.as('status'));
  }

  private tell(
    tx: Tx,
    run: { id: number; version: number; project_id: number; status: string },
  ): Promise<void> {
    const { id, version, project_id: projectId } = run;
    const status = run.status as TestRunStatus;
    return this.events.append(tx, { type: 'test_run_changed', projectId, id, version, status });
  }
}
