import type { FastifyRequest } from 'fastify';
import { setTimeout as pause } from 'node:timers/promises';
import type { App } from '../http/app.js';

const writes = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Writes that are being answered: a shutdown lets them end, so that nobody wonders whether his was done. */
export class InFlightWrites {
  private readonly open = new Set<FastifyRequest>();
  private readonly waiting = new Set<() => void>();
  private lastSeen = -Infinity;

  /** Begins to count. Before the app is ready. */
  watch(app: App): void {
    app.addHook('onRequest', (request, reply, done) => {
      if (writes.has(request.method)) {
        this.open.add(request);
        this.lastSeen = performance.now();
        // Unlike Fastify's own hooks, this also comes when the client has gone.
        reply.raw.once('close', () => this.end(request));
      }
      done();
    });
  }

  /** Resolves when none is open, or after `limitMs`. */
  async ended(limitMs: number): Promise<void> {
    if (this.open.size === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, limitMs);
      this.waiting.add(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  /**
   * Resolves when none has come for `quietMs`, at the latest after `limitMs`: a port that closes resets
   * the connections nobody has looked at yet, and their writers could not know whether theirs was done.
   */
  async quiet(quietMs: number, limitMs: number): Promise<void> {
    const began = performance.now();
    const limit = began + limitMs;
    for (;;) {
      const now = performance.now();
      const until = Math.min(limit, Math.max(began, this.lastSeen) + quietMs);
      if (now >= until) return;
      await pause(until - now);
    }
  }

  private end(request: FastifyRequest): void {
    this.open.delete(request);
    if (this.open.size > 0) return;
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}
