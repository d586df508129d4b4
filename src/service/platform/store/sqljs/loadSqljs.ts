import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { SqlJsStatic } from 'sql.js';

/** Beside the bundle when shipped; in the package when run from the sources. */
function wasmFile(): string {
  const beside = path.join(__dirname, 'sql-wasm.wasm');
  return existsSync(beside)
    ? beside
    : createRequire(__filename).resolve('sql.js/dist/sql-wasm.wasm');
}

/** SQLite as WebAssembly, compiled once per process. */
export async function loadSqljs(): Promise<SqlJsStatic> {
  const { default: initSqlJs } = await import('sql.js');
  return initSqlJs({ locateFile: wasmFile });
}
