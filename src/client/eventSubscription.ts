import type { ServiceEvent } from '../protocol/events.js';
import type { ReaderEnd } from './eventReader.js';
import type { Endpoint } from './loopbackFetch.js';
import { readEventSocket } from './readEventSocket.js';
import { readEventStream } from './readEventStream.js';

/**
 * One continuous stream of events over many connections: goes on from the last event seen, and says
 * `reset` where it cannot. Falls back to a WebSocket when the stream opens but stays silent twice.
 */
export class EventSubscription {
  private lastEventId: string | undefined;
  private connectedBefore = false;
  private silences = 0;

  constructor(
    private readonly deliver: (event: ServiceEvent) => void,
    private readonly readyLimitMs = 5_000,
  ) {}

  /** Reads from this service until the connection ends. `onReady`: the service subscribed us. */
  async read(endpoint: Endpoint, signal: AbortSignal, onReady: () => void): Promise<ReaderEnd> {
    const read = this.silences >= 2 ? readEventSocket : readEventStream;
    const { lastEventId } = this;
    const end = await read(endpoint, {
      lastEventId,
      signal,
      readyLimitMs: this.readyLimitMs,
      onEvent: (event, id) => {
        if (id !== undefined && id !== '') this.lastEventId = id;
        this.deliver(event);
        if (event.type !== 'ready') return;
        onReady();
        // Nothing to replay from, so nobody knows what happened meanwhile.
        if (this.connectedBefore && lastEventId === undefined) {
          this.deliver({ type: 'reset', reason: 'gap' });
        }
        this.connectedBefore = true;
      },
    });
    this.silences = end === 'silent' ? this.silences + 1 : 0;
    return end;
  }
}
