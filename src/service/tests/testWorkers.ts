import type { TestBridge } from './testBridge.js';

/** Workers of one key can stand in for each other. */
interface Idle {
  readonly key: string;
  readonly worker: TestBridge;
  readonly timer: NodeJS.Timeout;
}

const usuallyKeptMs = 10 * 60_000;

/**
 * Workers that have ended a run wait here for the next one, so that it need not start a Python. Those
 * that nobody asks for are closed, and so are those whose project's Python changed: their key is another.
 */
export class TestWorkers {
  private idle: Idle[] = [];
  private closing: Promise<unknown> = Promise.resolve();
  private stopped = false;

  constructor(
    /** How many of one key wait at most. */
    private readonly most: number,
    private readonly keptMs = usuallyKeptMs,
  ) {}

  /** One that waits, or else a new one. */
  async take(key: string, open: () => Promise<TestBridge>): Promise<TestBridge> {
    const found = this.idle.find((one) => one.key === key);
    if (!found) return open();
    this.leave(found);
    return found.worker;
  }

  /** Takes back one that is not needed now. */
  async give(key: string, worker: TestBridge): Promise<void> {
    const same = this.idle.filter((one) => one.key === key).length;
    if (this.stopped || !worker.isWarm || same >= this.most) return worker.close();
    const timer = setTimeout(() => void this.discard((one) => one.worker === worker), this.keptMs);
    timer.unref();
    this.idle.push({ key, worker, timer });
  }

  /** Closes those of other keys that begin alike: what they have loaded is not what there is now. */
  async outdate(prefix: string, key: string): Promise<void> {
    await this.discard((one) => one.key.startsWith(prefix) && one.key !== key);
  }

  /** Closes all, and from now on each that is given back. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.discard(() => true);
    await this.closing;
  }

  private discard(is: (one: Idle) => boolean): Promise<unknown> {
    const gone = this.idle.filter(is);
    for (const one of gone) this.leave(one);
    const closed = Promise.all(gone.map(({ worker }) => worker.close()));
    this.closing = Promise.all([this.closing, closed]);
    return closed;
  }

  private leave(one: Idle): void {
    clearTimeout(one.timer);
    this.idle = this.idle.filter((other) => other !== one);
  }
}
