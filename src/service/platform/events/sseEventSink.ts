import type { FastifyReply } from 'fastify';
import type { EventFrame, EventSink, StreamLimits } from './eventSink.js';
import { SseConnection } from './sseConnection.js';

/** A reader of events over SSE. */
export class SseEventSink implements EventSink {
  private readonly connection: SseConnection;
  private lastId = '';

  constructor(
    reply: FastifyReply,
    private readonly limits: StreamLimits,
    onClose: () => void,
  ) {
    this.connection = new SseConnection(reply, { heartbeatMs: limits.heartbeatMs, onClose });
  }

  get open(): boolean {
    return this.connection.open;
  }

  send(frame: EventFrame): void {
    if (this.connection.unsentBytes > this.limits.bufferBytes) {
      this.write({ id: this.lastId, event: { type: 'reset', reason: 'lagged' } });
      this.connection.end(this.limits.lagGraceMs);
      return;
    }
    this.lastId = frame.id;
    this.write(frame);
  }

  drained(): Promise<void> {
    return this.connection.drained();
  }

  end(reason: string): void {
    this.write({ id: this.lastId, event: { type: 'bye', reason } });
    this.connection.end(this.limits.lagGraceMs);
  }

  private write(frame: EventFrame): void {
    this.connection.write({ id: frame.id, event: frame.event.type, data: frame.event });
  }
}
