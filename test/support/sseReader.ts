import { createParser, type EventSourceMessage } from 'eventsource-parser';
import http from 'node:http';
import type { TestContext } from 'node:test';
import { cleanUp } from './cleanup.js';

export interface SseFrame {
  readonly id: string | undefined;
  readonly event: string | undefined;
  readonly data: Record<string, unknown>;
}

const patienceMs = 10_000;

/** A reader of one event stream. `next` waits for a frame, at most ten seconds. */
export class SseReader {
  readonly frames: SseFrame[] = [];
  comments = 0;
  ended = false;
  private taken = 0;
  private wake: (() => void) | null = null;

  private constructor(private readonly response: http.IncomingMessage) {
    const parser = createParser({
      onEvent: (message: EventSourceMessage) => {
        const data = JSON.parse(message.data) as Record<string, unknown>;
        this.frames.push({ id: message.id, event: message.event, data });
        this.wake?.();
      },
      onComment: () => {
        this.comments += 1;
        this.wake?.();
      },
    });
    response.setEncoding('utf8');
    response.on('data', (text: string) => parser.feed(text));
    response.on('error', () => undefined);
    response.on('close', () => {
      this.ended = true;
      this.wake?.();
    });
  }

  /** Opens the stream at `url`; it is closed after the test. */
  static open(t: TestContext, url: string, headers: http.OutgoingHttpHeaders): Promise<SseReader> {
    return new Promise((resolve, reject) => {
      const request = http.get(url, { headers, agent: false }, (response) => {
        if (response.statusCode !== 200) {
          response.resume();
          reject(new Error(`${url} answered ${response.statusCode}`));
          return;
        }
        const reader = new SseReader(response);
        cleanUp(t, () => reader.close());
        resolve(reader);
      });
      request.on('error', reject);
    });
  }

  async next(): Promise<SseFrame> {
    await this.until(() => this.frames.length > this.taken);
    const frame = this.frames[this.taken];
    if (!frame) throw new Error('the stream ended');
    this.taken += 1;
    return frame;
  }

  /** Waits for `reached`, or the end of the stream. */
  async until(reached: () => boolean): Promise<void> {
    const deadline = performance.now() + patienceMs;
    const alarm = setTimeout(() => this.wake?.(), patienceMs + 1);
    try {
      while (!reached() && !this.ended) {
        if (performance.now() > deadline) throw new Error('nothing came in ten seconds');
        await new Promise<void>((resolve) => (this.wake = resolve));
      }
    } finally {
      clearTimeout(alarm);
    }
  }

  /** Takes nothing more from the socket. */
  pause(): void {
    this.response.pause();
  }

  resume(): void {
    this.response.resume();
  }

  close(): void {
    this.response.destroy();
  }
}
