import { sql, type Insertable, type Selectable } from 'kysely';
import type { EventLog } from '../platform/events/eventLog.js';
import type { TestStatus } from '../../protocol/testResults.js';
import type { TestResultTable } from '../platform/store/schema.js';
import type { Db, Tx } from '../platform/store/store.js';

export type TestResultRow = Selectable<TestResultTable>;
export type NewTestResult = Insertable<TestResultTable>;

/**
 * Results of a project that are kept test by test: those of its newest runs, until so many come together;
 * the newest run in any case. Of older runs the counts stay, for trends.
 */
export const keptResults = 10_000;

export interface SlowRow {
  readonly test_id: string;
  readonly suite_name: string;
  readonly test_file: string;
  readonly test_name: string;
  readonly line: number | null;
  readonly times: number;
  readonly mean_ms: number;
  readonly most_ms: number;
}

export interface FlakyRow {
  readonly test_id: string;
  readonly test_file: string;
  readonly test_name: string;
  readonly code_hash: string;
  readonly passed: number;
  readonly failed: number;
  readonly last_at: string;
}

/**
 * The results of tests, each told as an event. Where all results of a project are added up, `+project_id` keeps
 * the engine from taking the index of tests: that reads each row by itself, and in sql.js ten times as slowly.
 */
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

  /** In the order the tests ran; those after an id. */
  ofRun(db: Db | Tx, runId: number, after = 0): Promise<TestResultRow[]> {
    return db
      .selectFrom('test_result')
      .selectAll()
      .where('test_run_id', '=', runId)
      .where('id', '>', after)
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
    const isOfProject = sql<boolean>`+project_id = ${projectId}`;
    const rows = await db
      .selectFrom('test_result')
      .select(['test_id', 'code_hash'])
      .select(({ fn }) => [
        fn.max('test_file').as('test_file'),
        fn.max('test_name').as('test_name'),
        fn.max('at').as('last_at'),
      ])
      .select(sql<number>`sum(case when status = 'passed' then 1 else 0 end)`.as('passed'))
      .select(sql<number>`sum(case when status = 'passed' then 0 else 1 end)`.as('failed'))
      .where(isOfProject)
      .where(
        sql<boolean>`(test_id, code_hash) in (select test_id, code_hash from test_result
          where ${isOfProject} and status <> 'passed' and code_hash is not null)`,
      )
      .groupBy(['test_id', 'code_hash'])
      .having(sql`sum(case when status = 'passed' then 1 else 0 end)`, '>', 0)
      .orderBy('last_at', 'desc')
      .execute();
    return rows.map((row) => ({
      ...row,
      code_hash: row.code_hash ?? '',
    }));
  }

  /** Tests by the mean of their times since a run, the slowest first. */
  async slowest(db: Db, projectId: number, sinceRun: number, limit: number): Promise<SlowRow[]> {
    const rows = await db
      .selectFrom('test_result')
      .select('test_id')
      .select(({ fn }) => [
        fn.max('suite_name').as('suite_name'),
        fn.max('test_file').as('test_file'),
        fn.max('test_name').as('test_name'),
        fn.max('test_line').as('line'),
        fn.countAll().as('times'),
        fn.avg('duration_ms').as('mean_ms'),
        fn.max('duration_ms').as('most_ms'),
      ])
      .where(sql<boolean>`+project_id = ${projectId}`)
      .where('test_run_id', '>=', sinceRun)
      .groupBy('test_id')
      .orderBy('mean_ms', 'desc')
      .orderBy('test_id')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      ...row,
      times: Number(row.times),
      mean_ms: Number(row.mean_ms),
    }));
  }

  /** Forgets the results of runs before those that hold the newest `keptResults` of a project. */
  async thin(tx: Tx, projectId: number, most = keptResults): Promise<void> {
    const withResults = tx
      .selectFrom('test_result')
      .select(({ fn }) => fn.min('test_run_id').as('oldest'));
    const counted = tx
      .selectFrom('test_run')
      .select(['id', sql<number>`passed_tests + failed_tests`.as('own')])
      .select(sql<number>`sum(passed_tests + failed_tests) over (order by id desc)`.as('held'))
      .where('project_id', '=', projectId)
      .where('id', '>=', withResults);
    const newestGone = await tx
      .selectFrom(counted.as('counted'))
      .select('id')
      .where(sql<boolean>`held - own >= ${most}`)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (!newestGone) return;
    await tx
      .deleteFrom('test_result')
      .where('project_id', '=', projectId)
      .where('test_run_id', '<=', newestGone.id)
      .execute();
  }
}
