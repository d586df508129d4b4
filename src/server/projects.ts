import path from 'node:path';
import type { ProjectView } from '../language/project/projectView.js';
import { SyntaxDocument } from '../language/syntax/document.js';
import { summarise } from '../language/project/summarise.js';
import { hasConfiguration } from '../workspace/configuredFolder.js';
import type { OpenDocument } from './openDocument.js';
import { LiveProject } from './project/liveProject.js';

/** Where the index is kept between runs. */
export interface IndexStorage {
  readonly folder: string | null;
  /** Of the product: another release reads all anew. */
  readonly version: string;
}

export interface ProjectsDeps {
  /** The program of the reading threads; null: no threads. */
  readonly worker: string | null;
  readonly storage: () => IndexStorage;
  /** Shows that a folder is being read; the answer ends it. */
  readonly progress: (root: string) => Promise<() => void>;
  /** Answers of a project may be other ones. `paths`: what changed; null: all of it was read. */
  readonly onDidChange: (root: string, paths: readonly string[] | null) => void;
  readonly log: (line: string) => void;
}

/** Others learn what a document declares once its keys pause this long. */
const pauseMs = 200;
/** An editor makes a file within this, or does not make it. */
const foresightMs = 10_000;

interface Entry {
  readonly live: LiveProject;
  isRead: boolean;
}

/** The indexes of the projects that open documents belong to. */
export class Projects {
  private readonly entries = new Map<string, Entry>();
  /** What was asked for, folders that are no project too. */
  private readonly openings = new Map<string, Promise<void>>();
  private readonly pauses = new Map<OpenDocument, NodeJS.Timeout>();
  /** Files that were foreseen and not opened since. */
  private readonly foreseen = new Map<string, NodeJS.Timeout>();
  /** Counts how often all was ended: what began before then goes no further. */
  private ends = 0;
  private isEnded = false;

  constructor(private readonly deps: ProjectsDeps) {}

  /** What is known of the project at `root`; null before it was read, and for a folder that is none. */
  view(root: string | null): ProjectView | null {
    const entry = root === null ? undefined : this.entries.get(root);
    return entry?.isRead === true ? entry.live.index : null;
  }

  /** Projects that are read or being read. */
  roots(): string[] {
    return [...this.entries.keys()];
  }

  live(root: string): LiveProject | null {
    return this.entries.get(root)?.live ?? null;
  }

  /** Reads the project at `root` and follows it from then on, when it is one: a folder with a configuration. */
  open(root: string): Promise<void> {
    if (this.isEnded) return Promise.resolve();
    let opening = this.openings.get(root);
    if (!opening) {
      opening = this.read(root);
      this.openings.set(root, opening);
    }
    return opening;
  }

  private async read(root: string): Promise<void> {
    const { ends } = this;
    if (!(await hasConfiguration(root)) || ends !== this.ends) return;
    const { storage, worker, log, onDidChange } = this.deps;
    const { folder, version } = storage();
    const live = new LiveProject({
      root,
      cacheFolder: folder,
      version,
      worker,
      environment: process.env,
      log,
      onDidChange: (paths) => onDidChange(root, paths),
    });
    const entry: Entry = { live, isRead: false };
    this.entries.set(root, entry);
    const done = await this.deps.progress(root);
    await live.read().finally(done);
    if (ends !== this.ends) return;
    entry.isRead = true;
    onDidChange(root, null);
    await live.watch();
  }

  /** What `document` declares counts for the others, once nobody has typed in it for a while. */
  changed(document: OpenDocument): void {
    const { root, path: place } = document.surroundings;
    if (root === null || place === null) return;
    clearTimeout(this.pauses.get(document));
    const timer = setTimeout(() => {
      this.pauses.delete(document);
      this.take(document, root, place);
    }, pauseMs);
    this.pauses.set(document, timer);
  }

  /**
   * What a file holds that an edit is about to make: whoever asks at once for what is in it shall find it. For
   * a while; then what is on disk counts, or nothing.
   */
  foresee({ surroundings: { root } }: OpenDocument, place: string, text: string): void {
    const entry = root === null ? undefined : this.entries.get(root);
    if (root === null || !entry) return;
    const file = fileIn(root, place);
    entry.live.setOpenPage(summarise(new SyntaxDocument(text, 'page'), place));
    this.deps.onDidChange(root, [place]);
    const timer = setTimeout(() => {
      if (!this.foreseen.delete(file)) return;
      entry.live.close(place).catch((error: unknown) => this.deps.log(String(error)));
    }, foresightMs);
    this.foreseen.set(file, timer);
  }

  /** The file on disk counts again. */
  async closed(document: OpenDocument): Promise<void> {
    clearTimeout(this.pauses.get(document));
    this.pauses.delete(document);
    const { root, path: place } = document.surroundings;
    if (root !== null && place !== null) await this.entries.get(root)?.live.close(place);
  }

  /** Lets go of all, for good: whoever is late opens nothing any more. */
  async end(): Promise<void> {
    this.isEnded = true;
    await this.dispose();
  }

  /** Lets go of all that is open now. */
  async dispose(): Promise<void> {
    this.ends += 1;
    for (const timer of this.pauses.values()) clearTimeout(timer);
    this.pauses.clear();
    for (const timer of this.foreseen.values()) clearTimeout(timer);
    this.foreseen.clear();
    this.openings.clear();
    const all = [...this.entries.values()];
    this.entries.clear();
    await Promise.all(all.map(({ live }) => live.dispose()));
  }

  private take(document: OpenDocument, root: string, place: string): void {
    const entry = this.entries.get(root);
    if (!entry) return;
    clearTimeout(this.foreseen.get(fileIn(root, place)));
    this.foreseen.delete(fileIn(root, place));
    const { index } = entry.live;
    const before = index.revision;
    if (document.kind === 'page') entry.live.setOpenPage(summarise(document.syntax, place));
    else entry.live.setOpenText(place, document.text);
    if (entry.isRead && index.revision !== before) this.deps.onDidChange(root, [place]);
  }
}

/** The absolute path of a file of a project. */
export function fileIn(root: string, place: string): string {
  return path.join(root, ...place.split('/'));
}
