import { createHash, type Hash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

/** What an application's behaviour is written in. */
const code = /\.(q|py|sql|ya?ml|csv|json)$/;
/** Folders nothing of the application is written in. */
const skipped = new Set(['node_modules', '__pycache__', 'data', 'venv', 'dist', 'logs', 'uploads']);

async function codeFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries
      .sort((one, other) => (one.name < other.name ? -1 : 1))
      .map(async (entry): Promise<string[]> => {
        const at = path.join(folder, entry.name);
        const hidden = entry.name.startsWith('.') || skipped.has(entry.name);
        if (entry.isDirectory()) return hidden ? [] : codeFiles(at);
        return entry.isFile() && code.test(entry.name) ? [at] : [];
      }),
  );
  return found.flat();
}

export interface CodeFingerprint {
  /** Equal for equal code: of every page, service, migration and configuration. */
  readonly all: string;
  /** Equal for equal Python. */
  readonly python: string;
}

/** Of what an application below `root` is written in. */
export async function codeFingerprint(root: string): Promise<CodeFingerprint> {
  const all = createHash('sha256');
  const python = createHash('sha256');
  for (const file of await codeFiles(root)) {
    const content = await readFile(file).catch(() => null);
    if (content === null) continue;
    for (const hash of file.endsWith('.py') ? [all, python] : [all]) {
      hash.update(`${path.relative(root, file)}\0${content.byteLength}\0`);
      hash.update(content);
    }
  }
  const told = (hash: Hash): string => hash.digest('hex').slice(0, 32);
  return { all: told(all), python: told(python) };
}
