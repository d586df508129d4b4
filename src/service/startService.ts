import type { Logger } from 'pino';
import { homePaths } from '../protocol/home.js';
import { productVersion } from '../protocol/productVersion.js';
import { apiVersion } from '../protocol/version.js';
import { buildApp } from './app.js';
import { createFeatures } from './features.js';
import { StoredEventLog } from './platform/events/storedEventLog.js';
import { StreamRegistry } from './platform/events/streamRegistry.js';
import { StoredJobQueue } from './platform/jobs/storedJobQueue.js';
import { Holds } from './platform/lifecycle/holds.js';
import { IdleExit } from './platform/lifecycle/idleExit.js';
import { InFlightWrites } from './platform/lifecycle/inFlightWrites.js';
import { QuietMemory, collectGarbage } from './platform/lifecycle/quietMemory.js';
import type { OwnerLock } from './platform/lifecycle/ownerLock.js';
import { removePortFile, writePortFile } from './platform/lifecycle/portFileWriter.js';
import { keepRuntimeFresh } from './platform/lifecycle/runtimeInUse.js';
import { Shutdown, type ServiceEnd, type ShutdownStep } from './platform/lifecycle/shutdown.js';
import { ensureToken } from './platform/lifecycle/tokenFile.js';
import { openServiceLog } from './platform/log/serviceLog.js';
import { StoredSecrets } from './platform/secrets/secrets.js';
import { openStore } from './platform/store/openStore.js';
import type { ServiceOptions } from './serviceOptions.js';

export interface StartOptions extends ServiceOptions {
  /** Held already: nothing here could be opened safely without it. */
  readonly lock: OwnerLock;
  /** The built `dist/`. */
  readonly assetsDirectory: string;
}

/** The service, listening. */
export interface StartedService {
  readonly port: number;
  readonly token: string;
  readonly epoch: number;
  readonly log: Logger;
  /** Begins to leave, or joins who began; resolves when everything is let go of. */
  stop(reason: string): Promise<ServiceEnd>;
  /** Something threw where nobody caught it: leaves in order, with a code that says so. */
  crash(error: Error): void;
  readonly ended: Promise<ServiceEnd>;
}

/** Longest wait for writes that are being answered, and for the whole way out. */
const writesLimitMs = 5_000;
const shutdownLimitMs = 15_000;
/** How long nothing may have happened before memory is given back. */
const memoryQuietMs = 20_000;
/** How long nobody may have wanted to write before the port closes, and the longest wait for that. */
const quietMs = 100;
const quietLimitMs = 1_000;

/**
 * Starts the service on a home this process owns and lets go of everything again when that fails.
 * @throws StoreUnavailableError when the store refuses; whatever else went wrong.
 */
export async function startService(options: StartOptions): Promise<StartedService> {
  const undo: ShutdownStep[] = [];
  /** The last opened is let go of first. */
  const later = (name: string, run: ShutdownStep['run']): void => void undo.unshift({ name, run });
  later('owner lock', () => options.lock.release());
  const startedAt = new Date();
  const now = (): Date => new Date();
  const { home, assetsDirectory } = options;
  const paths = homePaths(home);
  const token = await ensureToken(paths.token);
  const serviceLog = await openServiceLog({
    directory: paths.logs,
    version: productVersion,
    secrets: [
      token,
      ...[options.postgresUrl, options.encryption.key, options.encryption.passphrase].filter(
        (secret) => secret !== undefined,
      ),
    ],
  });
  const { log } = serviceLog;
  const holds = new Holds();
  const control = new Shutdown({ log, steps: undo, limitMs: shutdownLimitMs, holds });

  try {
    const store = await openStore({
      directory: paths.store,
      now,
      onFatal: (reason) => control.fail(reason),
      ...(options.postgresUrl === undefined ? {} : { postgresUrl: options.postgresUrl }),
    });
    later('store', () => store.close());
    const { epoch } = store;
    log.info({ epoch, node: process.version, home, assetsDirectory }, 'store opened');
    for (const notice of store.notices) log.warn(notice);

    const events = await StoredEventLog.open({ store, log, now });
    later('events', () => events.close());
    const jobs = new StoredJobQueue({ store, events, log, now, filesDirectory: paths.files });
    const secrets = new StoredSecrets({
      ...{ store, now, keyFile: paths.encryptionKey },
      ...{ environmentKey: options.encryption.key, passphrase: options.encryption.passphrase },
    });
    const platform = { store, events, jobs, secrets, log, now, filesDirectory: paths.files };
    const identity = { version: productVersion, apiVersion, epoch, startedAt, home };
    const streams = new StreamRegistry();
    const context = { identity, token, streams, assetsDirectory, control };
    const features = createFeatures(platform, context);
    const { allowedOrigins } = options;
    const app = await buildApp({
      platform,
      features,
      ...context,
      allowedOrigins,
      isDraining: () => control.draining,
    });
    const memory = new QuietMemory({ quietMs: memoryQuietMs, collect: collectGarbage });
    later('memory', () => memory.dispose());
    events.subscribe(memory.happened);
    app.addHook('onResponse', (_request, _reply, done) => {
      memory.happened();
      done();
    });
    const writes = new InFlightWrites();
    writes.watch(app);
    for (const feature of features) {
      later(`feature ${feature.name}`, () => feature.stop?.());
      await feature.start?.();
    }
    await app.ready();
    later('http', () => app.close());
    // Readers who heard `bye` ask no more; what they had sent by then is still refused in words.
    later('late writes', () => writes.quiet(quietMs, quietLimitMs));
    later('streams', (leaving) => streams.endAll(leaving));
    later('jobs', (leaving) => jobs.stop(leaving));
    later('writes', () => writes.ended(writesLimitMs));
    await jobs.start();
    const url = new URL(await app.listen({ host: '127.0.0.1', port: options.port }));
    const port = Number(url.port);

    const portFile = { pid: process.pid, port, version: productVersion, apiVersion, epoch };
    await writePortFile(paths.portFile, portFile);
    undo.splice(undo.length - 1, 0, {
      name: 'port file',
      run: () => removePortFile(paths.portFile, portFile),
    });
    const inUse = keepRuntimeFresh(paths.runtime, assetsDirectory, log);
    later('runtime', () => inUse.dispose());
    const idle = new IdleExit({
      idleMs: options.idleMs,
      busyWith: () => streams.count + jobs.active + holds.count,
      changes: [
        (listener) => streams.onDidChange(listener),
        (listener) => holds.onDidChange(listener),
        (listener) => events.subscribe(listener),
      ],
      onIdle: () => control.stop(`idle for ${options.idleMs / 1000} s`),
    });
    later('idle watch', () => idle.dispose());
    log.info({ port, ms: Date.now() - startedAt.getTime() }, 'listening');
    const ended = control.ended.then(async (end) => {
      await serviceLog.close();
      return end;
    });
    const stop = (reason: string): Promise<ServiceEnd> => {
      control.stop(reason);
      return ended;
    };
    return { port, token, epoch, log, stop, ended, crash: (error) => control.crash(error) };
  } catch (error) {
    const reason = error instanceof Error ? error : new Error(String(error));
    control.crash(reason, 'the service did not start');
    await control.ended;
    await serviceLog.close();
    throw error;
  }
}
