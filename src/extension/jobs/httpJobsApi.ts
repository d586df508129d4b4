import type { ApiClient } from '../../client/connection.js';
import { dataOf } from '../../client/problemError.js';
import type { JobLogLine } from '../../protocol/jobs.js';
import { serviceMessages } from '../platform/serviceMessages.js';
import type { JobsApi } from './jobsApi.js';

/** The jobs over the typed client. */
export function httpJobsApi(client: () => Promise<ApiClient>): JobsApi {
  const path = (id: number): { params: { path: { id: number } } } => ({ params: { path: { id } } });
  return {
    get: async (id) => {
      const { GET } = await client();
      return dataOf(GET('/api/jobs/{id}', path(id)));
    },
    cancel: async (id) => {
      const { POST } = await client();
      await dataOf(POST('/api/jobs/{id}/cancel', path(id)));
    },
    logLines: (id, signal) => logLines(client, id, signal),
  };
}

async function* logLines(
  client: () => Promise<ApiClient>,
  id: number,
  signal: AbortSignal,
): AsyncGenerator<JobLogLine> {
  const { GET } = await client();
  const init = { params: { path: { id } }, parseAs: 'stream', signal } as const;
  const body = await dataOf(GET('/api/jobs/{id}/logs', init));
  for await (const { event, data } of serviceMessages(body, 'end')) {
    if (event === 'line') yield JSON.parse(data) as JobLogLine;
  }
}
