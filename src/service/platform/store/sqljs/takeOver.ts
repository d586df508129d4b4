import { Kysely, type Dialect } from 'kysely';
import { assertKnownSchema } from '../migrations/migrate.js';
import type { Database } from '../schema.js';
import { StoreUnavailableError } from '../storeErrors.js';
import { Fence } from './fence.js';
import type { AppendFile } from './fileLayer.js';
import { ImageConnection } from './imageConnection.js';
import { createJournal } from './journalFile.js';
import { loadSqljs } from './loadSqljs.js';
import { recover, type Recovered } from './recovery.js';
import { damagedFiles, noticesOf, setAside, settleFiles } from './repair.js';
import { sqljsDialect } from './sqljsDialect.js';
import { writeSnapshot } from './snapshotter.js';
import type { StoreFiles } from './storeFiles.js';

/** The store's files in our hands: recovered, repaired, with a journal of our own to append to. */
export interface Taken {
  readonly fence: Fence;
  readonly connection: ImageConnection;
  readonly dialect: Dialect;
  readonly seq: number;
  readonly generation: number;
  readonly file: AppendFile;
  readonly length: number;
  /** Journal bytes since the snapshot, and how many files they are in. */
  readonly journalBytes: number;
  readonly journals: number;
  readonly notices: readonly string[];
}

/** @throws StoreUnavailableError for a network file system, a foreign host, a newer schema. */
export async function takeOver(files: StoreFiles, now: Date): Promise<Taken> {
  await files.layer.makeDirectory(files.directory);
  const network = await files.layer.networkFilesystem(files.directory);
  if (network !== null) {
    throw new StoreUnavailableError(
      `The store cannot lie in ${files.directory}: it is on a network file system (${network}), where ` +
        'two computers could write to it at once.',
      'Choose a folder on a local disk by setting QUANTUM_ADMIN_HOME.',
    );
  }
  // The fence first: what an earlier owner confirms after this, it confirms having seen it.
  const fence = await Fence.take(files, (await Fence.lastEpoch(files)) + 1, now);
  try {
    return await readAndRepair(files, fence, now);
  } catch (error) {
    await fence.release().catch(() => undefined);
    throw error;
  }
}

async function readAndRepair(files: StoreFiles, taken: Fence, now: Date): Promise<Taken> {
  const state = await recover(files, await loadSqljs());
  const connection = new ImageConnection(state.image);
  const dialect = sqljsDialect(connection);
  connection.use('read');
  await assertKnownSchema(new Kysely<Database>({ dialect }), 'sqljs');

  const known = Math.max(state.epoch, state.image.epoch());
  // The fence file was lost: the journals and the row know better.
  const fence = known < taken.epoch ? taken : await Fence.take(files, known + 1, now);
  const generation = state.generation + 1;
  const damaged = await repair(files, state, generation);
  const { file, length } = await createJournal(files, {
    generation,
    epoch: fence.epoch,
    firstSeq: state.seq + 1,
  });
  await setAside(files, damaged, now);
  const kept = damaged.length > 0 ? [] : state.journals;
  return {
    fence,
    connection,
    dialect,
    seq: state.seq,
    generation,
    file,
    length,
    journalBytes: kept.reduce((sum, journal) => sum + journal.bytes.length, 0),
    journals: kept.length,
    notices: noticesOf(state),
  };
}

/** Makes the recovered state stand on sound files; answers the files that are to be set aside. */
async function repair(files: StoreFiles, state: Recovered, generation: number): Promise<string[]> {
  await settleFiles(files, state);
  const damaged = damagedFiles(state);
  // Before they are renamed: their sound beginning is a part of the state.
  if (damaged.length > 0) {
    await writeSnapshot(files, { generation, seq: state.seq, bytes: state.image.export() });
  }
  return damaged;
}
