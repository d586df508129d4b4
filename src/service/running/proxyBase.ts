import type { IncomingMessage } from 'node:http';

/**
 * An application reached under a path (code-server forwards `/proxy/8080/` to it) knows nothing of that path:
 * its addresses begin at the root. Here they get the path before them.
 */
const attribute =
  /(\s(?:href|src|action|formaction|poster|hx-(?:get|post|put|delete|patch)|data-hx-(?:get|post|put|delete|patch))\s*=\s*["'])\/(?!\/)/gi;
const style = /(\burl\(\s*["']?)\/(?!\/)/gi;

/** HTML or CSS with its addresses under the path. */
export function underBase(text: string, base: string): string {
  if (base === '') return text;
  return text.replace(attribute, `$1${base}/`).replace(style, `$1${base}/`);
}

/** `Location`, in full where there is a path: forwarders put theirs before one that begins with a slash. */
export function locationOut(location: string, request: IncomingMessage, base: string): string {
  if (base === '' || !location.startsWith('/') || location.startsWith('//')) return location;
  const protocol = String(request.headers['x-forwarded-proto'] ?? 'http').split(',')[0] ?? 'http';
  return `${protocol}://${request.headers.host ?? ''}${base}${location}`;
}
