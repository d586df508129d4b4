import type { Kysely, Migration } from 'kysely';
import type { EngineProfile } from './engineProfile.js';

/** What the framework made of a component, each time that became something else. */
export function m0006ComponentStates({ integer, id }: EngineProfile): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('component_state')
        .addColumn('id', integer, id)
        .addColumn('component_id', integer, (c) =>
          c.notNull().references('component.id').onDelete('cascade'),
        )
        .addColumn('at', 'text', (c) => c.notNull())
        .addColumn('status', 'text', (c) => c.notNull())
        .addColumn('error_message', 'text')
        .execute();
      await db.schema
        .createIndex('component_state_component')
        .on('component_state')
        .columns(['component_id', 'id'])
        .execute();
    },

    async down(db: Kysely<unknown>) {
      await db.schema.dropTable('component_state').execute();
    },
  };
}
