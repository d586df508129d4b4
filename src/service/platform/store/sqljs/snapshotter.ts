import { crc32 } from 'node:zlib';
import type { ExclusiveLock } from '../exclusiveLock.js';
import type { CommitPipeline } from './commitPipeline.js';
import type { Image } from './image.js';
import { createJournal } from './journalFile.js';
import { encodeTrailer } from './snapshotFormat.js';
import type { StoreFiles } from './storeFiles.js';

const sliceBytes = 1024 * 1024;

/** A copy of the image and where it belongs in the order of commits. */
interface Copy {
  readonly generation: number;
  readonly seq: number;
  readonly bytes: Uint8Array;
}

/** The image, slice by slice, and the trailer with its checksum. */
function* snapshotSlices({ generation, seq, bytes }: Copy): Generator<Uint8Array> {
  let checksum = 0;
  for (let at = 0; at < bytes.length; at += sliceBytes) {
    const slice = bytes.subarray(at, at + sliceBytes);
    checksum = crc32(slice, checksum);
    yield slice;
  }
  yield encodeTrailer({ generation, seq, length: bytes.length, checksum });
}

/** Writes a snapshot; it is the base of the next opening once this resolves. */
export async function writeSnapshot(files: StoreFiles, copy: Copy): Promise<void> {
  await files.replace(files.snapshot(copy.generation), snapshotSlices(copy));
}

/** Cuts the journal short by snapshots, and keeps the one before as the last good state. */
export class Snapshotter {
  #running: Promise<void> | null = null;

  constructor(
    private readonly files: StoreFiles,
    private readonly epoch: number,
    private generation: number,
    private readonly lock: ExclusiveLock,
    private readonly pipeline: CommitPipeline,
    private readonly image: () => Image,
  ) {}

  get running(): boolean {
    return this.#running !== null;
  }

  /** Resolves when no snapshot is being written. */
  async idle(): Promise<void> {
    await this.#running?.catch(() => undefined);
  }

  /** Takes a snapshot unless one is under way. A failure loses nothing: the journals are the truth. */
  async take(): Promise<void> {
    this.#running ??= this.#take().finally(() => (this.#running = null));
    await this.#running;
  }

  async #take(): Promise<void> {
    const copy = await this.lock.run(() => this.#copy(), 'trusted');
    if (!copy) return;
    await writeSnapshot(this.files, copy);
    await this.#forget(copy.generation);
  }

  /** Begins a new journal and copies the image, both at the same commit. */
  async #copy(): Promise<Copy | null> {
    if (!(await this.pipeline.drained())) return null;
    const generation = this.generation + 1;
    const seq = this.pipeline.durableSeq;
    const { file, length } = await createJournal(this.files, {
      generation,
      epoch: this.epoch,
      firstSeq: seq + 1,
    });
    this.generation = generation;
    const old = this.pipeline.continueIn(file, length);
    await old.close();
    return { generation, seq, bytes: this.image().export() };
  }

  async #forget(newest: number): Promise<void> {
    const { snapshots, journals } = await this.files.generations();
    const previous = snapshots.findLast((generation) => generation < newest);
    if (previous === undefined) return;
    const { layer } = this.files;
    for (const old of snapshots.filter((each) => each < previous)) {
      await layer.remove(this.files.snapshot(old));
    }
    for (const old of journals.filter((each) => each < previous)) {
      await layer.remove(this.files.journal(old));
    }
  }
}
