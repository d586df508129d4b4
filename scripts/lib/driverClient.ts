import { createConnection, type Socket } from 'node:net';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type * as Vscode from 'vscode';
import { within } from './deadline.js';

/** A function that is sent to the extension host: it sees its two arguments, `require` and `host`, nothing else. */
export type InHost<A, R> = (vscode: typeof Vscode, arg: A) => R | Promise<R>;

/** What the test-only extension announces about its extension host. */
export interface Announcement {
  readonly address: string;
  readonly pid: number;
  readonly at: number;
}

/** The announcements in a folder, oldest first. */
export async function announcements(folder: string): Promise<Announcement[]> {
  const names = await readdir(folder).catch(() => []);
  const texts = await Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .map((name) => readFile(path.join(folder, name), 'utf8').catch(() => '')),
  );
  return texts
    .filter((text) => text !== '')
    .map((text) => JSON.parse(text) as Announcement)
    .sort((a, b) => a.at - b.at);
}

/** A line to the test-only extension in one extension host. */
export class DriverClient {
  readonly #socket: Socket;
  readonly #waiting = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: Error) => void }
  >();
  #last = 0;
  #rest = '';

  private constructor(
    readonly pid: number,
    socket: Socket,
  ) {
    this.#socket = socket;
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => this.#read(text));
    socket.on('close', () => this.#lost(new Error('The extension host closed the line.')));
    socket.on('error', (error) => this.#lost(error));
  }

  /** @throws Error when nobody listens there (the extension host is gone). */
  static async connect({ address, pid }: Announcement): Promise<DriverClient> {
    const socket = createConnection(address);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    return new DriverClient(pid, socket);
  }

  /** Runs `fn` in the extension host. @throws Error with the stack from there, or after `limitMs`. */
  async evaluate<A, R>(fn: InHost<A, R>, arg: A, limitMs = 30_000): Promise<R> {
    const id = ++this.#last;
    const source = fn.toString();
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    });
    this.#socket.write(`${JSON.stringify({ id, source, arg })}\n`);
    return (await within(
      `an answer of the extension host to ${source.slice(0, 200)}`,
      answer,
      limitMs,
    )) as R;
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      const reply = JSON.parse(line) as { id: number; value?: unknown; error?: string };
      const waiting = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      if (reply.error === undefined) waiting?.resolve(reply.value);
      else waiting?.reject(new Error(`In the extension host: ${reply.error}`));
    }
  }

  #lost(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
