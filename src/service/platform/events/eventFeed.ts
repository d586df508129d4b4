import type { ServiceEvent, StreamEvent } from '../../../protocol/events.js';
import { formatEventId, parseEventId } from './eventId.js';
import type { EventLog, PlacedEvent } from './eventLog.js';
import type { EventSink } from './eventSink.js';

export interface FeedOptions {
  readonly events: EventLog;
  readonly epoch: number;
  /** Id of the last event the reader saw. */
  readonly lastEventId?: string;
  /** Only events of this project. */
  readonly projectId?: number;
}

/** Live events that may wait for the end of a replay; more, and reading anew is the shorter way. */
const maxWaiting = 10_000;

/**
 * Feeds one reader: `ready`, then what he missed, then what happens. Live events are gathered while the
 * missed ones are read, and each event has its place, so none comes twice and none is left out. Dispose
 * when the reader is gone.
 */
export class EventFeed {
  private waiting: PlacedEvent[] | null = [];
  private lastSent: number;
  private readonly subscription: { dispose(): void };

  constructor(
    private readonly options: FeedOptions,
    private readonly sink: EventSink,
  ) {
    this.lastSent = options.events.lastSeq;
    this.subscription = options.events.subscribe((placed) => this.receive(placed));
  }

  /** Says hello and replays. Resolves when the reader is live. */
  async start(): Promise<void> {
    const { epoch, lastEventId } = this.options;
    const seen = lastEventId === undefined ? null : parseEventId(lastEventId);
    const resumes = seen?.epoch === epoch;
    if (resumes) this.lastSent = seen.seq;
    this.say({ type: 'ready', epoch });
    if (resumes) await this.replay(seen.seq);
    else if (lastEventId !== undefined) this.say({ type: 'reset', reason: 'epoch' });
    for (const placed of this.waiting ?? []) this.send(placed);
    this.waiting = null;
  }

  dispose(): void {
    this.subscription.dispose();
    this.waiting = null;
  }

  private async replay(after: number): Promise<void> {
    const missed = await this.options.events.since(after);
    if (!missed) {
      this.lastSent = this.options.events.lastSeq;
      this.say({ type: 'reset', reason: 'gap' });
      return;
    }
    for (const placed of missed) {
      if (!this.sink.open) return;
      this.send(placed);
      await this.sink.drained();
    }
  }

  private receive(placed: PlacedEvent): void {
    if (!this.waiting) this.send(placed);
    else if (this.waiting.push(placed) > maxWaiting) {
      this.waiting = [];
      this.lastSent = placed.seq;
      this.say({ type: 'reset', reason: 'lagged' });
    }
  }

  private send({ seq, event }: PlacedEvent): void {
    if (seq <= this.lastSent) return;
    this.lastSent = seq;
    const { projectId } = this.options;
    if (projectId === undefined || event.projectId === projectId) this.put(event);
  }

  private say(event: StreamEvent): void {
    this.put(event);
  }

  private put(event: ServiceEvent): void {
    this.sink.send({ id: formatEventId(this.options.epoch, this.lastSent), event });
  }
}
