import type { ServerResponse } from 'node:http';
import type { SourcePlace } from '../../protocol/running.js';

/** What pages are told (webviews/liveReload). */
export type PageMessage =
  /** Their source is otherwise: they ask for themselves again. */
  | { readonly type: 'page' }
  /** Style sheets, by their address. */
  | { readonly type: 'styles'; readonly paths: readonly string[] }
  /** Scripts, pictures: who uses one of them loads itself again. */
  | { readonly type: 'assets'; readonly paths: readonly string[] }
  /** Another server answers now. */
  | { readonly type: 'reload' }
  /** None answers. */
  | {
      readonly type: 'down';
      readonly message: string;
      readonly place: SourcePlace | null;
    };

/** How often a page hears that the line is alive. */
const heartbeatMs = 15_000;
/** Pages whose files are remembered. */
const keptPages = 500;

/** The open pages of one application, and which files each was made of. */
export class Browsers {
  private readonly pages = new Map<string, ServerResponse>();
  /** By the number of a request. */
  private readonly filesOf = new Map<string, readonly string[]>();
  /** The request that made what a page shows now. */
  private readonly shown = new Map<string, string>();
  private readonly listeners = new Set<(count: number) => void>();
  private readonly heartbeat = setInterval(() => {
    for (const page of this.pages.values()) page.write(':\n\n');
  }, heartbeatMs);

  get count(): number {
    return this.pages.size;
  }

  /** A request was answered, of these files. */
  answered(request: string, files: readonly string[]): void {
    this.filesOf.set(request, files);
    if (this.filesOf.size <= keptPages) return;
    const [oldest] = this.filesOf.keys();
    if (oldest !== undefined) this.filesOf.delete(oldest);
  }

  /** A page shows the answer to a request from now on. */
  shows(page: string, request: string): void {
    if (this.pages.has(page)) this.shown.set(page, request);
  }

  /** A page listens until its connection closes. */
  add(page: string, request: string, response: ServerResponse): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      // Compressed on the way (code-server does), a message would wait for the next ones.
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    response.write('retry: 300\n\n');
    this.pages.get(page)?.end();
    this.pages.set(page, response);
    this.shown.set(page, request);
    response.on('error', () => undefined);
    response.on('close', () => {
      if (this.pages.get(page) !== response) return;
      this.pages.delete(page);
      this.shown.delete(page);
      this.changed();
    });
    this.changed();
  }

  /** Tells every page. */
  tell(message: PageMessage): void {
    for (const page of this.pages.values()) send(page, message);
  }

  /** Tells the pages that were made of one of these files, and those of which it is not known. */
  tellThoseOf(files: ReadonlySet<string>): void {
    for (const [page, response] of this.pages) {
      const request = this.shown.get(page);
      const made = request === undefined ? undefined : this.filesOf.get(request);
      if (made === undefined || made.some((file) => files.has(file)))
        send(response, { type: 'page' });
    }
  }

  onDidChange(listener: (count: number) => void): { dispose(): void } {
    this.listeners.add(listener);
    return { dispose: () => void this.listeners.delete(listener) };
  }

  dispose(): void {
    clearInterval(this.heartbeat);
    for (const page of this.pages.values()) page.end();
    this.pages.clear();
    this.changed();
    this.listeners.clear();
  }

  private changed(): void {
    for (const listener of [...this.listeners]) listener(this.pages.size);
  }
}

function send(response: ServerResponse, message: PageMessage): void {
  response.write(`data: ${JSON.stringify(message)}\n\n`);
}
