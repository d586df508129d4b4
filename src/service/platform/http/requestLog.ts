import type { App } from './app.js';

const slowMs = 1_000;

/** One line per answered request, without its query or body; a slow one is a warning. */
export function installRequestLog(app: App): void {
  app.addHook('onResponse', (request, reply, done) => {
    const ms = Math.round(reply.elapsedTime);
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? null,
      status: reply.statusCode,
      ms,
    };
    if (ms >= slowMs) request.log.warn(line, 'slow request');
    else request.log.debug(line, 'request');
    done();
  });
}
