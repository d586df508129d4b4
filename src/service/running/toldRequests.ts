import type { AppRequest } from '../../framework/appServer.js';

/** Requests whose telling is kept for who asks. */
const kept = 200;
/** The application tells of a request before it answers: longer than this nobody waits. */
const longestWaitMs = 2_000;

/** Brings together an answer of the application and what it told of it, which come by two ways. */
export class ToldRequests {
  private readonly requests = new Map<string, AppRequest>();
  private readonly waiting = new Map<string, (request: AppRequest | null) => void>();

  add(request: AppRequest): void {
    const number = String(request.n);
    this.requests.set(number, request);
    this.waiting.get(number)?.(request);
    const [oldest] = this.requests.keys();
    if (this.requests.size > kept && oldest !== undefined) this.requests.delete(oldest);
  }

  /** Null where nothing was told. */
  of(number: string): Promise<AppRequest | null> {
    const known = this.requests.get(number);
    if (known) return Promise.resolve(known);
    return new Promise((resolve) => {
      const give = (request: AppRequest | null): void => {
        clearTimeout(timer);
        this.waiting.delete(number);
        resolve(request);
      };
      const timer = setTimeout(() => give(null), longestWaitMs);
      this.waiting.set(number, give);
    });
  }

  /** The application ended: who waits gets nothing. */
  giveUp(): void {
    for (const give of [...this.waiting.values()]) give(null);
  }
}
