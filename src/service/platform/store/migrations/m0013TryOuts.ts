import type { Kysely, Migration } from 'kysely';
import type { EngineProfile } from './engineProfile.js';

/** The last requests that were tried out of each project. */
export function m0013TryOuts({ integer, id }: EngineProfile): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('try_out')
        .addColumn('id', integer, id)
        .addColumn('project_id', integer, (c) =>
          c.notNull().references('project.id').onDelete('cascade'),
        )
        .addColumn('at', 'text', (c) => c.notNull())
        .addColumn('entry', 'text', (c) => c.notNull())
        .execute();
      await db.schema
        .createIndex('try_out_of_project')
        .on('try_out')
        .columns(['project_id', 'id'])
        .execute();
    },

    async down(db: Kysely<unknown>) {
      await db.schema.dropTable('try_out').execute();
    },
  };
}
