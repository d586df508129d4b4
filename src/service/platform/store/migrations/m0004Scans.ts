import type { Kysely, Migration } from 'kysely';

/** What was read of a component's file and in which state the file was; what an endpoint takes and of whom. */
export function m0004Scans(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('component').addColumn('file_state', 'text').execute();
      await db.schema.alterTable('component').addColumn('facts', 'text').execute();
      await db.schema.alterTable('endpoint').addColumn('params', 'text').execute();
      await db.schema.alterTable('endpoint').addColumn('guard', 'text').execute();
    },

    async down(db: Kysely<unknown>) {
      await db.schema.alterTable('endpoint').dropColumn('guard').execute();
      await db.schema.alterTable('endpoint').dropColumn('params').execute();
      await db.schema.alterTable('component').dropColumn('facts').execute();
      await db.schema.alterTable('component').dropColumn('file_state').execute();
    },
  };
}
