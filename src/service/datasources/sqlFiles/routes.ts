import { IdParams } from '../../../protocol/common.js';
import { Datasource, SqlFile } from '../../../protocol/datasources.js';
import type { App } from '../../platform/http/app.js';
import type { SqlFiles } from './sqlFiles.js';

const ways = [
  ['load', 'loadSqlFile', 'Run a file of SQL in it, as its application’s user; a job does it'],
  ['dump', 'dumpSqlFile', 'Write its tables and rows into a file of SQL; a job does it'],
] as const;

export function registerSqlFileRoutes(app: App, files: SqlFiles): void {
  for (const [way, operationId, summary] of ways) {
    app.post(
      `/api/datasources/:id/${way}`,
      {
        config: { auth: 'token' },
        schema: {
          ...{ operationId, summary, tags: ['datasources'], params: IdParams, body: SqlFile },
          response: { 202: Datasource },
        },
      },
      async ({ params, body }, reply) =>
        reply.code(202).send(await files[way](params.id, body.path)),
    );
  }
}
