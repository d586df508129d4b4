import path from 'node:path';
import type { FileLayer } from './fileLayer.js';

/** Generations of the files in a folder, ascending. */
export interface Generations {
  readonly snapshots: readonly number[];
  readonly journals: readonly number[];
  readonly leftovers: readonly string[];
}

/** Names and places of the store's files. */
export class StoreFiles {
  constructor(
    readonly layer: FileLayer,
    readonly directory: string,
  ) {}

  snapshot(generation: number): string {
    return path.join(this.directory, `snapshot-${generation}.db`);
  }

  journal(generation: number): string {
    return path.join(this.directory, `journal-${generation}.log`);
  }

  get fence(): string {
    return path.join(this.directory, 'fence.json');
  }

  async generations(): Promise<Generations> {
    const names = await this.layer.list(this.directory);
    return {
      snapshots: numbers(names, /^snapshot-(\d+)\.db$/),
      journals: numbers(names, /^journal-(\d+)\.log$/),
      leftovers: names
        .filter((name) => name.endsWith('.tmp'))
        .map((name) => path.join(this.directory, name)),
    };
  }

  /** Writes a whole file that is either there, entire and durable, or not at all. */
  async replace(file: string, slices: Iterable<Uint8Array>): Promise<void> {
    const temporary = `${file}.tmp`;
    await this.layer.remove(temporary);
    const handle = await this.layer.open(temporary, 'create');
    try {
      for (const slice of slices) {
        await handle.append(slice);
        // Slice by slice, so that the journal's own sync never waits behind the whole file.
        await handle.fdatasync();
      }
    } catch (error) {
      await this.layer.remove(temporary);
      throw error;
    } finally {
      await handle.close();
    }
    await this.layer.rename(temporary, file);
    await this.layer.fsyncDirectory(this.directory);
  }
}

function numbers(names: readonly string[], pattern: RegExp): number[] {
  return names
    .flatMap((name) => pattern.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}
