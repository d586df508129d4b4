import type { FastifyReply } from 'fastify';
import type { ServerResponse } from 'node:http';

export interface SseConnectionOptions {
  readonly heartbeatMs: number;
  /** Runs once, when the reader is gone or was let go. */
  onClose(): void;
}

/** An answer that stays open as Server-Sent Events, kept alive by comments. */
export class SseConnection {
  private readonly raw: ServerResponse;
  private readonly heartbeat: NodeJS.Timeout;
  private closed = false;

  constructor(
    reply: FastifyReply,
    private readonly options: SseConnectionOptions,
  ) {
    reply.hijack();
    this.raw = reply.raw;
    // A hijacked answer does not carry what the hooks set: security headers, request id, CORS.
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) this.raw.setHeader(name, value);
    }
    this.raw.setHeader('content-type', 'text/event-stream; charset=utf-8');
    this.raw.writeHead(200);
    this.raw.on('close', () => this.left());
    this.raw.on('error', () => this.left());
    this.heartbeat = setInterval(() => {
      // A reader that has not taken the last one needs no other.
      if (this.unsentBytes === 0) this.raw.write(':\n\n');
    }, options.heartbeatMs);
    this.raw.flushHeaders();
  }

  get open(): boolean {
    return !this.closed && !this.raw.destroyed;
  }

  /** Bytes written that the reader's side has not taken yet. */
  get unsentBytes(): number {
    return this.raw.writableLength;
  }

  write(frame: { id?: string; event: string; data: unknown }): void {
    if (!this.open) return;
    const id = frame.id === undefined ? '' : `id: ${frame.id}\n`;
    this.raw.write(`${id}event: ${frame.event}\ndata: ${JSON.stringify(frame.data)}\n\n`);
  }

  /** Resolves when the buffer has emptied or the reader is gone. */
  async drained(): Promise<void> {
    if (!this.open || !this.raw.writableNeedDrain) return;
    await new Promise<void>((resolve) => {
      this.raw.once('drain', resolve);
      this.raw.once('close', resolve);
    });
  }

  /** Ends the answer; cuts the connection when the rest is not read within `graceMs`. */
  end(graceMs: number): void {
    if (!this.open) return;
    this.raw.end();
    const cut = setTimeout(() => this.raw.destroy(), graceMs);
    this.raw.on('close', () => clearTimeout(cut));
    this.left();
  }

  private left(): void {
    if (this.closed) return;
    this.closed = true;
    clearInterval(this.heartbeat);
    this.options.onClose();
  }
}
