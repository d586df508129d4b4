import type { Kysely, Migration } from 'kysely';
import type { EngineProfile } from './engineProfile.js';

/** What the newest result of each test depends on, and which lines it ran. */
export function m0007TestTraces({ integer }: EngineProfile): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('test_trace')
        .addColumn('project_id', integer, (c) =>
          c.notNull().references('project.id').onDelete('cascade'),
        )
        .addColumn('test_id', 'text', (c) => c.notNull())
        .addColumn('everyones', 'text', (c) => c.notNull())
        .addColumn('uses', 'text', (c) => c.notNull())
        .addColumn('covered', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('test_trace_pk', ['project_id', 'test_id'])
        .execute();
    },

    async down(db: Kysely<unknown>) {
      await db.schema.dropTable('test_trace').execute();
    },
  };
}
