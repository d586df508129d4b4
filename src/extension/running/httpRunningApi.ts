import type { ApiClient } from '../../client/connection.js';
import { dataOf } from '../../client/problemError.js';
import type { RunLogLine, RunRequest } from '../../protocol/running.js';
import { serviceMessages } from '../platform/serviceMessages.js';
import type { RunningApi } from './runningApi.js';

/** The servers over the typed client. `client` connects where that is needed. */
export function httpRunningApi(client: () => Promise<ApiClient>): RunningApi {
  const at = (id: number): { params: { path: { id: number } } } => ({ params: { path: { id } } });
  return {
    list: async () => {
      const { GET } = await client();
      return dataOf(GET('/api/runs'));
    },
    get: async (id) => {
      const { GET } = await client();
      return dataOf(GET('/api/projects/{id}/run', at(id)));
    },
    start: async (id) => {
      const { POST } = await client();
      return dataOf(POST('/api/projects/{id}/run/start', at(id)));
    },
    stop: async (id) => {
      const { POST } = await client();
      return dataOf(POST('/api/projects/{id}/run/stop', at(id)));
    },
    restart: async (id) => {
      const { POST } = await client();
      return dataOf(POST('/api/projects/{id}/run/restart', at(id)));
    },
    addAddress: async (id, url) => {
      const { POST } = await client();
      await dataOf(POST('/api/projects/{id}/run/addresses', { ...at(id), body: { url } }));
    },
    entries: (id, after, signal) => entries(client, id, after, signal),
  };
}

async function* entries(
  client: () => Promise<ApiClient>,
  id: number,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<RunLogLine | RunRequest> {
  const { GET } = await client();
  const params = { path: { id }, query: { after } };
  const init = { params, parseAs: 'stream', signal } as const;
  const body = await dataOf(GET('/api/projects/{id}/run/stream', init));
  for await (const { data } of serviceMessages(body, 'bye')) {
    yield JSON.parse(data) as RunLogLine | RunRequest;
  }
}
