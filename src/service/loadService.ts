import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import type * as service from './service.js';

type Service = typeof service;

/** The service itself, loaded only by the owner of the home: a file of its own beside this bundle. */
export function loadService(): Promise<Service> {
  return import('./service.js');
}

export interface CachedService {
  readonly service: Service;
  /** Keeps what the engine has compiled for the next start. Call once the service serves. */
  readonly keep: () => void;
}

/**
 * The same from an immutable copy of the product, by the engine's code cache: 75 ms of 130 less on
 * Node 20. `directory`: the copy, whose name is the hash of its content; the cache lies beside it, one
 * for each version of the engine. It is out of its place until the service serves, so a start that
 * something in it broke is not repeated with it.
 */
export function loadServiceCached(directory: string): CachedService {
  const filename = path.join(directory, 'service.js');
  const folder = path.join(path.dirname(directory), 'code-cache');
  const name = `${path.basename(directory)}-${process.versions.v8}-${process.arch}`;
  const file = path.join(folder, name);
  const mine = `${file}.${process.pid}`;
  const cachedData = take(file, mine);
  const script = new vm.Script(wrap(readFileSync(filename, 'utf8')), {
    filename,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  const loaded = { exports: {} as Service };
  const run = script.runInThisContext() as (...scope: unknown[]) => void;
  run(loaded.exports, createRequire(filename), loaded, filename, directory);
  const keep = (): void => {
    if (cachedData === undefined || script.cachedDataRejected === true) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(mine, script.createCachedData(), { flush: true });
    }
    renameSync(mine, file);
  };
  return { service: loaded.exports, keep };
}

function take(file: string, mine: string): Buffer | undefined {
  try {
    renameSync(file, mine);
    return readFileSync(mine);
  } catch {
    return undefined;
  }
}
