import type { Kysely, Migration } from 'kysely';

/** What is switched on for all datasources: a row for each. */
export function m0012DatasourceSettings(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('datasource_setting')
        .addColumn('name', 'text', (c) => c.primaryKey())
        .execute();
    },

    async down(db: Kysely<unknown>) {
      await db.schema.dropTable('datasource_setting').execute();
    },
  };
}
