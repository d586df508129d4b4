import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export interface QuietMemoryOptions {
  /** How long nothing may have happened, in ms. */
  readonly quietMs: number;
  readonly collect: () => void;
}

/**
 * Gives back what a time of work has left in memory. V8 collects while it allocates: a service that falls
 * quiet would keep its garbage until somebody asks again.
 */
export class QuietMemory {
  private timer: NodeJS.Timeout;

  constructor(private readonly options: QuietMemoryOptions) {
    this.timer = this.waiting();
  }

  /** There may be garbage: puts the collection off, or has one more. */
  readonly happened = (): void => {
    clearTimeout(this.timer);
    this.timer = this.waiting();
  };

  dispose(): void {
    clearTimeout(this.timer);
  }

  private waiting(): NodeJS.Timeout {
    return setTimeout(this.options.collect, this.options.quietMs).unref();
  }
}

/** Collects all garbage: takes some 50 ms. Does nothing where V8 does not let itself be asked. */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('globalThis.gc') as (() => void) | undefined;
  collect?.();
}
