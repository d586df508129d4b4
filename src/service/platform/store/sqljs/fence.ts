import { hostname } from 'node:os';
import { StoreUnavailableError } from '../storeErrors.js';
import type { StoreFiles } from './storeFiles.js';

/** `fence.json`: who opened the store last. */
interface FenceContent {
  /** Format of the files; a newer one is not touched. */
  readonly format: number;
  readonly epoch: number;
  readonly host: string;
  readonly pid: number;
  readonly openedAt: string;
  /** Closed in order: any host may open it next. */
  readonly released: boolean;
}

const format = 1;

/** The second fence behind the owner lock: an owner who was replaced sees it before it writes. */
export class Fence {
  #identity: string | null = null;

  private constructor(
    private readonly files: StoreFiles,
    private readonly content: FenceContent,
  ) {}

  get epoch(): number {
    return this.content.epoch;
  }

  /** Epoch of the last owner, 0 when none is known. @throws StoreUnavailableError for a foreign host. */
  static async lastEpoch(files: StoreFiles): Promise<number> {
    const last = await read(files);
    if (last && last.format > format) {
      throw new StoreUnavailableError(
        `The store in ${files.directory} was written by a newer version of Quantum Admin.`,
        'Update Quantum Admin, or reload the window if the update is already installed.',
      );
    }
    if (last && !last.released && last.host !== hostname()) {
      throw new StoreUnavailableError(
        `The store in ${files.directory} is in use by the computer "${last.host}" (process ${last.pid}).`,
        `Stop Quantum Admin there. If that computer no longer uses it, delete ${files.fence}.`,
      );
    }
    return last?.epoch ?? 0;
  }

  static async take(files: StoreFiles, epoch: number, now: Date): Promise<Fence> {
    const fence = new Fence(files, {
      format,
      epoch,
      host: hostname(),
      pid: process.pid,
      openedAt: now.toISOString(),
      released: false,
    });
    await fence.#write(fence.content);
    return fence;
  }

  /** Whether nobody opened the store since. */
  isOurs(): boolean {
    return this.files.layer.identity(this.files.fence) === this.#identity;
  }

  async release(): Promise<void> {
    if (this.isOurs()) await this.#write({ ...this.content, released: true });
  }

  async #write(content: FenceContent): Promise<void> {
    await this.files.replace(this.files.fence, [Buffer.from(`${JSON.stringify(content)}\n`)]);
    this.#identity = this.files.layer.identity(this.files.fence);
  }
}

/** Null when missing or unreadable: the journals know the epoch too. */
async function read(files: StoreFiles): Promise<FenceContent | null> {
  try {
    const bytes = await files.layer.readFile(files.fence);
    const content = JSON.parse(Buffer.from(bytes).toString()) as Partial<FenceContent> | null;
    if (typeof content?.epoch !== 'number' || typeof content.host !== 'string') return null;
    return {
      format: content.format ?? format,
      epoch: content.epoch,
      host: content.host,
      pid: content.pid ?? 0,
      openedAt: content.openedAt ?? '',
      released: content.released === true,
    };
  } catch {
    return null;
  }
}
