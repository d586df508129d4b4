import type { StoredEvent } from '../../../protocol/events.js';
import type { Tx } from '../store/store.js';

/** An event as the caller gives it: the time is the log's. */
export type NewEvent = StoredEvent extends infer E
  ? E extends StoredEvent
    ? Omit<E, 'at'>
    : never
  : never;

/** An event with its place: `<epoch>-<seq>` is its id on the wire. */
export interface PlacedEvent {
  readonly seq: number;
  readonly event: StoredEvent;
}

/** Events stored in the transaction that caused them, delivered after it is durable, in order. */
export interface EventLog {
  append(tx: Tx, event: NewEvent): Promise<void>;
  /** Live events from now on. A listener that throws is logged; the others go on. */
  subscribe(listener: (placed: PlacedEvent) => void): { dispose(): void };
  /** Stored events after `seq`, oldest first; null when some of them are no longer kept. */
  since(seq: number): Promise<readonly PlacedEvent[] | null>;
  /** Seq of the newest delivered event, 0 when there was none. */
  readonly lastSeq: number;
}
