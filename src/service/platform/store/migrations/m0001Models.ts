import { sql, type Kysely, type Migration } from 'kysely';
import type { EngineProfile } from './engineProfile.js';

/** Project, Datasource, Migration, Component and Endpoint: the models of the product. */
export function m0001Models({ integer, id }: EngineProfile): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('project')
        .addColumn('id', integer, id)
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('description', 'text')
        .addColumn('status', 'text', (c) => c.notNull())
        .addColumn('root_path', 'text')
        .addColumn('folder_identity', 'text')
        .addColumn('interpreter', 'text')
        .addColumn('deleted_at', 'text')
        .addColumn('version', integer, (c) => c.notNull())
        .addColumn('created_at', 'text', (c) => c.notNull())
        .addColumn('updated_at', 'text', (c) => c.notNull())
        .execute();
      // A deleted project gives its name free; it stays in the table to be remembered.
      await db.schema
        .createIndex('project_name_unique')
        .unique()
        .on('project')
        .column('name')
        .where(sql.ref('deleted_at'), 'is', null)
        .execute();
      await db.schema.createIndex('project_root_path').on('project').column('root_path').execute();
      await db.schema
        .createIndex('project_folder_identity')
        .on('project')
        .column('folder_identity')
        .execute();

      await db.schema
        .createTable('datasource')
        .addColumn('id', integer, id)
        .addColumn('project_id', integer, (c) =>
          c.notNull().references('project.id').onDelete('cascade'),
        )
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('type', 'text', (c) => c.notNull())
        .addColumn('connection_type', 'text', (c) => c.notNull())
        .addColumn('container_id', 'text')
        .addColumn('image', 'text')
        .addColumn('host', 'text')
        .addColumn('port', 'integer')
        .addColumn('database_name', 'text')
        .addColumn('username', 'text')
        .addColumn('password_encrypted', 'text')
        .addColumn('status', 'text', (c) => c.notNull())
        .addColumn('health_status', 'text', (c) => c.notNull())
        .addColumn('setup_status', 'text', (c) => c.notNull())
        .addColumn('auto_start', 'integer', (c) => c.notNull())
        .addColumn('created_at', 'text', (c) => c.notNull())
        .addColumn('updated_at', 'text', (c) => c.notNull())
        .addUniqueConstraint('datasource_name_unique', ['project_id', 'name'])
        .execute();

      await db.schema
        .createTable('migration')
        .addColumn('id', integer, id)
        .addColumn('datasource_id', integer, (c) =>
          c.notNull().references('datasource.id').onDelete('cascade'),
        )
        .addColumn('version', 'text', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('sql_content', 'text', (c) => c.notNull())
        .addColumn('applied_at', 'text')
        .addColumn('status', 'text', (c) => c.notNull())
        .addColumn('error_message', 'text')
        .addUniqueConstraint('migration_version_unique', ['datasource_id', 'version'])
        .execute();

      await db.schema
        .createTable('component')
        .addColumn('id', integer, id)
        .addColumn('project_id', integer, (c) =>
          c.notNull().references('project.id').onDelete('cascade'),
        )
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('file_path', 'text', (c) => c.notNull())
        .addColumn('status', 'text', (c) => c.notNull())
        .addColumn('error_message', 'text')
        .addColumn('last_compiled', 'text')
        .addUniqueConstraint('component_file_unique', ['project_id', 'file_path'])
        .execute();

      await db.schema
        .createTable('endpoint')
        .addColumn('id', integer, id)
        .addColumn('project_id', integer, (c) =>
          c.notNull().references('project.id').onDelete('cascade'),
        )
        .addColumn('component_id', integer, (c) => c.references('component.id').onDelete('cascade'))
        .addColumn('method', 'text', (c) => c.notNull())
        .addColumn('path', 'text', (c) => c.notNull())
        .addColumn('function_name', 'text')
        .addColumn('description', 'text')
        .execute();
      await db.schema
        .createIndex('endpoint_project')
        .on('endpoint')
        .columns(['project_id', 'path', 'method'])
        .execute();
      await db.schema
        .createIndex('endpoint_component')
        .on('endpoint')
        .column('component_id')
        .execute();
    },

    async down(db: Kysely<unknown>) {
      for (const table of ['endpoint', 'component', 'migration', 'datasource', 'project']) {
        await db.schema.dropTable(table).execute();
      }
    },
  };
}
