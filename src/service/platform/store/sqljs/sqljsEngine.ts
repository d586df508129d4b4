import { Kysely } from 'kysely';
import { migrate } from '../migrations/migrate.js';
import { noteEpoch } from '../migrations/owner.js';
import { CommitListeners } from '../commitListeners.js';
import { ExclusiveLock } from '../exclusiveLock.js';
import type { Database } from '../schema.js';
import type { OpenStoreOptions, Store } from '../store.js';
import { StoreFullError, StoreUnavailableError } from '../storeErrors.js';
import { UseScope } from '../useScope.js';
import { CommitPipeline } from './commitPipeline.js';
import { isDiskFull } from './fileLayer.js';
import { loadSqljs } from './loadSqljs.js';
import { nodeFileLayer } from './nodeFileLayer.js';
import { recover } from './recovery.js';
import { defaultHoldLimitMs, snapshotLimit, type SqljsSettings } from './settings.js';
import { Snapshotter } from './snapshotter.js';
import { SqljsStore } from './sqljsStore.js';
import { shutter } from './shutDown.js';
import { StoreFiles } from './storeFiles.js';
import { takeOver, type Taken } from './takeOver.js';

/**
 * Opens the store in `options.directory`: recovers, takes the fence, migrates.
 * @throws StoreUnavailableError when the place, the owner or the schema's version forbids it.
 * @throws StoreFullError when there is no room even to open.
 */
export async function openSqljsStore(
  options: OpenStoreOptions,
  settings: SqljsSettings = {},
): Promise<Store> {
  const files = new StoreFiles(settings.layer ?? nodeFileLayer, options.directory);
  try {
    const taken = await takeOver(files, options.now());
    try {
      return await assemble(options, settings, files, taken);
    } catch (error) {
      await taken.file.close();
      await taken.fence.release().catch(() => undefined);
      throw error;
    }
  } catch (error) {
    if (isDiskFull(error)) throw new StoreFullError(options.directory, { cause: error });
    if (error instanceof Error && 'syscall' in error) {
      throw new StoreUnavailableError(
        `The store in ${options.directory} cannot be opened: ${error.message}.`,
        'Make sure that the folder can be written by you.',
        { cause: error },
      );
    }
    throw error;
  }
}

async function assemble(
  options: OpenStoreOptions,
  settings: SqljsSettings,
  files: StoreFiles,
  taken: Taken,
): Promise<Store> {
  const { connection, fence, seq } = taken;
  const { epoch } = fence;
  const location = files.directory;
  const db = new Kysely<Database>({ dialect: taken.dialect });
  const lock = new ExclusiveLock(
    settings.holdLimitMs ?? defaultHoldLimitMs,
    () => connection.lastStatement,
  );
  let journalBytes = taken.journalBytes;
  const pipeline: CommitPipeline = new CommitPipeline(taken.file, taken.length, seq, {
    location,
    isOurs: () => fence.isOurs(),
    takeBack: (reset) =>
      lock.run(async () => {
        reset();
        const durable = await recover(files, await loadSqljs());
        if (durable.seq !== pipeline.durableSeq) throw new Error('A confirmed change is missing');
        connection.replace(durable.image);
      }, 'trusted'),
    onFatal: options.onFatal,
    onAppended: (bytes) => {
      journalBytes += bytes;
      if (journalBytes > snapshotLimit(settings, journalBytes, connection.image)) snapshot();
    },
  });
  const snapshotter = new Snapshotter(
    files,
    epoch,
    taken.generation,
    lock,
    pipeline,
    () => connection.image,
  );
  const snapshot = (): void => {
    journalBytes = 0;
    // The journals hold everything it would have held; the next one is tried after as much again.
    snapshotter.take().catch((error: unknown) => process.emitWarning(String(error)));
  };

  connection.use('each');
  await migrate(db, 'sqljs', settings.migrateTo);
  await noteEpoch(db, epoch);
  for (const statements of connection.takeCommits()) {
    void pipeline.append(statements, () => undefined);
  }
  await pipeline.whenDurable();
  if (taken.journals > 8) snapshot();

  return new SqljsStore({
    directory: location,
    epoch,
    notices: taken.notices,
    db,
    connection,
    lock,
    scope: new UseScope(),
    listeners: new CommitListeners(),
    pipeline,
    shut: shutter({ pipeline, snapshotter, connection, fence, journalBytes: () => journalBytes }),
  });
}
