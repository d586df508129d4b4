import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { pino } from 'pino';
import { buildApp, type AppOptions } from '../../src/service/app.js';
import { createFeatures } from '../../src/service/features.js';
import { detachedControl } from '../../src/service/platform/lifecycle/serviceControl.js';
import { StoredEventLog } from '../../src/service/platform/events/storedEventLog.js';
import { StreamRegistry } from '../../src/service/platform/events/streamRegistry.js';
import type { Feature, Platform } from '../../src/service/platform/feature.js';
import type { App } from '../../src/service/platform/http/app.js';
import { StoredJobQueue } from '../../src/service/platform/jobs/storedJobQueue.js';
import { StoredSecrets } from '../../src/service/platform/secrets/secrets.js';
import { openStore } from '../../src/service/platform/store/openStore.js';
import { cleanUp } from './cleanup.js';
import { homePaths } from '../../src/protocol/home.js';
import { apiVersion } from '../../src/protocol/version.js';

export interface TestAppOptions extends Partial<
  Pick<AppOptions, 'allowedOrigins' | 'assetsDirectory' | 'limits' | 'prepare' | 'streamLimits'>
> {
  /** Features under test; without it the product's own. */
  readonly features?: (platform: Platform) => readonly Feature[];
  readonly isDraining?: () => boolean;
  readonly now?: () => Date;
  /** Stays after the test when given: a second start finds what the first left. */
  readonly home?: string;
  readonly keepEvents?: number;
  readonly logCapBytes?: number;
  readonly byNamePort?: number;
}

export interface TestApp {
  readonly app: App;
  readonly platform: Platform & { readonly jobs: StoredJobQueue };
  readonly token: string;
  readonly home: string;
  readonly streams: StreamRegistry;
  /** Headers of a caller that may. */
  readonly authorized: { readonly authorization: string };
  /** Address of the listening service; listens on a free loopback port at the first call. */
  readonly url: () => Promise<string>;
  /** As at the service's end. Idempotent; done after the test in any case. */
  close(reason?: 'draining' | 'stopping'): Promise<void>;
}

let databaseOf: ((home: string) => Promise<string>) | null = null;

/** From now on the apps of this process keep their state in PostgreSQL: each home in the database of this URL. */
export function keepStateIn(database: (home: string) => Promise<string>): void {
  databaseOf = database;
}

export async function temporaryFolder(t: TestContext, name: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), `quantum-admin-${name}-`));
  cleanUp(t, () => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The real application over the real store in a temporary folder, without a process of its own. */
export async function startTestApp(t: TestContext, options: TestAppOptions = {}): Promise<TestApp> {
  const home = options.home ?? (await temporaryFolder(t, 'service'));
  const now = options.now ?? (() => new Date());
  const log = pino({ level: process.env['QUANTUM_TEST_LOG'] ?? 'silent' });
  const postgresUrl = await databaseOf?.(home);
  const store = await openStore({
    directory: path.join(home, 'store'),
    now,
    ...(postgresUrl === undefined ? {} : { postgresUrl }),
    onFatal: (reason) => {
      throw reason;
    },
  });
  // Also when the app is not built, which some tests are about.
  cleanUp(t, () => store.close());
  const events = await StoredEventLog.open({
    store,
    log,
    now,
    ...(options.keepEvents === undefined ? {} : { keep: options.keepEvents }),
  });
  const filesDirectory = path.join(home, 'files');
  const jobs = new StoredJobQueue({
    store,
    events,
    log,
    now,
    filesDirectory,
    ...(options.logCapBytes === undefined ? {} : { logCapBytes: options.logCapBytes }),
  });
  const secrets = new StoredSecrets({ store, now, keyFile: homePaths(home).encryptionKey });
  const platform = { store, events, jobs, secrets, log, now, filesDirectory };

  const token = randomBytes(32).toString('hex');
  const streams = new StreamRegistry();
  const assetsDirectory = options.assetsDirectory ?? path.join(home, 'dist');
  const isDraining = options.isDraining ?? (() => false);
  const identity = {
    version: '0.0.0-test',
    apiVersion,
    epoch: store.epoch,
    startedAt: now(),
    home,
  };
  const features =
    options.features?.(platform) ??
    createFeatures(platform, {
      identity,
      token,
      streams,
      assetsDirectory,
      control: detachedControl(isDraining),
      ...(options.byNamePort === undefined ? {} : { byNamePort: options.byNamePort }),
    });
  const app = await buildApp({
    ...options,
    platform,
    features,
    token,
    identity,
    isDraining,
    assetsDirectory,
    streams,
  });
  await app.ready();
  for (const feature of features) await feature.start?.();
  await jobs.start();

  let closed: Promise<void> | null = null;
  const close = (reason: 'draining' | 'stopping' = 'stopping'): Promise<void> =>
    (closed ??= (async () => {
      await app.close();
      await jobs.stop(reason);
      for (const feature of [...features].reverse()) await feature.stop?.();
      await events.close();
      await store.close();
    })());
  cleanUp(t, () => close());
  let listening: Promise<string> | null = null;
  return {
    app,
    platform,
    token,
    home,
    streams,
    authorized: { authorization: `Bearer ${token}` },
    url: () => (listening ??= app.listen({ host: '127.0.0.1', port: 0 })),
    close,
  };
}
