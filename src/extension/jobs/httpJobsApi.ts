import { EventSourceParserStream } from 'eventsource-parser/stream';
import type { ApiClient } from '../../client/connection.js';
import { dataOf } from '../../client/problemError.js';
import type { JobLogLine } from '../../protocol/jobs.js';
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
  if (body === null) return;
  const reader = body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || value.event === 'end') return;
      if (value.event === 'line') yield JSON.parse(value.data) as JobLogLine;
    }
  } finally {
    await reader.cancel();
  }
}
