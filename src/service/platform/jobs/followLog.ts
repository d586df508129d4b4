import type { JobLogLine } from '../../../protocol/jobs.js';
import { JobLogReader } from './jobLogReader.js';
import type { JobSignals } from './jobSignals.js';

export interface FollowOptions {
  readonly directory: string;
  readonly id: number;
  /** Seq of the last line the reader has. */
  readonly after: number;
  readonly signal: AbortSignal;
  readonly signals: JobSignals;
  /** Whether the job has ended, so that no more lines come. */
  hasEnded(): Promise<boolean>;
}

/** Something that may have happened between two looks is not missed: it is remembered. */
class Doorbell {
  private rung = false;
  private wake: (() => void) | null = null;

  ring(): void {
    this.rung = true;
    this.wake?.();
  }

  async wait(): Promise<void> {
    if (!this.rung) await new Promise<void>((resolve) => (this.wake = resolve));
    this.wake = null;
    this.rung = false;
  }
}

/** Yields the lines there are and those to come, until the job ends or the reader leaves. */
export async function* followLog(options: FollowOptions): AsyncGenerator<JobLogLine> {
  const bell = new Doorbell();
  const ring = (): void => bell.ring();
  const subscription = options.signals.on(options.id, ring);
  options.signal.addEventListener('abort', ring);
  const reader = new JobLogReader(options.directory, options.id, options.after);
  try {
    while (!options.signal.aborted) {
      // Asked before reading: what was written until the end is read after it.
      const ended = await options.hasEnded();
      for (let lines = await reader.next(); lines.length > 0; lines = await reader.next()) {
        yield* lines;
      }
      if (ended) return;
      await bell.wait();
    }
  } finally {
    options.signal.removeEventListener('abort', ring);
    subscription.dispose();
    await reader.close();
  }
}
