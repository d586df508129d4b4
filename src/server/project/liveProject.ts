import type { Environment } from '../../language/configuration/environmentReferences.js';
import type { ComponentSummary } from '../../language/project/componentSummary.js';
import { ProjectIndex } from '../../language/project/projectIndex.js';
import { roleOf } from '../../language/project/roles.js';
import { unpackPage, type PackedPage } from '../../language/project/packedPage.js';
import type { FileStamp } from '../../workspace/fileStamps.js';
import { ProjectFiles, type FileChange } from '../../workspace/projectFiles.js';
import { readIndexCache, stateOf, writeIndexCache, type CachedPage } from './indexCache.js';
import { readAllPages } from './pageReaders.js';
import { summaryOf } from './readPages.js';

export interface LiveProjectOptions {
  /** Absolute; links resolved. */
  readonly root: string;
  /** Where summaries are kept between runs; null: nowhere. */
  readonly cacheFolder: string | null;
  /** Changes with the product: what another release kept is not used. */
  readonly version: string;
  /** The program of the reading threads (`dist/indexWorker.js`); null: no threads. */
  readonly worker: string | null;
  readonly environment: Environment;
  readonly log: (line: string) => void;
  /** Paths whose content, or being there, changed; after the index knows. */
  readonly onDidChange: (paths: readonly string[]) => void;
}

/**
 * A project folder with an index that follows it: read at once, from the cache where files are as they were,
 * then kept up as files change. What is open in the editor wins over the disk.
 */
export class LiveProject {
  readonly index: ProjectIndex;
  private readonly files: ProjectFiles;
  private readonly open = new Set<string>();
  private isDisposed = false;
  private changing: Promise<void> = Promise.resolve();

  constructor(private readonly options: LiveProjectOptions) {
    this.index = new ProjectIndex(options.environment);
    this.files = new ProjectFiles(options.root, options.log);
  }

  /** Reads all of it. The index answers from the first file on; it is complete when this resolves. */
  async read(): Promise<void> {
    const stamps = await this.files.list();
    const pages = stamps.filter(({ path }) => roleOf(path) === 'page');
    for (const stamp of stamps) if (roleOf(stamp.path) === 'other') this.index.setFile(stamp.path);
    await this.readPages(pages);
    for (const { path } of stamps) await this.readText(path);
  }

  /** Follows the folder from now on. Resolves once it is watched. */
  async watch(): Promise<void> {
    await this.files.watch((changes) => {
      this.changing = this.changing
        .then(() => this.change(changes))
        .catch((error: unknown) => this.options.log(`${this.options.root}: ${String(error)}`));
    });
    await this.changing;
  }

  /** A page that is open in the editor, as it is there. */
  setOpenPage(summary: ComponentSummary): void {
    this.open.add(summary.path);
    this.index.setPage(summary);
  }

  /** A configuration or SQL file that is open in the editor. */
  setOpenText(path: string, text: string): void {
    this.open.add(path);
    this.index.setText(path, text);
  }

  /** It is open no more: the disk counts again. */
  async close(path: string): Promise<void> {
    if (!this.open.delete(path)) return;
    await this.reread(path);
    this.options.onDidChange([path]);
  }

  /** The text of a file on disk; null when there is none. */
  textOf(path: string): Promise<string | null> {
    return this.files.read(path);
  }

  async dispose(): Promise<void> {
    this.isDisposed = true;
    await this.files.dispose();
    await this.changing;
  }

  private async readPages(stamps: readonly FileStamp[]): Promise<void> {
    const { cacheFolder, root, version, worker, log } = this.options;
    const cache =
      cacheFolder === null ? null : await readIndexCache(cacheFolder, root, version, stamps);
    const kept = new Map<string, CachedPage>(cache?.pages);
    for (const { page } of cache?.pages.values() ?? []) this.take(page);
    const stale = stamps.filter(({ path }) => !kept.has(path));
    const states = new Map(stale.map((stamp) => [stamp.path, stateOf(stamp)]));
    await readAllPages(root, [...states.keys()], worker, (lines) => {
      for (const line of lines) {
        const page = unpackPage(line);
        if (!page) continue;
        kept.set(page.path, { state: states.get(page.path) ?? '', line });
        this.take(page);
      }
    });
    if (cacheFolder === null || this.isDisposed) return;
    if (cache?.isWhole && stale.length === 0) return;
    await writeIndexCache(cacheFolder, root, version, kept).catch((error: unknown) =>
      log(`The index of ${root} was not kept: ${String(error)}`),
    );
  }

  private take(page: PackedPage): void {
    if (!this.open.has(page.path)) this.index.setPage(page);
  }

  private async change(changes: readonly FileChange[]): Promise<void> {
    const paths = changes.map((one) => (one.kind === 'removed' ? one.path : one.stamp.path));
    for (const path of paths) {
      if (this.isDisposed) return;
      if (!this.open.has(path)) await this.reread(path);
    }
    if (paths.length > 0) this.options.onDidChange(paths);
  }

  /** Takes a file into the index as it is on disk, or out of it. */
  private async reread(path: string): Promise<void> {
    if (roleOf(path) === 'page') {
      const text = await this.files.read(path);
      if (this.open.has(path)) return;
      if (text === null) this.index.remove(path);
      else this.index.setPage(summaryOf(path, text));
    } else if (roleOf(path) !== 'other') await this.readText(path);
    else if (this.files.has(path)) this.index.setFile(path);
    else this.index.remove(path);
  }

  private async readText(path: string): Promise<void> {
    const role = roleOf(path);
    if (role === 'page' || role === 'other' || this.open.has(path)) return;
    const text = await this.files.read(path);
    if (this.open.has(path)) return;
    if (text === null) this.index.remove(path);
    else this.index.setText(path, text);
  }
}
