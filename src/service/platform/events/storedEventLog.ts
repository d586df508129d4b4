import type { Logger } from 'pino';
import type { StoredEvent } from '../../../protocol/events.js';
import type { Store, Tx } from '../store/store.js';
import type { EventLog, NewEvent, PlacedEvent } from './eventLog.js';

export interface StoredEventLogOptions {
  readonly store: Store;
  readonly log: Logger;
  readonly now: () => Date;
  /** How many of the newest events are kept for replay; default 10,000. */
  readonly keep?: number;
}

/** How far over `keep` the table may grow before a pruning pays. */
const slack = 500;

/**
 * The event log over the store's `event` table. What a transaction appends is held back until the store
 * says it is durable, and then delivered in order of commits.
 */
export class StoredEventLog implements EventLog {
  private readonly pending = new WeakMap<Tx, PlacedEvent[]>();
  private readonly listeners = new Set<(placed: PlacedEvent) => void>();
  private readonly subscription: { dispose(): void };
  private newest: number;
  /** Everything up to here is no longer kept, or was never seen by a reader of this epoch. */
  private prunedThrough: number;
  private pruning: Promise<void> | null = null;

  private constructor(
    private readonly options: StoredEventLogOptions,
    oldest: number,
    newest: number,
  ) {
    this.newest = newest;
    this.prunedThrough = Math.max(0, oldest - 1);
    this.subscription = options.store.onDidCommit((tx) => this.deliver(tx));
  }

  /** Reads where the log stands. Call once per store. */
  static async open(options: StoredEventLogOptions): Promise<StoredEventLog> {
    const span = await options.store.read((db) =>
      db
        .selectFrom('event')
        .select(({ fn }) => [fn.min('seq').as('oldest'), fn.max('seq').as('newest')])
        .executeTakeFirst(),
    );
    return new StoredEventLog(options, span?.oldest ?? 0, span?.newest ?? 0);
  }

  get lastSeq(): number {
    return this.newest;
  }

  async append(tx: Tx, event: NewEvent): Promise<void> {
    const stored: StoredEvent = { ...event, at: this.options.now().toISOString() };
    const { seq } = await tx
      .insertInto('event')
      .values({
        at: stored.at,
        type: stored.type,
        project_id: stored.projectId,
        body: JSON.stringify(stored),
      })
      .returning('seq')
      .executeTakeFirstOrThrow();
    const placed = { seq, event: stored };
    const earlier = this.pending.get(tx);
    if (earlier) earlier.push(placed);
    else this.pending.set(tx, [placed]);
  }

  subscribe(listener: (placed: PlacedEvent) => void): { dispose(): void } {
    this.listeners.add(listener);
    return { dispose: () => void this.listeners.delete(listener) };
  }

  async since(seq: number): Promise<readonly PlacedEvent[] | null> {
    if (seq < this.prunedThrough || seq > this.newest) return null;
    const rows = await this.options.store.read((db) =>
      db
        .selectFrom('event')
        .select(['seq', 'body'])
        .where('seq', '>', seq)
        .orderBy('seq')
        .execute(),
    );
    // A pruning may have run while the rows were read.
    if (seq < this.prunedThrough) return null;
    return rows.map((row) => ({
      seq: row.seq,
      event: JSON.parse(row.body) as StoredEvent,
    }));
  }

  /** Waits for a running pruning and listens no more. */
  async close(): Promise<void> {
    this.subscription.dispose();
    await this.pruning;
  }

  private deliver(tx: Tx): void {
    const events = this.pending.get(tx);
    if (!events) return;
    this.pending.delete(tx);
    for (const placed of events) {
      this.newest = placed.seq;
      for (const listener of [...this.listeners]) this.tell(listener, placed);
    }
    this.pruneWhenLong();
  }

  private tell(listener: (placed: PlacedEvent) => void, placed: PlacedEvent): void {
    try {
      listener(placed);
    } catch (error) {
      this.options.log.error({ err: error, seq: placed.seq }, 'a listener of events threw');
    }
  }

  private pruneWhenLong(): void {
    const { keep = 10_000, store, log } = this.options;
    const through = this.newest - keep;
    if (this.pruning || through < this.prunedThrough + slack) return;
    const before = this.prunedThrough;
    this.prunedThrough = through;
    this.pruning = store
      .write((tx) => tx.deleteFrom('event').where('seq', '<=', through).execute())
      .then(
        () => undefined,
        (error: unknown) => {
          this.prunedThrough = before;
          log.warn({ err: error }, 'old events could not be pruned');
        },
      )
      .finally(() => {
        this.pruning = null;
      });
  }
}
