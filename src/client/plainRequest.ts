import type { PlainRequest } from './loopbackFetch.js';

/** A Fetch API request without its origin, read into memory. */
export async function plainRequest(request: Request): Promise<PlainRequest> {
  const { pathname, search } = new URL(request.url);
  const body = request.body === null ? undefined : await request.text();
  return {
    method: request.method,
    path: pathname + search,
    headers: Object.fromEntries(request.headers),
    body,
    signal: request.signal,
  };
}
