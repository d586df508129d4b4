import { readEventStream } from '../../src/client/readEventStream.js';
import type { ServiceEvent } from '../../src/protocol/events.js';
import type { BenchedService } from './benchedService.js';

/** The service's events as a window hears them. */
export class EventTail {
  private readonly over = new AbortController();
  private readonly listeners = new Set<(event: ServiceEvent) => void>();
  private ended: Promise<unknown> = Promise.resolve();

  static async open(service: BenchedService): Promise<EventTail> {
    const tail = new EventTail();
    const ready = tail.next(({ type }) => type === 'ready');
    const { port } = new URL(service.url);
    tail.ended = readEventStream(
      { port: Number(port), token: service.token },
      {
        signal: tail.over.signal,
        lastEventId: undefined,
        readyLimitMs: 5_000,
        onEvent: (event) => {
          for (const listener of tail.listeners) listener(event);
        },
      },
    );
    await ready;
    return tail;
  }

  /** Resolves with the next event that `fits`. Ask before what makes it happen. */
  next(fits: (event: ServiceEvent) => boolean): Promise<ServiceEvent> {
    return new Promise((resolve) => {
      const listener = (event: ServiceEvent): void => {
        if (!fits(event)) return;
        this.listeners.delete(listener);
        resolve(event);
      };
      this.listeners.add(listener);
    });
  }

  async close(): Promise<void> {
    this.over.abort();
    await this.ended;
  }
}
