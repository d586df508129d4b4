import type { IncomingMessage } from 'node:http';

/** Why a request does not reach the application. */
export interface Refusal {
  readonly status: 403 | 421;
  readonly reason: string;
}

const loopback = /^(?:localhost|[\w-]+\.localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/**
 * What the application is kept from: names that somebody else's DNS points here, and pages of other origins.
 * A link from elsewhere may lead to a page, and an editor may show one in a frame (`frame-ancestors` says which).
 */
export function refusalOf(
  request: IncomingMessage,
  isKnownHost: (host: string) => boolean,
): Refusal | null {
  const { host = '', origin } = request.headers;
  if (!loopback.test(host) && !isKnownHost(host))
    return { status: 421, reason: `The address ${host} is not served here.` };
  if (origin !== undefined && hostOf(origin) !== host.toLowerCase())
    return { status: 403, reason: 'Pages of other origins are not answered.' };
  const site = request.headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return null;
  return isVisit(request)
    ? null
    : { status: 403, reason: 'Pages of other origins are not answered.' };
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host.toLowerCase();
  } catch {
    return null;
  }
}

function isVisit({ method, headers }: IncomingMessage): boolean {
  const dest = headers['sec-fetch-dest'];
  return (
    (method === 'GET' || method === 'HEAD') &&
    headers['sec-fetch-mode'] === 'navigate' &&
    (dest === 'document' || dest === 'iframe')
  );
}
