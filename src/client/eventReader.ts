import type { ServiceEvent } from '../protocol/events.js';

/** What readers of both transports tell, and why they ended. */
export interface EventReaderOptions {
  /** Id of the last event seen, to go on from. */
  readonly lastEventId: string | undefined;
  readonly signal: AbortSignal;
  /** `ready` comes first and at once: for how long nothing may come. */
  readonly readyLimitMs: number;
  onEvent(event: ServiceEvent, id: string | undefined): void;
}

/**
 * `left`: the service said goodbye, closed, or is not there. `silent`: it took the connection but
 * nothing came through, so something in between holds it back.
 */
export type ReaderEnd = 'left' | 'silent';

/** Heartbeats come every 15 s. */
export const heartbeatLimitMs = 45_000;
