import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { Logger } from 'pino';
import type { RuntimeDatasource } from '../../../protocol/datasourceByName.js';
import { AppError, isAppError } from '../../platform/problem.js';
import { listenerOn } from '../../platform/sockets/listeners.js';
import { peerOf, type Peer } from '../../platform/sockets/peer.js';

export interface ByNameServerOptions {
  readonly port: number;
  readonly log: Logger;
  /** @throws not-found, datasource-not-ready, conflict */
  answer(name: string, peer: Peer): Promise<RuntimeDatasource>;
  /** Somebody was turned away. */
  refused(subject: string, caller: string): Promise<void>;
}

/** `localhost` is one or the other, as the system has it. */
const addresses = ['127.0.0.1', '::1'] as const;
const place = /^\/api\/datasources\/by-name\/([^?#]+)$/;
const longestHeaders = 8 * 1024;
const patienceMs = 5_000;

/**
 * Answers Quantum of the roadmap's time, which asks one fixed address without a token. So it hears loopback
 * only, by its own names, and neither web pages nor other users of this machine.
 */
export class ByNameServer {
  private servers: Server[] = [];

  constructor(private readonly options: ByNameServerOptions) {}

  get isListening(): boolean {
    return this.servers.length > 0;
  }

  /** @throws port-taken */
  async listen(): Promise<void> {
    if (this.isListening) return;
    const { port } = this.options;
    const servers: Server[] = [];
    try {
      for (const host of addresses) {
        const server = createServer({ maxHeaderSize: longestHeaders }, (request, response) => {
          void this.serve(request, response);
        });
        server.requestTimeout = patienceMs;
        server.listen({ host, port, exclusive: true });
        if (await isUp(server)) servers.push(server);
      }
    } catch (error) {
      for (const server of servers) server.close();
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      const who = await listenerOn(port);
      const name = who === null ? 'another program' : `${who.program} (process ${who.pid})`;
      throw new AppError(
        'port-taken',
        `Port ${port}, where Quantum asks for datasources, is taken by ${name}.`,
        'End that program, such as an older Quantum Admin, and switch it on again.',
        { cause: error },
      );
    }
    this.servers = servers;
  }

  async close(): Promise<void> {
    const servers = this.servers.splice(0);
    await Promise.all(
      servers.map(async (server) => {
        const closed = once(server, 'close');
        server.close();
        server.closeAllConnections();
        await closed;
      }),
    );
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const name = nameIn(request, this.options.port);
      const peer = await peerOf(request.socket);
      if (!peer.isOwnUser) {
        await this.options.refused(name, 'another user of this machine');
        throw new AppError('forbidden', 'Datasources are told to their own user only');
      }
      send(response, 200, await this.options.answer(name, peer));
    } catch (error) {
      if (isAppError(error)) {
        send(response, error.status, { detail: error.detail });
        return;
      }
      this.options.log.error({ err: error }, 'a datasource could not be told by its name');
      send(response, 500, { detail: 'Internal Server Error' });
    }
  }
}

/** Waits until it listens; false where this machine has no such address. */
async function isUp(server: Server): Promise<boolean> {
  try {
    await once(server, 'listening');
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(code)) return false;
    throw error;
  }
}

/** The name that is asked for. @throws what a program of the framework's time is never told */
function nameIn({ headers, method, url = '' }: IncomingMessage, port: number): string {
  const own = ['localhost', '127.0.0.1', '[::1]'].map((host) => `${host}:${port}`);
  if (!own.includes(headers.host ?? '')) {
    throw new AppError('misdirected-request', 'The Host header names another server');
  }
  // Browsers say by one of these that a page asks; a program sends none of them.
  if (headers.origin !== undefined || headers['sec-fetch-site'] !== undefined) {
    throw new AppError('forbidden', 'Web pages are not told of datasources');
  }
  if (method !== 'GET') throw new AppError('method-not-allowed', 'Method Not Allowed');
  const name = place.exec(url)?.[1];
  if (name === undefined) throw new AppError('not-found', 'Not Found');
  try {
    return decodeURIComponent(name);
  } catch {
    throw new AppError('invalid-request', 'The name is not percent-encoded UTF-8');
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  });
  response.end(text);
}
