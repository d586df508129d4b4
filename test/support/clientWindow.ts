import type { TestContext } from 'node:test';
import type { ConnectionState, ServiceConnection } from '../../src/client/connection.js';
import { openConnection } from '../../src/client/openConnection.js';
import type { ServiceEvent } from '../../src/protocol/events.js';
import { productVersion } from '../../src/protocol/productVersion.js';
import { cleanUp } from './cleanup.js';
import { eventually } from './eventually.js';

/** What a window has: a connection, and what came through it. */
export interface ClientWindow {
  readonly connection: ServiceConnection;
  readonly events: ServiceEvent[];
  readonly states: ConnectionState[];
  readonly messages: string[];
  /** Resolves with the state once it is of that kind. */
  reaches<K extends ConnectionState['kind']>(
    kind: K,
    which?: (state: Extract<ConnectionState, { kind: K }>) => boolean,
  ): Promise<Extract<ConnectionState, { kind: K }>>;
}

/** Opens a connection as a window does; closed after the test. */
export function openWindow(
  t: TestContext,
  options: { home: string; dist: string; version?: string },
): ClientWindow {
  const events: ServiceEvent[] = [];
  const messages: string[] = [];
  const connection = openConnection({
    home: options.home,
    dist: options.dist,
    version: options.version ?? productVersion,
    log: (_level, message) => void messages.push(message),
  });
  cleanUp(t, () => connection.dispose());
  const states = [connection.state];
  connection.onEvent((event) => void events.push(event));
  connection.onDidChangeState((state) => void states.push(state));
  return {
    connection,
    events,
    states,
    messages,
    reaches: (kind, which = () => true) =>
      eventually(
        () => {
          const { state } = connection;
          const fits = state.kind === kind && which(state as never);
          return fits ? (state as never) : null;
        },
        { withinMs: 40_000, what: `the window to be ${kind}: ${messages.join(' | ')}` },
      ),
  };
}
