import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createProxyServer, type ProxyServer } from 'httpxy';
import type { AppRequest } from '../../framework/appServer.js';
import type { SourcePlace } from '../../protocol/running.js';
import type { Browsers } from './browsers.js';
import { OwnAddresses } from './ownAddresses.js';
import { errorHeader, pageHeader, requestHeader, waitingPage, withScript } from './pageScript.js';
import { locationOut, underBase } from './proxyBase.js';
import { cookieOut, cookiesIn } from './proxyCookies.js';
import { refusalOf } from './proxyGate.js';

export interface ReloadProxyOptions {
  readonly browsers: Browsers;
  /** The script of the pages, as it is served. */
  readonly clientScript: string;
  /** Where the application answers; waits while it starts. Null: it does not run. */
  readonly target: () => Promise<number | null>;
  /** Why it does not run. */
  readonly problem: () => { readonly message: string; readonly place: SourcePlace | null } | null;
  /** What the application told of a request. */
  readonly told: (request: string) => Promise<AppRequest | null>;
  readonly openSource: (place: SourcePlace) => Promise<void>;
  /** Hosts beside the loopback ones under which it is reached, with the path before it. */
  readonly baseOf: (host: string) => string | null;
}

/** Larger pages go through as they are. */
const longestPage = 16 * 1024 * 1024;

/** The address of an application for browsers: its pages as it draws them, with a script that follows its files. */
export class ReloadProxy {
  private readonly server: Server;
  private readonly proxy: ProxyServer;
  private readonly own: OwnAddresses;

  constructor(private readonly options: ReloadProxyOptions) {
    this.own = new OwnAddresses(options);
    this.proxy = createProxyServer({ selfHandleResponse: true, xfwd: true });
    this.proxy.on('proxyRes', (answer, request, response) => {
      void this.answer(answer, request, response);
    });
    this.proxy.on('error', (_error, _request, response) => {
      if (response !== undefined && 'writeHead' in response) this.notThere(response);
      else response?.destroy();
    });
    this.server = createServer((request, response) => void this.take(request, response));
    this.server.on('upgrade', (request, socket: Duplex, head: Buffer) => {
      void this.upgrade(request, socket, head);
    });
  }

  /** Listens on one of these ports, the first that is free; 0 for any. Answers which. */
  async listen(ports: readonly number[]): Promise<number> {
    for (const port of ports) {
      const isListening = await new Promise<boolean>((resolve) => {
        const failed = (): void => resolve(false);
        this.server.once('error', failed);
        this.server.listen(port, '127.0.0.1', () => {
          this.server.off('error', failed);
          resolve(true);
        });
      });
      if (isListening) return this.port;
    }
    throw new Error(`None of the ports ${ports.join(', ')} is free.`);
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeAllConnections();
    await closed;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('error', () => undefined);
    request.url = oneSlash(request.url);
    const refusal = refusalOf(request, (host) => this.options.baseOf(host) !== null);
    if (refusal !== null) {
      response.writeHead(refusal.status, { 'content-type': 'text/plain' }).end(refusal.reason);
      return;
    }
    if (await this.own.take(request, response)) return;
    const port = await this.options.target();
    if (response.destroyed) return;
    if (port === null) {
      this.notThere(response);
      return;
    }
    this.prepare(request);
    await this.proxy.web(request, response, { target: targetOf(port) }).catch(() => {
      this.notThere(response);
    });
  }

  private async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy());
    request.url = oneSlash(request.url);
    const refusal = refusalOf(request, (host) => this.options.baseOf(host) !== null);
    const port = refusal === null ? await this.options.target() : null;
    if (port === null || !('setTimeout' in socket)) {
      socket.end(`HTTP/1.1 ${refusal?.status ?? 503} Refused\r\nconnection: close\r\n\r\n`);
      return;
    }
    this.prepare(request);
    const target = targetOf(port);
    const ws = this.proxy.ws(request, socket as Parameters<ProxyServer['ws']>[1], { target }, head);
    await ws.catch(() => socket.destroy());
  }

  /** The application sees its own cookies, and answers in plain text that a script can be put into. */
  private prepare(request: IncomingMessage): void {
    const cookies = cookiesIn(request.headers.cookie, this.port);
    if (cookies === undefined) delete request.headers.cookie;
    else request.headers.cookie = cookies;
    if (request.headers.upgrade === undefined) delete request.headers['accept-encoding'];
  }

  private async answer(
    answer: IncomingMessage,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const base = this.options.baseOf(request.headers.host ?? '') ?? '';
    const number = String(answer.headers[requestHeader] ?? '');
    response.statusCode = answer.statusCode ?? 502;
    this.copyHeaders(answer, request, response, base);
    const type = answer.headers['content-type'] ?? '';
    const isPage = type.startsWith('text/html');
    const isRewritten = isPage || (base !== '' && type.startsWith('text/css'));
    if (!isRewritten || request.method === 'HEAD') {
      answer.pipe(response);
      answer.on('error', () => response.destroy());
      return;
    }
    const drawn = await bodyOf(answer);
    if (drawn === null) {
      response.destroy();
      return;
    }
    const html = underBase(drawn, base);
    const told = number === '' || !isPage ? null : await this.options.told(number);
    const error = told?.error ?? null;
    if (told) this.options.browsers.answered(number, told.files);
    const page = request.headers[pageHeader];
    let body = html;
    if (typeof page === 'string') {
      response.setHeader(requestHeader, number);
      if (error) response.setHeader(errorHeader, encodeURIComponent(JSON.stringify(error)));
      else this.options.browsers.shows(page, number);
    } else if (isPage) {
      this.own.keep(number, html);
      const facts = { request: number, method: request.method ?? 'GET', error };
      body = withScript(html, base, facts);
    }
    response.removeHeader('transfer-encoding');
    response.setHeader('content-length', Buffer.byteLength(body));
    response.end(body);
  }

  private copyHeaders(
    answer: IncomingMessage,
    request: IncomingMessage,
    response: ServerResponse,
    base: string,
  ): void {
    for (const [name, value] of Object.entries(answer.headers)) {
      if (value === undefined || hopByHop.has(name)) continue;
      if (name === 'set-cookie' && Array.isArray(value))
        response.setHeader(
          name,
          value.map((one) => cookieOut(one, this.port, base)),
        );
      else if (name === 'location' && typeof value === 'string')
        response.setHeader(name, locationOut(value, request, base));
      else response.setHeader(name, value);
    }
    response.removeHeader(requestHeader);
    // What is edited is never taken from a cache.
    response.setHeader('cache-control', 'no-store');
    response.removeHeader('etag');
    response.removeHeader('last-modified');
    response.setHeader('cross-origin-resource-policy', 'same-origin');
    if (answer.headers['content-security-policy'] === undefined)
      response.setHeader('content-security-policy', `frame-ancestors ${framedBy}`);
  }

  private notThere(response: ServerResponse): void {
    if (response.headersSent || response.destroyed) {
      response.destroy();
      return;
    }
    const problem = this.options.problem();
    const message = problem?.message ?? 'The application does not run.';
    const page = waitingPage('', message, problem);
    response.writeHead(503, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-length': Buffer.byteLength(page),
    });
    response.end(page);
  }
}

/** Editors that show a page in a frame of theirs. */
const framedBy = "'self' vscode-webview: vscode-file: https://*.vscode-cdn.net";
const hopByHop = new Set(['connection', 'keep-alive', 'proxy-authenticate', 'trailer', 'upgrade']);

/** Forwarders put a slash before the one that is there. */
const oneSlash = (url = '/'): string => url.replace(/^\/+/, '/');
const targetOf = (port: number): string => `http://127.0.0.1:${port}`;

async function bodyOf(answer: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of answer as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > longestPage) return null;
      parts.push(part);
    }
    return Buffer.concat(parts).toString('utf8');
  } catch {
    return null;
  }
}
