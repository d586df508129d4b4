import { sql, type Insertable, type Selectable } from 'kysely';
import type { EventLog } from '../platform/events/eventLog.js';
import type { TestStatus } from '../../protocol/tests.js';
import type { TestResultTable } from '../platform/store/schema.js';
import type { Db, Tx } from '../platform/store/store.js';

export type TestResultRow = Selectable<TestResultTable>;
export type NewTestResult = Insertable<TestResultTable>;

/** Runs of a project whose results are kept test by test. Of older ones the counts stay, for trends. */
export const keptRuns = 500;

export interface FlakyRow {
  readonly test_id: string;
  readonly test_file: string;
  readonly test_name: string;
  readonly code_hash: string;
  readonly passed: number;
  readonly failed: number;
  readonly last_at: string;
}

/** The results of tests, each told as an event. */
export class TestResultRepository {
  constructor(private readonly events: EventLog) {}

  async insert(tx: Tx, row: NewTestResult): Promise<number> {
    const { id } = await tx
      .insertInto('test_result')
      .values(row)
      .returning('id')
      .executeTakeFirstOrThrow();
    await this.events.append(tx, {
      type: 'test_ended',
      projectId: row.project_id,
      runId: row.test_run_id,
      testId: row.test_id,
      resultId: id,
      status: row.status as TestStatus,
    });
    return id;
  }

  /** The runs that have results, of all projects. */
  async runs(db: Db): Promise<Set<number>> {
    const rows = await db.selectFrom('test_result').select('test_run_id').distinct().execute();
    return new Set(rows.map(({ test_run_id }) => test_run_id));
  }

  /** In the order the tests ran. */
  ofRun(db: Db | Tx, runId: number): Promise<TestResultRow[]> {
    return db
      .selectFrom('test_result')
      .selectAll()
      .where('test_run_id', '=', runId)
      .orderBy('id')
      .execute();
  }

  /** Newest first. */
  ofTest(
    db: Db,
    projectId: number,
    testId: string,
    { limit, before }: { readonly limit: number; readonly before?: number },
  ): Promise<TestResultRow[]> {
    let query = db
      .selectFrom('test_result')
      .selectAll()
      .where('project_id', '=', projectId)
      .where('test_id', '=', testId);
    if (before !== undefined) query = query.where('id', '<', before);
    return query.orderBy('id', 'desc').limit(limit).execute();
  }

  /** Tests whose newest result is no pass. */
  async failing(db: Db, projectId: number): Promise<string[]> {
    const newest = db
      .selectFrom('test_result')
      .select(({ fn }) => fn.max('id').as('id'))
      .where('project_id', '=', projectId)
      .groupBy('test_id');
    const rows = await db
      .selectFrom('test_result')
      .select('test_id')
      .where('id', 'in', newest)
      .where('status', '<>', 'passed')
      .execute();
    return rows.map(({ test_id }) => test_id);
  }

  /** Tests that both passed and did not on the same code, the last seen first. */
  async flaky(db: Db, projectId: number): Promise<FlakyRow[]> {
    const rows = await db
      .selectFrom('test_result')
      .select(['test_id', 'test_file', 'test_name', 'code_hash'])
      .select(({ fn }) => fn.max('at').as('last_at'))
      .select(sql<number>`sum(case when status = 'passed' then 1 else 0 end)`.as('passed'))
      .select(sql<number>`sum(case when status = 'passed' then 0 else 1 end)`.as('failed'))
      .where('project_id', '=', projectId)
      .where('code_hash', 'is not', null)
      .groupBy(['test_id', 'test_file', 'test_name', 'code_hash'])
      .having(sql`sum(case when status = 'passed' then 1 else 0 end)`, '>', 0)
      .having(sql`sum(case when status = 'passed' then 0 else 1 end)`, '>', 0)
      .orderBy('last_at', 'desc')
      .execute();
    return rows.map((row) => ({
      ...row,
      code_hash: row.code_hash ?? '',
    }));
  }

  /** Forgets the results of runs before the newest `keptRuns` of a project. */
  async thin(tx: Tx, projectId: number): Promise<void> {
    const oldest = await tx
      .selectFrom('test_run')
      .select('id')
      .where('project_id', '=', projectId)
      .orderBy('id', 'desc')
      .offset(keptRuns - 1)
      .limit(1)
      .executeTakeFirst();
    if (!oldest) return;
    await tx
      .deleteFrom('test_result')
      .where('project_id', '=', projectId)
      .where('test_run_id', '<', oldest.id)
      .execute();
  }
}
