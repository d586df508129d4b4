import type { Kysely, Migration } from 'kysely';

/** Whose choice a project's interpreter is, and the framework that was last found for it. */
export function m0003Frameworks(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('project').addColumn('interpreter_source', 'text').execute();
      await db.schema.alterTable('project').addColumn('framework_version', 'text').execute();
    },

    async down(db: Kysely<unknown>) {
      await db.schema.alterTable('project').dropColumn('framework_version').execute();
      await db.schema.alterTable('project').dropColumn('interpreter_source').execute();
    },
  };
}
