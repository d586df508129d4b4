import type { WebSocket } from 'ws';
import type { EventFrame, EventSink, StreamLimits } from './eventSink.js';

/** Close codes of RFC 6455: going away, and try again later. */
const goingAway = 1001;
const tryAgainLater = 1013;

/** A reader of events over a WebSocket: one JSON message `{id, event}` each, pings as heartbeat. */
export class SocketEventSink implements EventSink {
  private readonly heartbeat: NodeJS.Timeout;
  private alive = true;
  private lastId = '';
  private flushed: Promise<void> = Promise.resolve();

  constructor(
    private readonly socket: WebSocket,
    private readonly limits: StreamLimits,
    onClose: () => void,
  ) {
    socket.on('pong', () => (this.alive = true));
    // What a reader sends means nothing, and a broken connection is a closed one.
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(this.heartbeat);
      onClose();
    });
    this.heartbeat = setInterval(() => this.beat(), limits.heartbeatMs);
  }

  get open(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  send(frame: EventFrame): void {
    if (!this.open) return;
    if (this.socket.bufferedAmount > this.limits.bufferBytes) {
      this.write({ id: this.lastId, event: { type: 'reset', reason: 'lagged' } });
      this.close(tryAgainLater, 'lagged');
      return;
    }
    this.lastId = frame.id;
    this.write(frame);
  }

  drained(): Promise<void> {
    return this.flushed;
  }

  end(reason: string): void {
    if (!this.open) return;
    this.write({ id: this.lastId, event: { type: 'bye', reason } });
    this.close(goingAway, 'bye');
  }

  private write(frame: EventFrame): void {
    this.flushed = new Promise((resolve) => {
      this.socket.send(JSON.stringify(frame), () => resolve());
    });
  }

  private close(code: number, reason: string): void {
    this.socket.close(code, reason);
    const cut = setTimeout(() => this.socket.terminate(), this.limits.lagGraceMs);
    this.socket.on('close', () => clearTimeout(cut));
  }

  private beat(): void {
    if (!this.alive) {
      this.socket.terminate();
      return;
    }
    this.alive = false;
    this.socket.ping();
  }
}
