import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { StreamFrames, streams as numbers } from './streamFrames.js';

export interface ExecStreams {
  readonly input?: AsyncIterable<Buffer | string>;
  /** Awaited before more is read. */
  readonly onOutput?: (chunk: Buffer) => Promise<void>;
  readonly signal: AbortSignal;
}

/** Of what a program says on its second stream: the end tells why it ended. */
const keptErrors = 8 * 1024;

/**
 * Talks with a program over the engine's one connection for its three streams, and answers what it said on
 * the second. Neither side is held in memory. @throws the reason of the signal
 */
export async function talk(connection: Duplex, streams: ExecStreams): Promise<string> {
  const { input, signal } = streams;
  const leave = (): void => void connection.destroy();
  signal.addEventListener('abort', leave);
  try {
    signal.throwIfAborted();
    const [said] = await Promise.all([heard(connection, streams), given(connection, input)]);
    return said;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', leave);
    connection.destroy();
  }
}

async function given(connection: Duplex, input: ExecStreams['input']): Promise<void> {
  try {
    for await (const chunk of input ?? []) {
      if (connection.destroyed) return;
      if (!connection.write(chunk))
        await Promise.race([once(connection, 'drain'), over(connection)]);
    }
    connection.end();
  } catch (error) {
    // It waits for the rest of a file that could not be read.
    connection.destroy();
    throw error;
  }
}

const over = (connection: Duplex): Promise<unknown> => once(connection, 'close');

async function heard(connection: Duplex, streams: ExecStreams): Promise<string> {
  const frames = new StreamFrames();
  let said = '';
  for await (const chunk of connection) {
    for (const { stream, body } of frames.add(chunk as Buffer)) {
      if (stream === numbers.errors) said = (said + body.toString()).slice(-keptErrors);
      else await streams.onOutput?.(body);
    }
  }
  return said;
}
