import type { Kysely, Migration } from 'kysely';
import type { EngineProfile } from './engineProfile.js';

/** Volumes with a server's data that wait for a datasource. */
export function m0014PreparedVolumes({ integer, id }: EngineProfile): Migration {
  return {
    async up(db: Kysely<unknown>) {
      const table = db.schema.createTable('prepared_volume').addColumn('id', integer, id);
      const columns = ['owner', 'type', 'image', 'image_id', 'password_encrypted', 'state'];
      await [...columns, 'created_at']
        .reduce((made, column) => made.addColumn(column, 'text', (c) => c.notNull()), table)
        .execute();
    },

    async down(db: Kysely<unknown>) {
      await db.schema.dropTable('prepared_volume').execute();
    },
  };
}
