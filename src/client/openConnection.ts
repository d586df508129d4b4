import { setTimeout as pause } from 'node:timers/promises';
import type { ServiceEvent } from '../protocol/events.js';
import type {
  ApiClient,
  ConnectionState,
  ConnectOptions,
  ServiceConnection,
} from './connection.js';
import { createApi, createEndpointApi } from './createApi.js';
import { EventSubscription } from './eventSubscription.js';
import { findService, type FoundService } from './findService.js';
import { Listeners } from './listeners.js';
import { dataOf } from './problemError.js';
import { reachService } from './reachService.js';
import { ReloadNeededError } from './reloadNeededError.js';
import { repeatingFetch } from './repeatingFetch.js';
import { ServiceUnavailableError } from './serviceUnavailableError.js';

/** A connection that ended sooner than this makes the next one wait a little longer. */
const steadyMs = 5_000;
const longestBackoffMs = 1_000;

/** Begins to connect at once and keeps at it until disposed. */
export function openConnection(options: ConnectOptions): ServiceConnection {
  return new Connection(options);
}

class Connection implements ServiceConnection {
  private current: ConnectionState = { kind: 'connecting' };
  private service: FoundService | null = null;
  private readonly disposal = new AbortController();
  private readonly states: Listeners<ConnectionState>;
  private readonly events: Listeners<ServiceEvent>;
  private readonly subscription: EventSubscription;
  private readonly client: ApiClient;
  /** Ends the wait in which a failed connection rests. */
  private wake: () => void = () => undefined;

  constructor(private readonly options: ConnectOptions) {
    const onError = (error: unknown): void =>
      options.log('error', `A listener of the service's connection threw: ${String(error)}`);
    this.states = new Listeners(onError);
    this.events = new Listeners(onError);
    this.subscription = new EventSubscription((event) => this.events.tell(event));
    this.client = createApi((request) =>
      repeatingFetch(
        {
          current: () => this.connected(),
          after: (failed) => this.connectedAfter(failed as FoundService),
          successorOf: (leaving) => this.connected(leaving as FoundService),
        },
        request,
      ),
    );
    void this.run();
  }

  get state(): ConnectionState {
    return this.current;
  }

  onDidChangeState(listener: (state: ConnectionState) => void): { dispose(): void } {
    return this.states.add(listener);
  }

  onEvent(listener: (event: ServiceEvent) => void): { dispose(): void } {
    return this.events.add(listener);
  }

  async api(): Promise<ApiClient> {
    await this.connected();
    return this.client;
  }

  async restart(reason: string): Promise<void> {
    const before = this.service ?? (await findService(this.options.home).catch(() => null));
    if (before) {
      await createEndpointApi(before).POST('/api/service/stop', { body: { reason } });
    }
    this.change({ kind: 'connecting' });
    this.wake();
    await this.connected(before ?? undefined);
  }

  dispose(): void {
    this.disposal.abort(new ServiceUnavailableError('The connection was closed.'));
    this.wake();
    this.states.clear();
    this.events.clear();
  }

  private disposed(): boolean {
    return this.disposal.signal.aborted;
  }

  private async run(): Promise<void> {
    const { signal } = this.disposal;
    for (let failures = 0; !signal.aborted;) {
      const began = Date.now();
      try {
        await this.connectOnce(signal);
      } catch (error) {
        if (this.disposed()) return;
        await this.rest(error);
      }
      if (this.disposed()) return;
      this.service = null;
      this.change({ kind: 'connecting' });
      failures = Date.now() - began < steadyMs ? failures + 1 : 0;
      const backoff = Math.min(longestBackoffMs, 25 * 2 ** failures);
      if (failures > 1) await pause(backoff, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Connects and resolves when the connection has ended. */
  private async connectOnce(signal: AbortSignal): Promise<void> {
    const service = await reachService(this.options, signal);
    const status = await dataOf(createEndpointApi(service).GET('/api/service'));
    await this.subscription.read(service, signal, () => {
      this.service = service;
      this.change({ kind: 'connected', status });
    });
  }

  /** Shows why there is no service and waits until a person asks anew. */
  private async rest(error: unknown): Promise<void> {
    if (error instanceof ReloadNeededError) {
      this.change({ kind: 'reload-needed', serviceVersion: error.serviceVersion });
    } else if (error instanceof ServiceUnavailableError) {
      this.change({ kind: 'failed', message: error.message, logTail: error.logTail });
    } else {
      // The service went away between two answers: an ordinary reconnect.
      this.options.log('debug', `Connecting once more: ${String(error)}`);
      return;
    }
    this.options.log('error', String(error));
    await new Promise<void>((resolve) => (this.wake = resolve));
  }

  private change(state: ConnectionState): void {
    if (this.current.kind === 'connecting' && state.kind === 'connecting') return;
    this.current = state;
    this.states.tell(state);
  }

  private async connectedAfter(failed: FoundService): Promise<FoundService> {
    const found = await findService(this.options.home);
    return found?.epoch === failed.epoch ? found : this.connected(failed);
  }

  /** The connected service, other than `not`. @throws ServiceUnavailableError, ReloadNeededError */
  private connected(not?: FoundService): Promise<FoundService> {
    return new Promise((resolve, reject) => {
      const settle = (state: ConnectionState): boolean => {
        if (this.disposal.signal.aborted) reject(this.disposal.signal.reason as Error);
        else if (this.service && this.service.epoch !== not?.epoch) resolve(this.service);
        else if (state.kind === 'failed') {
          reject(new ServiceUnavailableError(state.message, undefined, state.logTail));
        } else if (state.kind === 'reload-needed') {
          reject(new ReloadNeededError(state.serviceVersion));
        } else return false;
        return true;
      };
      if (settle(this.current)) return;
      const aborted = (): void => void settle(this.current);
      const waiting = this.states.add((state) => {
        if (!settle(state)) return;
        waiting.dispose();
        this.disposal.signal.removeEventListener('abort', aborted);
      });
      this.disposal.signal.addEventListener('abort', aborted, { once: true });
    });
  }
}
