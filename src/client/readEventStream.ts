import { createParser } from 'eventsource-parser';
import http from 'node:http';
import type { ServiceEvent } from '../protocol/events.js';
import { heartbeatLimitMs, type EventReaderOptions, type ReaderEnd } from './eventReader.js';
import type { Endpoint } from './loopbackFetch.js';

/** Reads `GET /api/events` until it ends, for whatever reason. Never rejects. */
export function readEventStream(
  endpoint: Endpoint,
  options: EventReaderOptions,
): Promise<ReaderEnd> {
  return new Promise((resolve) => {
    let answered = false;
    let ready = false;
    const parser = createParser({
      onEvent: ({ data, id }) => {
        const event = JSON.parse(data) as ServiceEvent;
        ready ||= event.type === 'ready';
        options.onEvent(event, id);
        if (event.type === 'bye') request.destroy();
      },
    });
    const request = http.request({
      host: '127.0.0.1',
      port: endpoint.port,
      path: '/api/events',
      agent: false,
      signal: options.signal,
      headers: {
        accept: 'text/event-stream',
        authorization: `Bearer ${endpoint.token}`,
        ...(options.lastEventId === undefined ? {} : { 'last-event-id': options.lastEventId }),
      },
    });
    let watchdog = setTimeout(() => request.destroy(), options.readyLimitMs);
    const end = (): void => {
      clearTimeout(watchdog);
      resolve(answered && !ready ? 'silent' : 'left');
    };
    request.on('error', end);
    request.on('close', end);
    request.on('response', (response) => {
      response.setEncoding('utf8');
      response.on('error', () => request.destroy());
      response.on('end', () => request.destroy());
      if (response.statusCode !== 200) {
        request.destroy();
        return;
      }
      answered = true;
      response.on('data', (text: string) => {
        try {
          parser.feed(text);
        } catch {
          // Not ours to mend: a fresh stream replays from the last whole event.
          request.destroy();
        }
        if (!ready) return;
        clearTimeout(watchdog);
        watchdog = setTimeout(() => request.destroy(), heartbeatLimitMs);
      });
    });
    request.end();
  });
}
