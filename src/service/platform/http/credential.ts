import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export const sessionCookie = 'quantum_admin_session';
/** Browsers cannot send headers with a WebSocket, so the token may come as a subprotocol. */
export const bearerProtocolPrefix = 'bearer.';

/** Compares without telling by its duration how much of a guess was right. */
export function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function cookies(header: string, name: string): string[] {
  return header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}

/** The bearer token of a request, from Authorization or, for a WebSocket, from its subprotocols. */
export function bearerToken(headers: IncomingHttpHeaders): string | undefined {
  const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return bearer;
  if (headers.upgrade?.toLowerCase() !== 'websocket') return undefined;
  return headers['sec-websocket-protocol']
    ?.split(',')
    .map((protocol) => protocol.trim())
    .find((protocol) => protocol.startsWith(bearerProtocolPrefix))
    ?.slice(bearerProtocolPrefix.length);
}

/**
 * Session ids of a request's cookie. Cookies do not know ports: a page of another local server is the
 * same site, so only requests the browser calls same-origin (or a person typed) may use it.
 */
export function sessionIds(headers: IncomingHttpHeaders): string[] {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return [];
  return cookies(headers.cookie ?? '', sessionCookie);
}
