import path from 'node:path';
import { projectEvidence } from '../../framework/dialectEvidence.js';
import { catalogueFor } from '../../language/catalogue/catalogueFor.js';
import { detectDialect } from '../../language/catalogue/detectDialect.js';
import type { Catalogue } from '../../language/catalogue/types.js';
import { decodeFacts, factsVersion } from '../../language/components/factsCodec.js';
import { pageFacts, type PageFacts } from '../../language/components/pageFacts.js';
import { configurationFile } from '../../language/project/roles.js';
import { productVersion } from '../../protocol/productVersion.js';
import { folderAt } from '../../workspace/folderIdentity.js';
import { stampOf, stampsBelow, type FileStamp } from '../../workspace/fileStamps.js';
import { readText } from '../../workspace/readText.js';
import { AppError } from '../platform/problem.js';
import { readAllComponents } from './readAllComponents.js';

/** What is known of a file of a project. */
export interface KnownFile {
  /** Of the file, and of what it was read with: read again when it is another. */
  readonly state: string;
  readonly facts: PageFacts;
  /** A digest of the text and the facts, as the table has them: one text tells from another by it. */
  readonly encoded: string;
  /** Why it could not be read; its facts are those of an empty file then. */
  readonly unreadable: string | null;
}

export interface ReadProject {
  readonly configuration: string | null;
  /** By path from the root. */
  readonly files: ReadonlyMap<string, KnownFile>;
}

/**
 * A file that was written so shortly before may be written again without another time: it is in no state that
 * tells anything, and is read again the next time.
 */
const clockTickMs = 50;
const unsettled = '';

export interface ReadOptions {
  readonly root: string;
  /** Of the framework in the project's environment; null: its files tell. */
  readonly release: string | null;
  /** The program of the reading threads (`dist/scanWorker.js`); null: no threads. */
  readonly worker: string | null;
  /** Files in the state in which they are known are not read. */
  readonly known: ReadonlyMap<string, KnownFile>;
  /** The only files that may be otherwise than known; null: any may. */
  readonly changed: readonly string[] | null;
}

/**
 * The components of a project as they are on disk.
 * @throws folder-missing
 */
export async function readProject(options: ReadOptions): Promise<ReadProject> {
  const { root, release, worker, known, changed } = options;
  if (!(await folderAt(root))) {
    const detail = `There is no folder at ${root}, or it cannot be read.`;
    throw new AppError('folder-missing', detail, 'Bring it back, or link the project anew.');
  }
  const configuration = await textOf(root, configurationFile);
  const catalogue = await catalogueOf(root, release);
  const stamps = changed === null ? await stampsBelow(root, '') : stampsOf(root, changed);
  const files = new Map<string, KnownFile>(changed === null ? [] : known);
  for (const file of changed ?? []) files.delete(file);
  const stale = new Map<string, string>();
  const now = Date.now();
  for (const stamp of stamps) {
    if (!isComponentFile(stamp.path)) continue;
    const state = stateOf(stamp, catalogue);
    const old = known.get(stamp.path);
    if (old?.state === state) files.set(stamp.path, old);
    else stale.set(stamp.path, now - stamp.mtimeMs < clockTickMs ? unsettled : state);
  }
  const isConfigured = configuration !== null;
  const task = { root, release: catalogue.release, isConfigured, files: [...stale.keys()] };
  await readAllComponents(task, worker, (read) => {
    for (const { encoded, unreadable } of read) {
      const facts = factsIn(encoded);
      const { path: file } = facts.summary;
      files.set(file, { state: stale.get(file) ?? unsettled, facts, encoded, unreadable });
    }
  });
  return { configuration, files };
}

/** The states of those files that are there. */
function stampsOf(root: string, files: readonly string[]): FileStamp[] {
  return files.flatMap((file) => stampOf(root, file) ?? []);
}

function stateOf({ size, mtimeMs, inode }: FileStamp, { family }: Catalogue): string {
  return `${productVersion} ${factsVersion} ${family} ${size} ${mtimeMs} ${inode}`;
}

/** Whether a path is one of a component: tests have the same suffix. */
export function isComponentFile(file: string): boolean {
  return file.endsWith('.q') && !file.endsWith('.test.q');
}

/** The facts of a file that nothing is known of. */
export function noFacts(file: string): PageFacts {
  return pageFacts(file, '', catalogueFor(null));
}

/** The facts in what the table has of a file. */
export function factsIn(encoded: string): PageFacts {
  return decodeFacts(encoded.slice(encoded.indexOf(' ') + 1));
}

/** The text of a file of the project; null when there is none that can be read. */
export async function textOf(root: string, file: string): Promise<string | null> {
  const reading = await readText(path.join(root, file));
  return reading.kind === 'text' ? reading.text : null;
}

/** What the framework of a project knows. `installed`: its release in the environment; null: the files tell. */
export async function catalogueOf(root: string, installed: string | null): Promise<Catalogue> {
  const evidence = await projectEvidence(root);
  const told = { ...evidence, installed: installed ?? evidence.installed, texts: [] };
  return catalogueFor(detectDialect(told).release);
}
