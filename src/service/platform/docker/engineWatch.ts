import type { Logger } from 'pino';
import type { EnginePlace } from './enginePlace.js';
import { isDockerError, type Engine, type EngineEvent } from './engine.js';

export interface EngineWatchOptions {
  readonly log: Logger;
  readonly place: EnginePlace;
  /** Of the containers that are followed. */
  readonly label: string;
  /** The engine answers: what happened before is looked at as a whole. Called before its events. */
  onAvailable(engine: Engine): Promise<void>;
  onUnavailable(): Promise<void>;
  onEvent(engine: Engine, event: EngineEvent): Promise<void>;
}

/** How long an engine that went away is left alone before it is asked again. */
const againMs = 500;

/**
 * Follows the engine's stream of events: nothing is asked while nothing happens. After a gap it goes on from
 * the last event; an engine that is away is tried twice a second, for as long as someone follows.
 */
export class EngineWatch {
  private readonly gone = new AbortController();
  private running: Promise<void> | null = null;
  private since: string | null = null;
  private connected: { readonly key: string; readonly engine: Engine } | null = null;
  private available: boolean | null = null;
  private moved = new AbortController();
  private followed: Engine | null = null;

  constructor(private readonly options: EngineWatchOptions) {}

  /** The client of the engine where it is now; it may not answer. */
  async engine(): Promise<Engine> {
    const { address } = this.options.place;
    const key = JSON.stringify(address);
    if (this.connected?.key !== key) {
      const { openEngine } = await import('./dockerEngine.js');
      const engine = openEngine(address);
      this.connected?.engine.end();
      this.connected = { key, engine };
    }
    return this.connected.engine;
  }

  get hasBegun(): boolean {
    return this.running !== null;
  }

  /** Begins to follow; once. */
  begin(): void {
    this.running ??= this.follow();
  }

  /** The engine may be somewhere else from now on. */
  look(): void {
    this.moved.abort();
  }

  async stop(): Promise<void> {
    this.gone.abort();
    await this.running;
    this.connected?.engine.end();
  }

  private async follow(): Promise<void> {
    while (!this.isOver()) {
      try {
        const engine = await this.engine();
        await engine.version();
        if (this.followed !== engine) this.since = null;
        this.followed = engine;
        // Events from here on are kept by the engine while the containers are looked at.
        this.since ??= (Date.now() / 1_000).toFixed(3);
        await this.options.onAvailable(engine);
        if (this.available !== true)
          this.options.log.info({ at: this.options.place.address.address }, 'Docker answers');
        this.available = true;
        this.moved = new AbortController();
        const until = AbortSignal.any([this.gone.signal, this.moved.signal]);
        for await (const event of engine.events(this.options.label, this.since, until)) {
          this.since = event.at;
          await this.options.onEvent(engine, event);
        }
      } catch (error) {
        if (!this.isOver()) this.away(error);
      }
      if (this.isOver()) return;
      await this.tell();
      await this.pause();
    }
  }

  private isOver(): boolean {
    return this.gone.signal.aborted;
  }

  private away(error: unknown): void {
    if (this.available === false) return;
    const level = isDockerError(error) ? 'info' : 'error';
    this.options.log[level]({ err: error }, 'Docker does not answer');
  }

  private async tell(): Promise<void> {
    if (this.available === false) return;
    this.available = false;
    try {
      await this.options.onUnavailable();
    } catch (error) {
      this.options.log.error({ err: error }, 'that Docker went away could not be stored');
    }
  }

  private pause(): Promise<void> {
    const { signal } = this.gone;
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, againMs);
      timer.unref();
      signal.addEventListener('abort', done);
      if (signal.aborted) done();
    });
  }
}
