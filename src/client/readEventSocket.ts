import type { ServiceEvent } from '../protocol/events.js';
import type { EventReaderOptions, ReaderEnd } from './eventReader.js';
import type { Endpoint } from './loopbackFetch.js';

/** The runtime's own WebSocket: there from Node 22 on and in editors, not in Node 20. */
export const canReadSocket = (): boolean => typeof globalThis.WebSocket === 'function';

/** The same events over a WebSocket, for where something holds the stream back. Never rejects. */
export function readEventSocket(
  endpoint: Endpoint,
  options: EventReaderOptions,
): Promise<ReaderEnd> {
  return new Promise((resolve) => {
    const query =
      options.lastEventId === undefined
        ? ''
        : `?lastEventId=${encodeURIComponent(options.lastEventId)}`;
    const socket = new WebSocket(`ws://127.0.0.1:${endpoint.port}/api/events/socket${query}`, [
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
    socket.addEventListener('close', () => {
      clearTimeout(timer);
      options.signal.removeEventListener('abort', close);
      resolve(ready ? 'left' : 'silent');
    });
  });
}
