import { sql, type Kysely, type Migration } from 'kysely';
import type { EngineProfile } from './engineProfile.js';

/** What stays of runs when their results are forgotten: counts by day and suite. */
export function m0011TestHistory({ integer }: EngineProfile): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('test_run').addColumn('git_branch', 'text').execute();
      await db.schema
        .createTable('test_day')
        .addColumn('project_id', integer, (c) =>
          c.notNull().references('project.id').onDelete('cascade'),
        )
        .addColumn('suite_name', 'text', (c) => c.notNull())
        .addColumn('day', 'text', (c) => c.notNull())
        .addColumn('runs', 'integer', (c) => c.notNull())
        .addColumn('passed', 'integer', (c) => c.notNull())
        .addColumn('failed', 'integer', (c) => c.notNull())
        .addColumn('hollow', 'integer', (c) => c.notNull())
        .addColumn('duration_ms', 'double precision', (c) => c.notNull())
        .addPrimaryKeyConstraint('test_day_pk', ['project_id', 'suite_name', 'day'])
        .execute();
      await sql`insert into test_day
          (project_id, suite_name, day, runs, passed, failed, hollow, duration_ms)
        select project_id, '', substr(completed_at, 1, 10), count(*), sum(passed_tests),
          sum(failed_tests), sum(hollow_tests), coalesce(sum(duration_ms), 0)
        from test_run where status in ('completed', 'failed') and completed_at is not null
        group by project_id, substr(completed_at, 1, 10)`.execute(db);
      await sql`insert into test_day
          (project_id, suite_name, day, runs, passed, failed, hollow, duration_ms)
        select r.project_id, t.suite_name, substr(r.completed_at, 1, 10),
          count(distinct r.id),
          sum(case when t.status = 'passed' then 1 else 0 end),
          sum(case when t.status = 'passed' then 0 else 1 end),
          sum(case when t.hollow is null then 0 else 1 end), sum(t.duration_ms)
        from test_run r join test_result t on t.test_run_id = r.id
        where r.status in ('completed', 'failed') and r.completed_at is not null
        group by r.project_id, t.suite_name, substr(r.completed_at, 1, 10)`.execute(db);
    },

    async down(db: Kysely<unknown>) {
      await db.schema.dropTable('test_day').execute();
      await db.schema.alterTable('test_run').dropColumn('git_branch').execute();
    },
  };
}
