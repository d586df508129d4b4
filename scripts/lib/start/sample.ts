import path from 'node:path';
import { root } from '../paths.js';
import { runOrThrow } from '../run.js';

/** The sample application that `npm start` opens. */
export const sample = path.join(root, 'samples', 'storefront');

/** Brings the sample's database to its newest migration, by the framework itself. */
export async function migrateSample(python: string): Promise<void> {
  const name = process.platform === 'win32' ? 'quantum.exe' : 'quantum';
  await runOrThrow(path.join(path.dirname(python), name), ['migrate', 'up'], {
    cwd: sample,
    env: { ...process.env, PYTHONUTF8: '1' },
    timeoutMs: 60_000,
  });
}
