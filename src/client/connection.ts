import type { Client } from 'openapi-fetch';
import type { ServiceEvent } from '../protocol/events.js';
import type { paths } from '../protocol/openapi.generated.js';
import type { ServiceStatus } from '../protocol/service.js';

/** The typed client, generated from the OpenAPI document: the only way to call the service. */
export type ApiClient = Client<paths, 'application/json'>;

export type ConnectionState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'connected'; readonly status: ServiceStatus }
  /** The running service is newer than this window and its API does not fit. */
  | { readonly kind: 'reload-needed'; readonly serviceVersion: string }
  /** Three starts failed. `logTail`: the last 20 lines of the service's log. */
  | { readonly kind: 'failed'; readonly message: string; readonly logTail: readonly string[] };

export interface ConnectOptions {
  /** Folder of all state; default `defaultHome()`. */
  readonly home: string;
  /** The installed `dist/`: copied to `HOME/runtime/<hash>` before the service runs from there. */
  readonly dist: string;
  /** Version of the caller's package. */
  readonly version: string;
  readonly log: (level: 'debug' | 'info' | 'warn' | 'error', message: string) => void;
}

/**
 * A window's (or a command's) line to the service: finds it, starts it when there is none, proves it
 * by the handshake, hands over from an older one, and keeps one event stream, for ever re-connecting.
 */
export interface ServiceConnection {
  readonly state: ConnectionState;
  onDidChangeState(listener: (state: ConnectionState) => void): { dispose(): void };
  /** Events of the stream; after `reset` everything shown has to be fetched again. */
  onEvent(listener: (event: ServiceEvent) => void): { dispose(): void };
  /** The client once connected. @throws ServiceUnavailableError with the state's message. */
  api(): Promise<ApiClient>;
  /** Stops the service and connects to a fresh one. */
  restart(reason: string): Promise<void>;
  dispose(): void;
}
