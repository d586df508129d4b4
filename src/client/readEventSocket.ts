import type { ServiceEvent } from '../protocol/events.js';
import type { EventReaderOptions, ReaderEnd } from './eventReader.js';
import type { Endpoint } from './loopbackFetch.js';

type SocketClass = new (
  url: string,
  protocols: string[],
) => Pick<WebSocket, 'addEventListener' | 'close'>;

/** The runtime's own, there from Node 22 on and in editors; else the one that ships with us. */
async function socketClass(): Promise<SocketClass> {
  if (typeof globalThis.WebSocket === 'function') return globalThis.WebSocket;
  const { WebSocket } = await import('./nodeWebSocket.js');
  return WebSocket;
}

/** The same events over a WebSocket, for where something holds the stream back. Never rejects. */
export async function readEventSocket(
  endpoint: Endpoint,
  options: EventReaderOptions,
): Promise<ReaderEnd> {
  const Socket = await socketClass();
  if (options.signal.aborted) return 'left';
  return new Promise((resolve) => {
    const query =
      options.lastEventId === undefined
        ? ''
        : `?lastEventId=${encodeURIComponent(options.lastEventId)}`;
    const socket = new Socket(`ws://127.0.0.1:${endpoint.port}/api/events/socket${query}`, [
      'quantum-admin.events',
      `bearer.${endpoint.token}`,
    ]);
    let ready = false;
    const close = (): void => socket.close();
    const timer = setTimeout(close, options.readyLimitMs);
    options.signal.addEventListener('abort', close, { once: true });
    socket.addEventListener('message', ({ data }) => {
      const { id, event } = JSON.parse(String(data)) as { id?: string; event: ServiceEvent };
      if (event.type === 'ready') {
        ready = true;
        clearTimeout(timer);
      }
      options.onEvent(event, id);
      if (event.type === 'bye') close();
    });
    // `close` follows and says all there is to say; unheard, it would end the process.
    socket.addEventListener('error', () => undefined);
    socket.addEventListener('close', () => {
      clearTimeout(timer);
      options.signal.removeEventListener('abort', close);
      resolve(ready ? 'left' : 'silent');
    });
  });
}
