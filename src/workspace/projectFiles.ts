import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  isSameState,
  isSkippedFolder,
  stampOf,
  stampsBelow,
  type FileStamp,
} from './fileStamps.js';
import type { FolderWatch, watchFolder } from './folderWatcher.js';

export type FileChange =
  | { readonly kind: 'changed'; readonly stamp: FileStamp }
  | { readonly kind: 'removed'; readonly path: string };

/** How long after the first hint: one saved file is there by then. */
const firstLookMs = 4;
/** Several changes come together: a checkout, a rename. What follows a look is looked at together, this long after. */
const gatherMs = 25;
/** After so long without a hint, the next one is the first again. */
const quietMs = 100;
/** Clocks of disks tick: what is written again this soon after may have the same time. */
const tickMs = 20;
/** After folders came and went the watcher is not trusted: this long after the last hint all is compared. */
const settleMs = 500;
/** With more hints than this the whole project is compared at once. */
const manyHints = 50;

/**
 * The files of one project folder: listing, reading, watching. What the watcher says is taken as a hint
 * where to look; what is told is the difference between what was there before and what is there now.
 */
export class ProjectFiles {
  private readonly known = new Map<string, FileStamp>();
  private watcher: FolderWatch | null = null;
  private settling: NodeJS.Timeout | undefined;
  private readonly hints = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private lastHint = Number.NEGATIVE_INFINITY;
  /** Files that were looked at right after they were written. */
  private readonly young = new Set<string>();
  private looking: Promise<void> = Promise.resolve();
  private isDisposed = false;

  constructor(
    readonly root: string,
    private readonly log: (line: string) => void = () => undefined,
    private readonly watchWith: typeof watchFolder | null = null,
  ) {}

  /** All files of the project as they are now. Changes are told from this state on. */
  async list(): Promise<readonly FileStamp[]> {
    const stamps = await stampsBelow(this.root, '');
    this.known.clear();
    for (const stamp of stamps) this.known.set(stamp.path, stamp);
    return stamps;
  }

  /** Whether a file was there when it was last looked at. */
  has(place: string): boolean {
    return this.known.has(place);
  }

  /** The text of a file; null when there is none, or it is no UTF-8. */
  async read(place: string): Promise<string | null> {
    const bytes = await readFile(path.join(this.root, place)).catch(() => null);
    return bytes ? textOf(bytes) : null;
  }

  /**
   * Tells of every change from the last listing on, whoever made it: the editor, git, another tool. Resolves
   * once everything is watched and what happened meanwhile has been told.
   */
  async watch(onChanges: (changes: readonly FileChange[]) => void): Promise<void> {
    await this.startWatcher(onChanges);
    if (this.isDisposed) return;
    this.hints.add(this.root);
    this.look(onChanges);
    await this.looking;
  }

  private async startWatcher(onChanges: (changes: readonly FileChange[]) => void): Promise<void> {
    const watch = this.watchWith ?? (await import('./folderWatcher.js')).watchFolder;
    if (this.isDisposed) return;
    const hint = (place: string): void => {
      this.hint(place, onChanges);
      this.settling?.refresh();
    };
    const watcher = await watch({
      root: this.root,
      skips: isSkippedFolder,
      onHint: hint,
      onFolder: () => {
        this.settling ??= setTimeout(() => this.settle(onChanges), settleMs);
      },
      onError: (error) => {
        this.log(`watching ${this.root}: ${String(error)}`);
        hint(this.root);
      },
    });
    // Disposed while the watcher was being set up: nobody else would end it.
    if (this.isOver()) await watcher.close();
    else this.watcher = watcher;
  }

  /**
   * Watchers lose what happens in a folder that is made again right after it went, and may be deaf to it from
   * then on. What a comparison of everything finds then was lost, and another watcher takes over.
   */
  private settle(onChanges: (changes: readonly FileChange[]) => void): void {
    this.settling = undefined;
    this.looking = this.looking.then(async () => {
      if (!(await this.tell([this.root], onChanges)) || this.isDisposed) return;
      this.log(`watching ${this.root}: changes were lost, so it is watched anew`);
      await this.watcher?.close();
      await this.startWatcher(onChanges);
      await this.tell([this.root], onChanges);
    });
  }

  /** Asked anew behind an await, where the field may have changed. */
  private isOver(): boolean {
    return this.isDisposed;
  }

  async dispose(): Promise<void> {
    this.isDisposed = true;
    clearTimeout(this.timer);
    clearTimeout(this.settling);
    await this.watcher?.close();
    await this.looking;
    // Looking may have set up another one.
    await this.watcher?.close();
  }

  private hint(place: string, onChanges: (changes: readonly FileChange[]) => void): void {
    this.hints.add(place);
    const now = performance.now();
    const isFirst = now - this.lastHint > quietMs;
    this.lastHint = now;
    this.timer ??= setTimeout(
      () => this.look(onChanges, isFirst),
      isFirst ? firstLookMs : gatherMs,
    );
  }

  private look(onChanges: (changes: readonly FileChange[]) => void, isFirst = false): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const hinted = this.hints.size > manyHints ? [this.root] : [...this.hints];
    this.hints.clear();
    // Whoever writes empties a file first: that is looked at once more before it is told.
    const hints = isFirst ? hinted.filter((place) => !this.isEmptied(place)) : hinted;
    if (isFirst) this.lastHint = performance.now();
    for (const place of hinted) if (!hints.includes(place)) this.hint(place, onChanges);
    this.looking = this.looking.then(async () => {
      await this.tell(hints, onChanges);
    });
  }

  /** Tells what is otherwise at those places. False when nothing is. */
  private async tell(
    places: readonly string[],
    onChanges: (changes: readonly FileChange[]) => void,
  ): Promise<boolean> {
    const changes = new Map<string, FileChange>();
    for (const place of places) await this.compare(this.placeOf(place), changes);
    if (changes.size > 0 && !this.isDisposed) onChanges([...changes.values()]);
    return changes.size > 0;
  }

  /** From the root, with `/`; '' for the root itself. */
  private placeOf(place: string): string {
    return path.relative(this.root, place).split(path.sep).join('/');
  }

  private async compare(place: string, changes: Map<string, FileChange>): Promise<void> {
    if (place.startsWith('..') || place.split('/').some(isSkippedFolder)) return;
    const stats = await lstat(path.join(this.root, place)).catch(() => null);
    const now = stats?.isDirectory()
      ? await stampsBelow(this.root, place)
      : [stampOf(this.root, place)].filter((stamp) => stamp !== null);
    const present = new Set(now.map((stamp) => stamp.path));
    const isHinted = now.length === 1 && now[0]?.path === place;
    for (const stamp of now) {
      const isSame = isSameState(this.known.get(stamp.path), stamp);
      const wasYoung = this.young.delete(stamp.path);
      if (isSame && !(isHinted && wasYoung)) continue;
      if (!isSame && Date.now() - stamp.mtimeMs < tickMs) this.young.add(stamp.path);
      this.known.set(stamp.path, stamp);
      changes.set(stamp.path, { kind: 'changed', stamp });
    }
    for (const old of this.knownAt(place)) {
      if (present.has(old)) continue;
      this.known.delete(old);
      changes.set(old, { kind: 'removed', path: old });
    }
  }

  private isEmptied(place: string): boolean {
    return stampOf(this.root, this.placeOf(place))?.size === 0;
  }

  /** The known files at or below a place. */
  private *knownAt(place: string): Iterable<string> {
    if (this.known.has(place)) yield place;
    const prefix = place === '' ? '' : `${place}/`;
    for (const known of this.known.keys()) if (known.startsWith(prefix)) yield known;
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes as UTF-8 text with its byte order mark; null where they are none. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}
