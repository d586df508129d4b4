import type { Logger } from 'pino';
import type { App } from './http/app.js';
import type { EventLog } from './events/eventLog.js';
import type { JobQueue } from './jobs/jobQueue.js';
import type { Secrets } from './secrets/secrets.js';
import type { Store } from './store/store.js';

/** What every feature is built from. No port, no environment, no clock but `now`. */
export interface Platform {
  readonly store: Store;
  readonly events: EventLog;
  readonly jobs: JobQueue;
  readonly secrets: Secrets;
  readonly log: Logger;
  readonly now: () => Date;
  /** Where capped files (logs of jobs) lie. */
  readonly filesDirectory: string;
}

/**
 * A feature registers its routes and its job handlers and nothing else. `start` runs after the store
 * is open, `stop` before it closes.
 */
export interface Feature {
  readonly name: string;
  routes(app: App): void;
  start?(): Promise<void>;
  stop?(): Promise<void>;
}
