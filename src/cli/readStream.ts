import { EventSourceParserStream } from 'eventsource-parser/stream';
import type { Problem } from '../protocol/problems.js';
import { loopbackFetch, type Endpoint } from '../client/loopbackFetch.js';
import { ProblemError } from '../client/problemError.js';

/**
 * The messages of a stream of Server-Sent Events, until it ends or `signal` aborts.
 * @throws ProblemError when the service answers with one instead
 */
export async function* readStream(
  endpoint: Endpoint,
  path: string,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const headers = { accept: 'text/event-stream' };
  const request = { method: 'GET', path, headers, body: undefined, signal };
  const response = await loopbackFetch(endpoint, request);
  if (!response.ok) throw new ProblemError((await response.json()) as Problem);
  const reader = response.body
    ?.pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  try {
    for (;;) {
      const next = await reader?.read();
      if (!next || next.done) return;
      yield next.value.data;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    // A reader who has enough closes the connection.
    await reader?.cancel().catch(() => undefined);
  }
}
