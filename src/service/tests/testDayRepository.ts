import { sql, type Selectable } from 'kysely';
import type { TestDayTable } from '../platform/store/schema.js';
import type { Db, Tx } from '../platform/store/store.js';

export type TestDayRow = Selectable<TestDayTable>;

/** The suite name that stands for all of a project's tests. */
const allSuites = '';

const columns = sql`project_id, suite_name, day, runs, passed, failed, hollow, duration_ms`;
const added = sql`on conflict (project_id, suite_name, day) do update set
  runs = test_day.runs + excluded.runs,
  passed = test_day.passed + excluded.passed,
  failed = test_day.failed + excluded.failed,
  hollow = test_day.hollow + excluded.hollow,
  duration_ms = test_day.duration_ms + excluded.duration_ms`;

/** What ended runs came to, by day and suite: kept for good, whatever else is thinned. */
export class TestDayRepository {
  /** Adds a run that just ended, with its results still there, to its day. */
  async add(tx: Tx, runId: number): Promise<void> {
    await sql`insert into test_day (${columns})
      select project_id, ${allSuites}, substr(completed_at, 1, 10), 1,
        passed_tests, failed_tests, hollow_tests, duration_ms
      from test_run where id = ${runId} ${added}`.execute(tx);
    await sql`insert into test_day (${columns})
      select r.project_id, t.suite_name, substr(r.completed_at, 1, 10), 1,
        sum(case when t.status = 'passed' then 1 else 0 end),
        sum(case when t.status = 'passed' then 0 else 1 end),
        sum(case when t.hollow is null then 0 else 1 end), sum(t.duration_ms)
      from test_run r join test_result t on t.test_run_id = r.id
      where r.id = ${runId}
      group by r.project_id, t.suite_name, substr(r.completed_at, 1, 10) ${added}`.execute(tx);
  }

  /** Newest first. */
  list(
    db: Db,
    projectId: number,
    { suite, limit }: { readonly suite?: string; readonly limit: number },
  ): Promise<TestDayRow[]> {
    return db
      .selectFrom('test_day')
      .selectAll()
      .where('project_id', '=', projectId)
      .where('suite_name', '=', suite ?? allSuites)
      .orderBy('day', 'desc')
      .limit(limit)
      .execute();
  }

  /** The suites that ever ran, by name. */
  async suites(db: Db, projectId: number): Promise<string[]> {
    const rows = await db
      .selectFrom('test_day')
      .select('suite_name')
      .distinct()
      .where('project_id', '=', projectId)
      .where('suite_name', '<>', allSuites)
      .orderBy('suite_name')
      .execute();
    return rows.map(({ suite_name }) => suite_name);
  }
}
