import { createHash, type Hash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** What an application's behaviour is written in. */
const code = /\.(q|py|sql|ya?ml|csv|json)$/;
/** Folders nothing of the application is written in. */
const skipped = new Set(['node_modules', '__pycache__', 'data', 'venv', 'dist', 'logs', 'uploads']);
/** What was written a moment ago may be written again without another time. */
const clockTickMs = 50;
/** The event loop turns after so many files: each look at one takes microseconds. */
const filesATurn = 200;

export interface CodeFingerprint {
  /** Equal for equal code: of every page, service, migration and configuration. */
  readonly all: string;
  /** Equal for equal Python. */
  readonly python: string;
}

interface KnownFile {
  readonly stamp: string;
  readonly hash: string;
}

/** Fingerprints of applications; a file is read again when its time, size or place on the disk is another. */
export class CodeFingerprints {
  private readonly known = new Map<string, ReadonlyMap<string, KnownFile>>();

  /** Of what the application below `root` is written in. */
  async of(root: string): Promise<CodeFingerprint> {
    const before = this.known.get(root);
    const now = new Map<string, KnownFile>();
    const [all, python] = [createHash('sha256'), createHash('sha256')];
    let files = 0;
    for (const file of codeFiles(root)) {
      files += 1;
      if (files % filesATurn === 0) await nextTurn();
      const hash = await hashOf(file, before, now);
      if (hash === null) continue;
      for (const one of file.endsWith('.py') ? [all, python] : [all]) {
        one.update(`${path.relative(root, file)}\0${hash}\0`);
      }
    }
    this.known.set(root, now);
    return { all: told(all), python: told(python) };
  }
}

const told = (hash: Hash): string => hash.digest('hex').slice(0, 32);

/** Sorted by their paths, folder by folder. */
function* codeFiles(folder: string): Generator<string> {
  for (const entry of entriesOf(folder)) {
    const at = path.join(folder, entry.name);
    const hidden = entry.name.startsWith('.') || skipped.has(entry.name);
    if (entry.isDirectory()) {
      if (!hidden) yield* codeFiles(at);
    } else if (entry.isFile() && code.test(entry.name)) yield at;
  }
}

function entriesOf(folder: string) {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch {
    return [];
  }
}

async function hashOf(
  file: string,
  before: ReadonlyMap<string, KnownFile> | undefined,
  now: Map<string, KnownFile>,
): Promise<string | null> {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return null;
  const stamp = `${found.mtimeMs} ${found.ctimeMs} ${found.size} ${found.ino}`;
  const known = before?.get(file);
  if (known?.stamp === stamp) {
    now.set(file, known);
    return known.hash;
  }
  const content = await readFile(file).catch(() => null);
  if (content === null) return null;
  const hash = createHash('sha256').update(content).digest('hex');
  if (Date.now() - found.ctimeMs > clockTickMs) now.set(file, { stamp, hash });
  return hash;
}
