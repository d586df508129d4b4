import * as vscode from 'vscode';
import type { ApiClient, ConnectionState, ServiceConnection } from '../../client/connection.js';
import type { ServiceEvent } from '../../protocol/events.js';
import { Disposables } from './disposables.js';
import { Signal, type Disposable } from './signal.js';
import { requireTrust } from './trust.js';

/** `off`: nothing asked for the service yet, or the workspace is not trusted. */
export type ServiceState = ConnectionState | { readonly kind: 'off' };

/** This window's line to the service; started by the first who needs it, never before. */
export interface ServiceClient extends Disposable {
  readonly state: ServiceState;
  readonly onDidChangeState: Signal<ServiceState>['on'];
  readonly onEvent: Signal<ServiceEvent>['on'];
  /** Begins to connect; does nothing in an untrusted workspace. */
  start(): void;
  /** The typed client once connected. @throws NotTrusted, or the connection's reason. */
  api(): Promise<ApiClient>;
  /** Stops the service and connects to a fresh one. @throws NotTrusted */
  restart(reason: string): Promise<void>;
}

/** `open` makes the connection; it is called at most once. */
export function createServiceClient(open: () => ServiceConnection): ServiceClient {
  const owned = new Disposables();
  const states = new Signal<ServiceState>();
  const events = new Signal<ServiceEvent>();
  let connection: ServiceConnection | undefined;

  const connect = (): ServiceConnection => {
    requireTrust();
    if (connection !== undefined) return connection;
    const opened = open();
    connection = owned.add(opened);
    owned.add(opened.onDidChangeState((state) => states.fire(state)));
    owned.add(opened.onEvent((event) => events.fire(event)));
    states.fire(opened.state);
    return opened;
  };

  return {
    get state() {
      return connection?.state ?? { kind: 'off' };
    },
    onDidChangeState: states.on,
    onEvent: events.on,
    start: () => {
      if (vscode.workspace.isTrusted) connect();
    },
    api: async () => connect().api(),
    restart: (reason) => connect().restart(reason),
    dispose: () => owned.dispose(),
  };
}
