import { Type } from 'typebox';
import { IdParams } from '../../../protocol/common.js';
import {
  AdoptableContainer,
  AdoptContainer,
  ImportAdmin,
  ImportReport,
} from '../../../protocol/datasourceAdoption.js';
import { Datasource } from '../../../protocol/datasources.js';
import type { App } from '../../platform/http/app.js';
import type { AdminImport } from './adminImport.js';
import type { Adoption } from './adoption.js';

/** What was made elsewhere, taken over. */
export function registerAdoptRoutes(app: App, adoption: Adoption, imports: AdminImport): void {
  const config = { auth: 'token' } as const;
  const tags = ['datasources'];
  app.get(
    '/api/docker/adoptable',
    {
      config,
      schema: {
        operationId: 'listAdoptableContainers',
        summary: 'Containers of others that run, publish a port and look like a database',
        tags: ['docker'],
        response: { 200: Type.Array(AdoptableContainer) },
      },
    },
    () => adoption.candidates(),
  );
  app.post(
    '/api/projects/:id/datasources/adopt',
    {
      config,
      schema: {
        operationId: 'adoptContainer',
        summary: 'Connect to such a container with what its environment says; it stays as it is',
        tags,
        params: IdParams,
        body: AdoptContainer,
        response: { 201: Datasource },
      },
    },
    async ({ params, body }, reply) => reply.code(201).send(await adoption.adopt(params.id, body)),
  );
  app.post(
    '/api/imports/quantum-admin',
    {
      config,
      schema: {
        operationId: 'importQuantumAdmin',
        summary: 'Projects and databases of an older Admin, from its quantum_admin.db',
        tags,
        body: ImportAdmin,
        response: { 200: ImportReport },
      },
    },
    ({ body }) => imports.run(body),
  );
}
