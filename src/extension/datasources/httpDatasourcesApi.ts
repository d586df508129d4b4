import type { ApiClient } from '../../client/connection.js';
import { dataOf } from '../../client/problemError.js';
import type { DatasourceLogLine, DatasourceUsage } from '../../protocol/datasources.js';
import { serviceMessages } from '../platform/serviceMessages.js';
import type { DatasourcesApi } from './datasourcesApi.js';

/** Datasources over the typed client. `client` connects where that is needed. */
export function httpDatasourcesApi(client: () => Promise<ApiClient>): DatasourcesApi {
  const at = (id: number): { params: { path: { id: number } } } => ({ params: { path: { id } } });
  return {
    list: async (id) => {
      const { GET } = await client();
      return dataOf(GET('/api/projects/{id}/datasources', at(id)));
    },
    detail: async (id) => {
      const { GET } = await client();
      return dataOf(GET('/api/datasources/{id}', at(id)));
    },
    status: async (id) => {
      const { GET } = await client();
      return dataOf(GET('/api/datasources/{id}/status', at(id)));
    },
    kinds: async () => {
      const { GET } = await client();
      return dataOf(GET('/api/datasources/types'));
    },
    docker: async () => {
      const { GET } = await client();
      return dataOf(GET('/api/docker/info'));
    },
    dockerSettings: async () => {
      const { GET } = await client();
      return dataOf(GET('/api/docker/settings'));
    },
    chooseDocker: async (body) => {
      const { PUT } = await client();
      return dataOf(PUT('/api/docker/settings', { body }));
    },
    create: async (id, body) => {
      const { POST } = await client();
      return dataOf(POST('/api/projects/{id}/datasources', { ...at(id), body }));
    },
    update: async (id, body) => {
      const { PUT } = await client();
      return dataOf(PUT('/api/datasources/{id}', { ...at(id), body }));
    },
    duplicate: async (id, name) => {
      const { POST } = await client();
      return dataOf(POST('/api/datasources/{id}/duplicate', { ...at(id), body: { name } }));
    },
    remove: async (id, query) => {
      const { DELETE } = await client();
      return dataOf(DELETE('/api/datasources/{id}', { params: { path: { id }, query } }));
    },
    act: async (id, action) => {
      const { POST } = await client();
      return dataOf(POST(`/api/datasources/{id}/${action}`, at(id)));
    },
    test: async (id) => {
      const { POST } = await client();
      return dataOf(POST('/api/datasources/{id}/test', at(id)));
    },
    tryOut: async (body) => {
      const { POST } = await client();
      return dataOf(POST('/api/datasources/test', { body }));
    },
    use: async (id) => {
      const { POST } = await client();
      return dataOf(POST('/api/datasources/{id}/use', at(id)));
    },
    adoptable: async () => {
      const { GET } = await client();
      return dataOf(GET('/api/docker/adoptable'));
    },
    adopt: async (id, body) => {
      const { POST } = await client();
      return dataOf(POST('/api/projects/{id}/datasources/adopt', { ...at(id), body }));
    },
    importAdmin: async (body) => {
      const { POST } = await client();
      return dataOf(POST('/api/imports/quantum-admin', { body }));
    },
    load: async (id, path) => {
      const { POST } = await client();
      return dataOf(POST('/api/datasources/{id}/load', { ...at(id), body: { path } }));
    },
    dump: async (id, path) => {
      const { POST } = await client();
      return dataOf(POST('/api/datasources/{id}/dump', { ...at(id), body: { path } }));
    },
    byNameServer: async () => {
      const { GET } = await client();
      return dataOf(GET('/api/datasources/by-name-server'));
    },
    byNameOffer: async (id) => {
      const { GET } = await client();
      return dataOf(GET('/api/projects/{id}/by-name-offer', at(id)));
    },
    declineByName: async (id) => {
      const { DELETE } = await client();
      return dataOf(DELETE('/api/projects/{id}/by-name-offer', at(id)));
    },
    serveByName: async (enabled) => {
      const { PUT } = await client();
      return dataOf(PUT('/api/datasources/by-name-server', { body: { enabled } }));
    },
    preparedVolumes: async () => {
      const { GET } = await client();
      return dataOf(GET('/api/datasources/prepared-volumes'));
    },
    prepareVolumes: async (enabled) => {
      const { PUT } = await client();
      return dataOf(PUT('/api/datasources/prepared-volumes', { body: { enabled } }));
    },
    password: async (id) => {
      const { POST } = await client();
      return dataOf(POST('/api/datasources/{id}/password', at(id)));
    },
    usage: (id, signal) => usage(client, id, signal),
    logLines: (id, lines, signal) => logLines(client, id, lines, signal),
  };
}

async function* usage(
  client: () => Promise<ApiClient>,
  id: number,
  signal: AbortSignal,
): AsyncGenerator<DatasourceUsage> {
  const { GET } = await client();
  const init = { params: { path: { id } }, parseAs: 'stream', signal } as const;
  const body = await dataOf(GET('/api/datasources/{id}/usage', init));
  for await (const { event, data } of serviceMessages(body, 'end')) {
    if (event === 'usage') yield JSON.parse(data) as DatasourceUsage;
  }
}

async function* logLines(
  client: () => Promise<ApiClient>,
  id: number,
  lines: number,
  signal: AbortSignal,
): AsyncGenerator<DatasourceLogLine> {
  const { GET } = await client();
  const query = { lines, follow: true };
  const init = { params: { path: { id }, query }, parseAs: 'stream', signal } as const;
  const body = await dataOf(GET('/api/datasources/{id}/logs', init));
  for await (const { event, data } of serviceMessages(body, 'end')) {
    if (event === 'line') yield JSON.parse(data) as DatasourceLogLine;
  }
}
