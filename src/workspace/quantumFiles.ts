import { open, opendir } from 'node:fs/promises';
import path from 'node:path';

/** Folders that hold no sources of a project: packages, environments, what the framework writes. */
const skipped = new Set([
  ...['node_modules', '__pycache__', 'dist', 'build', 'venv', 'env', 'site-packages', 'logs'],
  ...['uploads', 'data'],
]);
const skips = (name: string): boolean => skipped.has(name) || name.startsWith('.');

/** How far a search goes before it gives up: a home folder opened by mistake costs no more than this. */
export interface SearchLimits {
  readonly folders: number;
  readonly files: number;
}
const defaultLimits: SearchLimits = { folders: 500, files: 200 };
const headBytes = 64 * 1024;

/**
 * The `.q` files under `root`, nearest first, links not followed, up to the limits. Folders that cannot
 * be read are passed over.
 */
export async function* quantumFiles(
  root: string,
  limits: SearchLimits = defaultLimits,
): AsyncGenerator<string> {
  const folders = [root];
  let files = 0;
  for (let visited = 0; visited < folders.length && visited < limits.folders; visited++) {
    const folder = folders[visited] ?? root;
    const entries = await opendir(folder).catch(() => null);
    if (!entries) continue;
    for await (const entry of entries) {
      if (entry.isDirectory() && !skips(entry.name)) folders.push(path.join(folder, entry.name));
      if (!entry.isFile() || !entry.name.endsWith('.q')) continue;
      yield path.join(folder, entry.name);
      if (++files >= limits.files) return;
    }
  }
}

/** The beginning of a file as text, 64 KB at most; '' when it cannot be read. */
export async function headOf(file: string): Promise<string> {
  const handle = await open(file).catch(() => null);
  if (!handle) return '';
  try {
    const buffer = Buffer.alloc(headBytes);
    const { bytesRead } = await handle.read(buffer, 0, headBytes, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } catch {
    return '';
  } finally {
    await handle.close();
  }
}
