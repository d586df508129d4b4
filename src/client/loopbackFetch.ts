import http from 'node:http';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';

/** Where a service listens, and what opens it. */
export interface Endpoint {
  readonly port: number;
  readonly token: string;
}

/** A request as it goes over the wire: kept whole, so that it can be sent again. */
export interface PlainRequest {
  readonly method: string;
  /** Path with query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly signal: AbortSignal | undefined;
}

/** A service that says nothing for so long is not going to: its own limit is 30 s. */
const silenceMs = 60_000;
const keptAlive = new http.Agent({ keepAlive: true, maxSockets: 16 });

/**
 * Sends to 127.0.0.1 by node:http: an editor's proxy settings, which its `fetch` follows, cannot get
 * between. Reads share connections; a write has one of its own, since a shared one may have been closed
 * by the other side just then, and nobody could say whether the write was done.
 * @throws the system's error, with its code
 */
export function loopbackFetch(endpoint: Endpoint, request: PlainRequest): Promise<Response> {
  const safe = request.method === 'GET' || request.method === 'HEAD';
  return new Promise((resolve, reject) => {
    const outgoing = http.request({
      host: '127.0.0.1',
      port: endpoint.port,
      method: request.method,
      path: request.path,
      agent: safe ? keptAlive : false,
      timeout: silenceMs,
      headers: {
        ...request.headers,
        authorization: `Bearer ${endpoint.token}`,
        ...(request.body === undefined
          ? {}
          : { 'content-length': String(Buffer.byteLength(request.body)) }),
      },
      ...(request.signal === undefined ? {} : { signal: request.signal }),
    });
    outgoing.on('error', reject);
    outgoing.on('timeout', () => outgoing.destroy(new Error('The service does not answer.')));
    outgoing.on('response', (incoming) => resolve(asResponse(incoming)));
    outgoing.end(request.body);
  });
}

function asResponse(incoming: http.IncomingMessage): Response {
  const status = incoming.statusCode ?? 500;
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  if (status === 204 || status === 304) {
    incoming.resume();
    return new Response(null, { status, headers });
  }
  const body = Readable.toWeb(incoming) as ReadableStream<Uint8Array>;
  return new Response(body as unknown as BodyInit, { status, headers });
}
