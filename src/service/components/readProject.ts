import { createHash } from 'node:crypto';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { projectEvidence } from '../../framework/dialectEvidence.js';
import { catalogueFor } from '../../language/catalogue/catalogueFor.js';
import { detectDialect } from '../../language/catalogue/detectDialect.js';
import type { Catalogue } from '../../language/catalogue/types.js';
import { decodeFacts, encodeFacts, factsVersion } from '../../language/components/factsCodec.js';
import { pageFacts, type PageFacts } from '../../language/components/pageFacts.js';
import { ownership } from '../../language/ownership.js';
import { configurationFile } from '../../language/project/roles.js';
import { productVersion } from '../../protocol/productVersion.js';
import { folderAt } from '../../workspace/folderIdentity.js';
import { stampsBelow, type FileStamp } from '../../workspace/fileStamps.js';
import { readText } from '../../workspace/readText.js';
import { AppError } from '../platform/problem.js';

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

/** How long reading keeps the thread before it lets others in, in ms. */
const turnMs = 10;

/**
 * The components of a project as they are on disk. Files in the state in which `known` has them are not read.
 * `release`: of the framework in the project's environment; null: its files tell.
 * @throws folder-missing
 */
export async function readProject(
  root: string,
  release: string | null,
  known: ReadonlyMap<string, KnownFile>,
): Promise<ReadProject> {
  if (!(await folderAt(root))) {
    const detail = `There is no folder at ${root}, or it cannot be read.`;
    throw new AppError('folder-missing', detail, 'Bring it back, or link the project anew.');
  }
  const stamps = await stampsBelow(root, '');
  const configuration = await textOf(root, configurationFile);
  const catalogue = await catalogueOf(root, release);
  const reader = new Reader(root, catalogue, configuration !== null);
  const files = new Map<string, KnownFile>();
  let until = performance.now() + turnMs;
  for (const stamp of stamps) {
    if (!isComponentFile(stamp.path)) continue;
    const state = reader.stateOf(stamp);
    const old = known.get(stamp.path);
    const file = old?.state === state ? old : await reader.read(stamp, state);
    if (file) files.set(stamp.path, file);
    if (performance.now() < until) continue;
    await nextTurn();
    until = performance.now() + turnMs;
  }
  return { configuration, files };
}

/** Whether a path is one of a component: tests have the same suffix. */
export function isComponentFile(file: string): boolean {
  return file.endsWith('.q') && !file.endsWith('.test.q');
}

/** The facts of a file that nothing is known of. */
export function noFacts(file: string): PageFacts {
  return pageFacts(file, '', catalogueFor(null));
}

function knownFile(
  state: string,
  text: string,
  facts: PageFacts,
  unreadable: string | null = null,
): KnownFile {
  const digest = createHash('sha1').update(text).digest('base64url');
  return { state, facts, encoded: `${digest} ${encodeFacts(facts)}`, unreadable };
}

/** The facts in what the table has of a file. */
export function factsIn(encoded: string): PageFacts {
  return decodeFacts(encoded.slice(encoded.indexOf(' ') + 1));
}

class Reader {
  constructor(
    private readonly root: string,
    private readonly catalogue: Catalogue,
    private readonly isConfigured: boolean,
  ) {}

  stateOf({ size, mtimeMs, inode }: FileStamp): string {
    const readWith = `${productVersion} ${factsVersion} ${this.catalogue.family}`;
    return `${readWith} ${size} ${mtimeMs} ${inode}`;
  }

  /** Null: gone meanwhile, or not Quantum's. */
  async read({ path: file, mtimeMs }: FileStamp, told: string): Promise<KnownFile | null> {
    const reading = await readText(path.join(this.root, file));
    const state = Date.now() - mtimeMs < clockTickMs ? unsettled : told;
    if (reading.kind === 'text') {
      if (ownership(reading.text, this.isConfigured) === 'foreign') return null;
      return knownFile(state, reading.text, pageFacts(file, reading.text, this.catalogue));
    }
    if (reading.kind === 'unreadable' && reading.reason === 'ENOENT') return null;
    const unreadable =
      reading.kind === 'otherEncoding'
        ? 'The file is not valid UTF-8.'
        : `The file cannot be read (${reading.reason}).`;
    return knownFile(state, '', noFacts(file), unreadable);
  }
}

/** The text of a file of the project; null when there is none that can be read. */
export async function textOf(root: string, file: string): Promise<string | null> {
  const reading = await readText(path.join(root, file));
  return reading.kind === 'text' ? reading.text : null;
}

async function catalogueOf(root: string, installed: string | null): Promise<Catalogue> {
  const evidence = await projectEvidence(root);
  const told = { ...evidence, installed: installed ?? evidence.installed, texts: [] };
  return catalogueFor(detectDialect(told).release);
}
