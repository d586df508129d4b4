import { constants } from 'node:fs';
import { access, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../platform/problem.js';
import type { Driver, Failure } from './driver.js';

const headerBytes = 100;
const magic = 'SQLite format 3\0';

/** Which SQLite wrote a file last. A file without a byte is an empty database. */
async function versionOf(file: string): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const header = Buffer.alloc(headerBytes);
    const { bytesRead } = await handle.read(header, 0, headerBytes, 0);
    if (bytesRead === 0) return 'SQLite 3';
    if (bytesRead < headerBytes || header.toString('latin1', 0, magic.length) !== magic) {
      throw Object.assign(new Error(`${file} is not a SQLite database.`), {
        code: 'NOT_A_DATABASE',
      });
    }
    const number = header.readUInt32BE(96);
    return `SQLite ${Math.floor(number / 1e6)}.${Math.floor(number / 1e3) % 1_000}.${number % 1_000}`;
  } finally {
    await handle.close();
  }
}

function explain(error: unknown): Failure {
  const { code = '', message, path: file = 'The file' } = error as NodeJS.ErrnoException;
  const fatal = (name: string, text: string, repair: string): Failure => ({
    ...{ code: name, message: text, repair, passing: false },
  });
  switch (code) {
    case 'ENOENT':
      return fatal(
        'file-missing',
        `${file} is not there.`,
        'Set the datasource up again: that makes an empty file.',
      );
    case 'EACCES':
    case 'EROFS':
    case 'EPERM':
      return fatal(
        'no-privilege',
        `${file} cannot be written.`,
        'Give yourself the right to write the file and its folder.',
      );
    case 'NOT_A_DATABASE':
      return fatal('not-a-database', message, 'Name another file.');
    case 'EISDIR':
      return fatal('not-a-database', `${file} is a folder.`, 'Name a file.');
    default:
      return {
        code: 'database-error',
        message,
        repair: 'Check the file and its folder.',
        passing: false,
      };
  }
}

const nobody = (): Promise<never> =>
  Promise.reject(new AppError('not-for-this-datasource', 'A SQLite file has no password.'));

/** SQLite's file, read as far as its header: another process may be writing to it. */
export const sqliteDriver: Driver = {
  probe: ({ database }) => versionOf(database),
  async verify({ database }) {
    const version = await versionOf(database);
    await access(database, constants.W_OK);
    // Its journal is made beside it.
    await access(path.dirname(database), constants.W_OK);
    return version;
  },
  async setUp(_, { database }) {
    await mkdir(path.dirname(database), { recursive: true });
    const handle = await open(database, 'a');
    await handle.close();
  },
  changePassword: nobody,
  explain,
};
