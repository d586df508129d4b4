import type { Kysely, Migration } from 'kysely';
import type { EngineProfile } from './engineProfile.js';

/**
 * The log of events and the queue of jobs. Neither points to `project` by a foreign key: what
 * happened to a project and the work done for it are told after it is gone.
 */
export function m0002EventsAndJobs({ integer, id }: EngineProfile): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('event')
        .addColumn('seq', integer, id)
        .addColumn('at', 'text', (c) => c.notNull())
        .addColumn('type', 'text', (c) => c.notNull())
        .addColumn('project_id', integer)
        .addColumn('body', 'text', (c) => c.notNull())
        .execute();
      await db.schema
        .createIndex('event_project')
        .on('event')
        .columns(['project_id', 'seq'])
        .execute();

      await db.schema
        .createTable('job')
        .addColumn('id', integer, id)
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('project_id', integer)
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('progress', 'double precision', (c) => c.notNull())
        .addColumn('step', 'text')
        .addColumn('data', 'text', (c) => c.notNull())
        .addColumn('checkpoint', 'text')
        .addColumn('error', 'text')
        .addColumn('attempt', 'integer', (c) => c.notNull())
        .addColumn('version', integer, (c) => c.notNull())
        .addColumn('created_at', 'text', (c) => c.notNull())
        .addColumn('started_at', 'text')
        .addColumn('ended_at', 'text')
        .execute();
      await db.schema.createIndex('job_state').on('job').columns(['state', 'id']).execute();
      await db.schema.createIndex('job_project').on('job').columns(['project_id', 'id']).execute();
    },

    async down(db: Kysely<unknown>) {
      await db.schema.dropTable('job').execute();
      await db.schema.dropTable('event').execute();
    },
  };
}
