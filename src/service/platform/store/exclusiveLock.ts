import { StoreUnavailableError } from './storeErrors.js';

const turnMs = 20;

interface Waiter {
  readonly enter: () => void;
  readonly refuse: (reason: Error) => void;
}

/**
 * First come, first served. Whoever waits while one holder keeps the lock longer than `limitMs`
 * gets an error that names what the holder last did: a deadlock becomes a message.
 */
export class ExclusiveLock {
  readonly #waiting: Waiter[] = [];
  #held = false;
  #patient = false;
  #turned = performance.now();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly limitMs: number,
    private readonly lastStatement: () => string,
  ) {}

  /**
   * Runs `work` alone. The store's own work on its files is `trusted`: it may take the disk's time.
   * @throws StoreUnavailableError when another holder does not let go.
   */
  async run<T>(work: () => Promise<T>, trusted?: 'trusted'): Promise<T> {
    if (this.#held) {
      await new Promise<void>((enter, refuse) => {
        this.#waiting.push({ enter, refuse });
        this.#watch();
      });
    } else this.#turned = performance.now();
    this.#held = true;
    this.#patient = trusted !== undefined;
    if (this.#patient) this.#unwatch();
    try {
      return await work();
    } finally {
      this.#next();
    }
  }

  #next(): void {
    this.#unwatch();
    this.#patient = false;
    const next = this.#waiting.shift();
    if (!next) {
      this.#held = false;
      return;
    }
    this.#enter(next);
    if (this.#waiting.length > 0) this.#watch();
  }

  /** A long queue lets the event loop turn now and then: what runs under the lock never does. */
  #enter({ enter }: Waiter): void {
    if (performance.now() - this.#turned < turnMs) {
      enter();
      return;
    }
    setImmediate(() => {
      this.#turned = performance.now();
      enter();
    });
  }

  #unwatch(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #watch(): void {
    if (this.#patient || this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      const reason = new StoreUnavailableError(
        `The store was held for ${this.limitMs / 1000} s; its holder last ran: ${this.lastStatement()}`,
      );
      for (const waiter of this.#waiting.splice(0)) waiter.refuse(reason);
    }, this.limitMs);
  }
}
