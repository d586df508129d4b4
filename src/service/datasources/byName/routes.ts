import {
  ByNameParams,
  ByNameQuery,
  ByNameServerState,
  RuntimeDatasource,
  SwitchByNameServer,
} from '../../../protocol/datasourceByName.js';
import type { App } from '../../platform/http/app.js';
import type { ByNameSwitch } from './byNameSwitch.js';

/** The same answers with a token, and the switch of those without. */
export function registerByNameRoutes(app: App, byName: ByNameSwitch): void {
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
}

const callerOf = (headers: { readonly 'user-agent'?: string }): string =>
  (headers['user-agent'] ?? 'unknown').slice(0, 200);
