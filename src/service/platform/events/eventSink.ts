import type { ServiceEvent } from '../../../protocol/events.js';

/** One event with its id, as it goes over the wire. */
export interface EventFrame {
  readonly id: string;
  readonly event: ServiceEvent;
}

/**
 * One reader, over SSE or a WebSocket. What he has not taken yet is buffered up to a limit; beyond it
 * he is told once that he lagged, and let go.
 */
export interface EventSink {
  /** Whether events still reach the reader. */
  readonly open: boolean;
  send(frame: EventFrame): void;
  /** Resolves when the buffer has emptied or the reader is gone. */
  drained(): Promise<void>;
}

export interface StreamLimits {
  readonly heartbeatMs: number;
  /** Bytes a reader may leave unread. */
  readonly bufferBytes: number;
  /** How long a reader that lagged may take for the rest of his buffer. */
  readonly lagGraceMs: number;
}

export const defaultStreamLimits: StreamLimits = {
  heartbeatMs: 15_000,
  bufferBytes: 256 * 1024,
  lagGraceMs: 10_000,
};
