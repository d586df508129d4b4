import type { Kysely, Migration } from 'kysely';
import type { EngineProfile } from './engineProfile.js';

/** The servers of projects: one row a project that ever ran. */
export function m0010Runs({ integer }: EngineProfile): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('run')
        .addColumn('project_id', integer, (c) =>
          c.primaryKey().references('project.id').onDelete('cascade'),
        )
        .addColumn('status', 'text', (c) => c.notNull())
        .addColumn('wanted', 'integer', (c) => c.notNull())
        .addColumn('port', 'integer')
        .addColumn('pid', 'integer')
        .addColumn('pid_started', 'text')
        .addColumn('secret_key', 'text', (c) => c.notNull())
        .addColumn('started_at', 'text')
        .addColumn('problem', 'text')
        .addColumn('version', integer, (c) => c.notNull())
        .execute();
    },

    async down(db: Kysely<unknown>) {
      await db.schema.dropTable('run').execute();
    },
  };
}
