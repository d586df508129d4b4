import type { Kysely, Migration } from 'kysely';

/** What is chosen for all datasources, beside what is switched on. */
export function m0015DatasourceSettingValues(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('datasource_setting').addColumn('value', 'text').execute();
    },

    async down(db: Kysely<unknown>) {
      await db.schema.alterTable('datasource_setting').dropColumn('value').execute();
    },
  };
}
