import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * What a virtual environment's activate script would set, for the environment `interpreter` belongs to;
 * nothing for an interpreter that is in none. `exists` is the disk, given in tests.
 */
export function environmentOf(
  interpreter: string | null,
  env: NodeJS.ProcessEnv,
  exists: (file: string) => boolean = existsSync,
): Record<string, string | null> {
  if (interpreter === null) return {};
  const bin = path.dirname(interpreter);
  const root = path.dirname(bin);
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const before = env[pathName];
  const withBin = before === undefined ? bin : `${bin}${path.delimiter}${before}`;
  if (!exists(path.join(root, 'pyvenv.cfg'))) return { [pathName]: withBin };
  // PYTHONHOME would send the environment's Python to another library.
  return { [pathName]: withBin, VIRTUAL_ENV: root, PYTHONHOME: null };
}
