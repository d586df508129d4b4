import { runHostProgram } from './hostProgram.js';
import { nothingToClose, type SqlPlace } from './sqlPlace.js';

export interface SqliteAt {
  readonly interpreter: string;
  /** `__main__.py` of `python/quantum_sqlite`. */
  readonly script: string;
  readonly database: string;
}

/**
 * A SQLite file by the SQLite of the project's Python, so that locks and journals are what they are for the
 * application. A load is one transaction; the program is told how long the file is, and commits when it has
 * seen all of it.
 */
export function sqlitePlace({ interpreter, script, database }: SqliteAt): SqlPlace {
  return {
    where: interpreter,
    framed: (text) => text,
    run: (way, bytes, streams) =>
      runHostProgram(
        {
          file: interpreter,
          args: ['-I', '-X', 'utf8', '-B', script, way, database, String(bytes)],
          env: process.env,
        },
        streams,
      ),
    close: nothingToClose,
  };
}
