import type { SqlJsStatic } from 'sql.js';
import { Image, type BoundStatement } from './image.js';
import { followJournals, journalFile, type Chain, type JournalFile } from './journalChain.js';
import { decodeStatements } from './journalFormat.js';
import { decodeSnapshot } from './snapshotFormat.js';
import type { StoreFiles } from './storeFiles.js';

/** What the files say, brought to life. Reading changes nothing on the disk. */
export interface Recovered {
  readonly image: Image;
  /** The newest commit in the image. */
  readonly seq: number;
  readonly end: Chain['end'];
  /** Snapshots whose bytes are not as written. */
  readonly damagedSnapshots: readonly string[];
  /** The journals of the state, oldest first. */
  readonly journals: readonly JournalFile[];
  /** The newest generation of any file. */
  readonly generation: number;
  /** The newest epoch of any journal. */
  readonly epoch: number;
  /** Unfinished files of a snapshot that was cut off. */
  readonly leftovers: readonly string[];
}

interface Base {
  readonly image?: Uint8Array;
  readonly seq: number;
  readonly generation: number;
  readonly damaged: readonly string[];
}

/** The newest intact snapshot and every commit after it. */
export async function recover(files: StoreFiles, sqljs: SqlJsStatic): Promise<Recovered> {
  const { snapshots, journals: generations, leftovers } = await files.generations();
  const base = await newestSnapshot(files, snapshots);
  const journals: JournalFile[] = [];
  for (const generation of generations.filter((each) => each >= base.generation)) {
    const path = files.journal(generation);
    journals.push(journalFile(path, await files.layer.readFile(path), generation));
  }
  const chain = followJournals(journals, base.seq);
  const image = new Image(sqljs, base.image);
  const { seq, failed } = replay(image, chain, base.seq);
  return {
    image,
    seq,
    end: failed ? { ...failed, path: whereIs(journals, chain, seq) } : chain.end,
    damagedSnapshots: base.damaged,
    journals,
    generation: Math.max(0, ...snapshots, ...generations),
    epoch: Math.max(0, ...journals.map((journal) => journal.header?.epoch ?? 0)),
    leftovers,
  };
}

async function newestSnapshot(files: StoreFiles, generations: readonly number[]): Promise<Base> {
  const damaged: string[] = [];
  for (const generation of generations.toReversed()) {
    const path = files.snapshot(generation);
    const snapshot = decodeSnapshot(await files.layer.readFile(path));
    if (snapshot) return { ...snapshot, generation, damaged };
    damaged.push(path);
  }
  return { seq: 0, generation: 0, damaged };
}

type Failure = Omit<Extract<Chain['end'], { kind: 'damaged' }>, 'path'>;

/** Runs the commits again. One that cannot run ends the state before it, like a broken record. */
function replay(image: Image, chain: Chain, from: number): { seq: number; failed: Failure | null } {
  let seq = from;
  let at = 0;
  function* transactions(): Generator<BoundStatement[]> {
    for (const record of chain.records) {
      at = record.start;
      yield decodeStatements(record.payload);
      seq = record.seq;
    }
  }
  try {
    image.replay(transactions());
    return { seq, failed: null };
  } catch {
    return { seq, failed: { kind: 'damaged', at, lost: chain.records.length - (seq - from) } };
  }
}

function whereIs(journals: readonly JournalFile[], chain: Chain, seq: number): string {
  const failing = chain.records.find((record) => record.seq === seq + 1);
  const owner = journals.find((journal) => journal.bytes.buffer === failing?.payload.buffer);
  return (owner ?? journals.at(-1))?.path ?? '';
}
