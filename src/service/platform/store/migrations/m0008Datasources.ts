import { sql, type Kysely, type Migration } from 'kysely';
import type { EngineProfile } from './engineProfile.js';

const columns = ['volume', 'error', 'started_at'] as const;

/** What a datasource needs to be looked after: its volume, its job, why its last work failed. */
export function m0008Datasources({ integer }: EngineProfile): Migration {
  return {
    async up(db: Kysely<unknown>) {
      for (const column of columns) {
        await db.schema.alterTable('datasource').addColumn(column, 'text').execute();
      }
      await db.schema.alterTable('datasource').addColumn('job_id', integer).execute();
      for (const [column, value] of [
        ['tls', 0],
        ['auto_setup', 1],
      ] as const) {
        await db.schema
          .alterTable('datasource')
          .addColumn(column, 'integer', (c) => c.notNull().defaultTo(value))
          .execute();
      }
      await db.schema
        .alterTable('datasource')
        .addColumn('version', integer, (c) => c.notNull().defaultTo(1))
        .execute();
      // A port is reserved by its row: two creations at once cannot both have it.
      await db.schema
        .createIndex('datasource_port_unique')
        .unique()
        .on('datasource')
        .column('port')
        .where(sql.ref('connection_type'), '=', sql.lit('docker'))
        .execute();
    },

    async down(db: Kysely<unknown>) {
      await db.schema.dropIndex('datasource_port_unique').execute();
      for (const column of [...columns, 'job_id', 'tls', 'auto_setup', 'version']) {
        await db.schema.alterTable('datasource').dropColumn(column).execute();
      }
    },
  };
}
