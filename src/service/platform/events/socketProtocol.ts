/** Name of what is spoken over the event socket. */
export const socketProtocol = 'quantum-admin.events';

/**
 * Chooses among the subprotocols a reader offers, one of which may carry his token: ours when it is
 * there, else his first, since a browser gives a connection up that chose none.
 */
export function chooseProtocol(offered: Set<string>): string | false {
  if (offered.has(socketProtocol)) return socketProtocol;
  return [...offered][0] ?? false;
}
