import { createHash } from 'node:crypto';
import {
  mkdir,
  open,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { homePaths } from '../protocol/home.js';

/** An immutable copy of the product that a service runs from. */
export interface Runtime {
  readonly directory: string;
  readonly version: string;
}

/** Parts of dist/ that only the editor loads. */
const editorOnly = /^(?:extension|server|cli|languageClient|nodeWebSocket)\.js$|^webviews$|\.map$/;
/** A copy takes a second; who has been at it for longer is dead. */
const abandonedMs = 15_000;
const keptMs = 7 * 24 * 60 * 60_000;

/**
 * Copies what the service needs of `dist` to `HOME/runtime/<hash of its content>`, once: editors delete an
 * extension's folder while the service still runs. Null: another process is copying just now.
 */
export async function ensureRuntime(home: string, dist: string): Promise<string | null> {
  const files = await readAll(dist);
  const target = path.join(homePaths(home).runtime, hashOf(files));
  if (await exists(target)) {
    await utimes(target, new Date(), new Date());
    return target;
  }
  const aside = `${target}.partial`;
  await mkdir(homePaths(home).runtime, { recursive: true, mode: 0o700 });
  try {
    await mkdir(aside, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const { mtimeMs } = await stat(aside).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > abandonedMs) await rm(aside, { recursive: true, force: true });
    return null;
  }
  try {
    // The one before us may have been ready between our two looks.
    if (await exists(target)) return target;
    for (const [name, content] of files) await writeDurably(path.join(aside, name), content);
    await rename(aside, target);
    return target;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/**
 * Removes copies nobody started for a week. A running service keeps its own fresh.
 * `keep`: the one in use.
 */
export async function removeOldRuntimes(home: string, keep: string): Promise<void> {
  const { runtime } = homePaths(home);
  for (const entry of await readdir(runtime, { withFileTypes: true })) {
    const directory = path.join(runtime, entry.name);
    if (!entry.isDirectory() || directory === keep) continue;
    const found = await stat(directory).catch(() => null);
    if (found && Date.now() - found.mtimeMs > keptMs) {
      await rm(directory, { recursive: true, force: true });
    }
  }
}

/** The newest version ever started on this home: older clients start it too. Null when none is there. */
export async function newestRuntime(home: string): Promise<Runtime | null> {
  const paths = homePaths(home);
  try {
    const { version, directory } = JSON.parse(
      await readFile(paths.newestRuntime, 'utf8'),
    ) as Partial<Runtime>;
    if (typeof version !== 'string' || typeof directory !== 'string') return null;
    const whole = path.join(paths.runtime, path.basename(directory));
    return (await exists(whole)) ? { version, directory: whole } : null;
  } catch {
    return null;
  }
}

export async function announceRuntime(home: string, runtime: Runtime): Promise<void> {
  const { newestRuntime: file } = homePaths(home);
  const aside = `${file}.${process.pid}`;
  const content = { version: runtime.version, directory: path.basename(runtime.directory) };
  await writeFile(aside, `${JSON.stringify(content)}\n`);
  await rename(aside, file);
}

async function readAll(dist: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)))
    .filter((name) => !editorOnly.test(name.split(path.sep)[0] ?? '') && !name.endsWith('.map'))
    .sort();
  const contents = await Promise.all(names.map((name) => readFile(path.join(dist, name))));
  return new Map(names.map((name, index) => [name, contents[index] ?? Buffer.alloc(0)]));
}

function hashOf(files: ReadonlyMap<string, Buffer>): string {
  const hash = createHash('sha256');
  for (const [name, content] of files) {
    hash.update(`${name.split(path.sep).join('/')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 20);
}

/** A copy that a power cut tore would never be replaced: its name says it is whole. */
async function writeDurably(file: string, content: Buffer): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function exists(directory: string): Promise<boolean> {
  return stat(directory).then(
    () => true,
    () => false,
  );
}
