import {
  ByNameOfferState,
  ByNameParams,
  ByNameQuery,
  ByNameServerState,
  RuntimeDatasource,
  SwitchByNameServer,
} from '../../../protocol/datasourceByName.js';
import { IdParams } from '../../../protocol/common.js';
import type { App } from '../../platform/http/app.js';
import { callerOf } from '../../platform/http/callerOf.js';
import type { ByNameOffer } from './byNameOffer.js';
import type { ByNameSwitch } from './byNameSwitch.js';

/** The same answers with a token, and the switch of those without. */
export function registerByNameRoutes(app: App, byName: ByNameSwitch, offer: ByNameOffer): void {
  const tags = ['datasources'];
  const config = { auth: 'token' } as const;
  app.get(
    '/api/datasources/by-name/:name',
    {
      config,
      schema: {
        operationId: 'getDatasourceByName',
        summary: 'A datasource as the runtime connects to it, with its password; audited',
        tags,
        params: ByNameParams,
        querystring: ByNameQuery,
        response: { 200: RuntimeDatasource },
      },
    },
    ({ params, query, headers }) => byName.toCaller(params.name, query, callerOf(headers)),
  );
  app.get(
    '/api/datasources/by-name-server',
    {
      config,
      schema: {
        operationId: 'getByNameServer',
        summary: 'Whether datasources are told by name on port 8000, without a token',
        tags,
        response: { 200: ByNameServerState },
      },
    },
    () => byName.state(),
  );
  app.put(
    '/api/datasources/by-name-server',
    {
      config,
      schema: {
        operationId: 'switchByNameServer',
        summary: 'Switch that on or off, for Quantum of the roadmap’s time',
        tags,
        body: SwitchByNameServer,
        response: { 200: ByNameServerState },
      },
    },
    ({ body, headers }) => byName.set(body.enabled, callerOf(headers)),
  );
  app.get(
    '/api/projects/:id/by-name-offer',
    {
      config,
      schema: {
        operationId: 'getByNameOffer',
        summary: 'Whether a person should be asked to switch that on for a project',
        tags,
        params: IdParams,
        response: { 200: ByNameOfferState },
      },
    },
    ({ params }) => offer.of(params.id),
  );
  app.delete(
    '/api/projects/:id/by-name-offer',
    {
      config,
      schema: {
        operationId: 'declineByNameOffer',
        summary: 'Never ask that for a project again',
        tags,
        params: IdParams,
        response: { 200: ByNameOfferState },
      },
    },
    async ({ params }) => {
      await offer.decline(params.id);
      return offer.of(params.id);
    },
  );
}
