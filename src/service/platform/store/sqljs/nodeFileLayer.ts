import { statSync, writeSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import type { AppendFile, FileLayer } from './fileLayer.js';
import { networkFilesystem } from './networkFilesystem.js';

const smallBytes = 64 * 1024;

class NodeAppendFile implements AppendFile {
  constructor(private readonly handle: fs.FileHandle) {}

  async append(data: Uint8Array): Promise<void> {
    // A small write only goes to the kernel's memory: quicker done than handed to a thread.
    if (data.length <= smallBytes) {
      for (let done = 0; done < data.length;) {
        done += writeSync(this.handle.fd, data, done, data.length - done);
      }
      return;
    }
    for (let done = 0; done < data.length;) {
      const { bytesWritten } = await this.handle.write(data, done, data.length - done);
      done += bytesWritten;
    }
  }

  fdatasync(): Promise<void> {
    return this.handle.datasync();
  }

  truncate(length: number): Promise<void> {
    return this.handle.truncate(length);
  }

  close(): Promise<void> {
    return this.handle.close();
  }
}

/** The real disk. */
export const nodeFileLayer: FileLayer = {
  async makeDirectory(path) {
    await fs.mkdir(path, { recursive: true, mode: 0o700 });
  },
  list: (directory) => fs.readdir(directory),
  readFile: (path) => fs.readFile(path),
  async open(path, how) {
    return new NodeAppendFile(await fs.open(path, how === 'create' ? 'ax' : 'a', 0o600));
  },
  rename: (from, to) => fs.rename(from, to),
  remove: (path) => fs.rm(path, { force: true }),
  async fsyncDirectory(directory) {
    // Windows keeps its folders itself; opening one to sync it is refused there.
    if (process.platform === 'win32') return;
    const handle = await fs.open(directory, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  identity(path) {
    const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
    return stat
      ? `${stat.ino.toString()}:${stat.ctimeNs.toString()}:${stat.size.toString()}`
      : null;
  },
  networkFilesystem,
};
