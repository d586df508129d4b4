import type { Kysely, Migration } from 'kysely';
import type { EngineProfile } from './engineProfile.js';

/** Runs of tests and the result of each test in them. */
export function m0005Tests({ integer, id }: EngineProfile): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('test_run')
        .addColumn('id', integer, id)
        .addColumn('project_id', integer, (c) =>
          c.notNull().references('project.id').onDelete('cascade'),
        )
        .addColumn('job_id', integer, (c) => c.notNull())
        .addColumn('status', 'text', (c) => c.notNull())
        .addColumn('trigger', 'text', (c) => c.notNull())
        .addColumn('total_tests', 'integer', (c) => c.notNull())
        .addColumn('passed_tests', 'integer', (c) => c.notNull())
        .addColumn('failed_tests', 'integer', (c) => c.notNull())
        .addColumn('hollow_tests', 'integer', (c) => c.notNull())
        .addColumn('current_suite', 'text')
        .addColumn('started_at', 'text')
        .addColumn('completed_at', 'text')
        .addColumn('duration_ms', 'double precision')
        .addColumn('error_message', 'text')
        .addColumn('git_commit', 'text')
        .addColumn('code_hash', 'text')
        .addColumn('framework_version', 'text')
        .addColumn('python_version', 'text')
        .addColumn('version', integer, (c) => c.notNull())
        .addColumn('created_at', 'text', (c) => c.notNull())
        .execute();
      await db.schema
        .createIndex('test_run_project')
        .on('test_run')
        .columns(['project_id', 'id'])
        .execute();
      await db.schema.createIndex('test_run_job').on('test_run').column('job_id').execute();

      await db.schema
        .createTable('test_result')
        .addColumn('id', integer, id)
        .addColumn('test_run_id', integer, (c) =>
          c.notNull().references('test_run.id').onDelete('cascade'),
        )
        .addColumn('project_id', integer, (c) => c.notNull())
        .addColumn('test_id', 'text', (c) => c.notNull())
        .addColumn('suite_name', 'text', (c) => c.notNull())
        .addColumn('test_file', 'text', (c) => c.notNull())
        .addColumn('test_line', 'integer')
        .addColumn('test_name', 'text', (c) => c.notNull())
        .addColumn('status', 'text', (c) => c.notNull())
        .addColumn('repetition', 'integer', (c) => c.notNull())
        .addColumn('duration_ms', 'double precision', (c) => c.notNull())
        .addColumn('message', 'text', (c) => c.notNull())
        .addColumn('failure_line', 'integer')
        .addColumn('step', 'text')
        .addColumn('page_file', 'text')
        .addColumn('page_line', 'integer')
        .addColumn('hollow', 'text')
        .addColumn('output', 'text', (c) => c.notNull())
        .addColumn('code_hash', 'text')
        .addColumn('at', 'text', (c) => c.notNull())
        .execute();
      await db.schema
        .createIndex('test_result_run')
        .on('test_result')
        .columns(['test_run_id', 'id'])
        .execute();
      await db.schema
        .createIndex('test_result_test')
        .on('test_result')
        .columns(['project_id', 'test_id', 'id'])
        .execute();
    },

    async down(db: Kysely<unknown>) {
      await db.schema.dropTable('test_result').execute();
      await db.schema.dropTable('test_run').execute();
    },
  };
}
