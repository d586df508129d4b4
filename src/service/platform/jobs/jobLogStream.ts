import type { FastifyReply } from 'fastify';
import { SseConnection } from '../events/sseConnection.js';
import type { StreamRegistry } from '../events/streamRegistry.js';
import type { Platform } from '../feature.js';

export interface JobLogStreamOptions {
  readonly platform: Platform;
  readonly streams: StreamRegistry;
  readonly heartbeatMs: number;
  readonly graceMs: number;
}

/**
 * Sends a job's log as SSE: its lines (`event: line`), then `event: end` when it has ended. Lines are
 * read as fast as they are taken, so a slow reader costs one chunk.
 */
export async function streamJobLog(
  options: JobLogStreamOptions,
  reply: FastifyReply,
  id: number,
  after: number,
): Promise<void> {
  const { platform, streams } = options;
  const gone = new AbortController();
  const connection = new SseConnection(reply, {
    heartbeatMs: options.heartbeatMs,
    onClose: () => {
      gone.abort();
      entry.dispose();
    },
  });
  const bye = (reason: string): void => {
    connection.write({ event: 'bye', data: { type: 'bye', reason } });
    connection.end(options.graceMs);
  };
  const entry = streams.add({ end: bye });
  try {
    for await (const line of platform.jobs.logLines(id, after, gone.signal)) {
      connection.write({ id: String(line.seq), event: 'line', data: line });
      await connection.drained();
    }
    const job = await platform.store.read((db) => platform.jobs.get(db, id));
    if (job) connection.write({ event: 'end', data: { state: job.state } });
    connection.end(options.graceMs);
  } catch (error) {
    reply.log.error({ err: error, job: id }, 'a log of a job could not be read');
    bye('the log could not be read');
  }
}
