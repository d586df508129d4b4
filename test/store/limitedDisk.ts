import type { AppendFile, FileLayer } from '../../src/service/platform/store/sqljs/fileLayer.js';
import { RecordingDisk } from './recordingDisk.js';

function failure(code: string): Error {
  return Object.assign(new Error(`${code}: the disk said so`), { code, syscall: 'write' });
}

/** A disk in memory with as much room as the test gives it, and syncs that can be made to fail. */
export class LimitedDisk extends RecordingDisk implements FileLayer {
  /** Bytes that may still be appended. */
  room = Infinity;
  failSync = false;
  foreign = false;

  override async open(path: string, how: 'create' | 'existing'): Promise<AppendFile> {
    const inner = await super.open(path, how);
    return {
      append: async (data) => {
        const fits = data.subarray(0, Math.min(data.length, Math.max(0, this.room)));
        this.room -= fits.length;
        await inner.append(fits);
        if (fits.length < data.length) throw failure('ENOSPC');
      },
      fdatasync: async () => {
        if (this.failSync) throw failure('EIO');
        await inner.fdatasync();
      },
      truncate: (length) => inner.truncate(length),
      close: () => inner.close(),
    };
  }

  override identity(path: string): string | null {
    return this.foreign ? 'somebody else' : super.identity(path);
  }
}
