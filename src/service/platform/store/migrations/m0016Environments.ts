import { sql, type Kysely, type Migration } from 'kysely';
import type { EngineProfile } from './engineProfile.js';

/** Where applications run, and the variables that they are given. */
export function m0016Environments({ integer, id }: EngineProfile): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('environment')
        .addColumn('id', integer, id)
        .addColumn('project_id', integer, (c) =>
          c.notNull().references('project.id').onDelete('cascade'),
        )
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('type', 'text', (c) => c.notNull())
        .addColumn('url', 'text')
        .addColumn('config', 'text', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('in_use', 'integer', (c) => c.notNull())
        .addColumn('status', 'text', (c) => c.notNull())
        .addColumn('checked_at', 'text')
        .addColumn('problem', 'text')
        .addColumn('created_at', 'text', (c) => c.notNull())
        .addColumn('updated_at', 'text', (c) => c.notNull())
        .addUniqueConstraint('environment_name_unique', ['project_id', 'name'])
        .execute();
      await db.schema
        .createTable('environment_variable')
        .addColumn('id', integer, id)
        .addColumn('project_id', integer, (c) =>
          c.notNull().references('project.id').onDelete('cascade'),
        )
        .addColumn('environment_id', integer, (c) =>
          c.references('environment.id').onDelete('cascade'),
        )
        .addColumn('key', 'text', (c) => c.notNull())
        .addColumn('value_encrypted', 'text', (c) => c.notNull())
        .addColumn('is_secret', 'integer', (c) => c.notNull())
        .addColumn('description', 'text')
        .addColumn('created_at', 'text', (c) => c.notNull())
        .addColumn('updated_at', 'text', (c) => c.notNull())
        .execute();
      // Two, as no two NULLs are the same to a unique index.
      await db.schema
        .createIndex('environment_variable_of_project')
        .unique()
        .on('environment_variable')
        .columns(['project_id', 'key'])
        .where(sql.ref('environment_id'), 'is', null)
        .execute();
      await db.schema
        .createIndex('environment_variable_of_environment')
        .unique()
        .on('environment_variable')
        .columns(['environment_id', 'key'])
        .execute();
    },

    async down(db: Kysely<unknown>) {
      await db.schema.dropTable('environment_variable').execute();
      await db.schema.dropTable('environment').execute();
    },
  };
}
