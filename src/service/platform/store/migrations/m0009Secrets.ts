import { sql, type Kysely, type Migration } from 'kysely';
import type { EngineProfile } from './engineProfile.js';

/** The store's one data key, wrapped, and who asked for what it protects. */
export function m0009Secrets({ integer, id }: EngineProfile): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('data_key')
        .addColumn('id', 'integer', (c) => c.primaryKey())
        .addColumn('key_id', 'text', (c) => c.notNull())
        .addColumn('keeper', 'text', (c) => c.notNull())
        .addColumn('salt', 'text')
        .addColumn('wrapped', 'text', (c) => c.notNull())
        .addColumn('created_at', 'text', (c) => c.notNull())
        // A second key could not tell its tokens from the first one's.
        .addCheckConstraint('data_key_only_one', sql`${sql.ref('id')} = 1`)
        .execute();
      await db.schema
        .createTable('audit_entry')
        .addColumn('id', integer, id)
        .addColumn('at', 'text', (c) => c.notNull())
        .addColumn('action', 'text', (c) => c.notNull())
        .addColumn('outcome', 'text', (c) => c.notNull())
        .addColumn('project_id', integer)
        .addColumn('subject', 'text', (c) => c.notNull())
        .addColumn('caller', 'text', (c) => c.notNull())
        .execute();
    },

    async down(db: Kysely<unknown>) {
      await db.schema.dropTable('audit_entry').execute();
      await db.schema.dropTable('data_key').execute();
    },
  };
}
