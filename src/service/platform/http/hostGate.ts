const ownNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** The Host header taken apart, or null when it is none. Nothing is decoded or completed. */
function parseHost(header: string): { name: string; port: number | null } | null {
  const match = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::(\d{1,5}))?$/i.exec(header);
  if (!match?.[1]) return null;
  return { name: match[1].toLowerCase(), port: match[2] ? Number(match[2]) : null };
}

/**
 * Whether a Host header names this service: a loopback name with our port, or without one. Keeps out
 * pages whose own domain was re-bound to 127.0.0.1. `localPort` is the socket's; a request that came
 * over no socket has none, and then only the default port fits.
 */
export function isOwnHost(header: string | undefined, localPort: number | undefined): boolean {
  const host = header === undefined ? null : parseHost(header);
  if (!host || !ownNames.has(host.name)) return false;
  return host.port === null || host.port === (localPort ?? 80);
}
