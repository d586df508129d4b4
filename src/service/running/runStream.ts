import type { FastifyReply } from 'fastify';
import { SseConnection } from '../platform/events/sseConnection.js';
import type { StreamRegistry } from '../platform/events/streamRegistry.js';
import { seqOf, type RunLog } from './runLog.js';

/** How long a reader that is let go may take for the rest. */
const graceMs = 1_000;
const heartbeatMs = 15_000;

/** Sends lines (`event: line`) and requests (`event: request`) as SSE: those there are after a seq, and those to come. */
export async function streamRun(
  reply: FastifyReply,
  streams: StreamRegistry,
  log: RunLog,
  after: number,
): Promise<void> {
  let wake: () => void = () => undefined;
  const connection = new SseConnection(reply, {
    heartbeatMs,
    onClose: () => {
      listening.dispose();
      entry.dispose();
      wake();
    },
  });
  const listening = log.onDidAdd(() => wake());
  const entry = streams.add({
    end: (reason) => {
      connection.write({ event: 'bye', data: { type: 'bye', reason } });
      connection.end(graceMs);
    },
  });
  let seen = after;
  while (connection.open) {
    // Before looking: what is added meanwhile wakes at once.
    // Before looking: what is added meanwhile wakes at once.
    const added = new Promise<void>((resolve) => (wake = resolve));
    for (const one of log.after(seen)) {
      seen = seqOf(one);
      const data = one.kind === 'line' ? one.line : one.request;
      connection.write({ id: String(seen), event: one.kind, data });
      await connection.drained();
    }
    await added;
  }
}
