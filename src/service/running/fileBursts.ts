import type { FileChange } from '../../workspace/projectFiles.js';

/** What changed in a settled burst of saves. */
export interface Burst {
  readonly files: readonly string[];
  /** Files that came or went: other addresses may have a page now. */
  readonly moved: readonly string[];
}

/** A checkout, a rename: it is over when nothing came for so long. */
const quietMs = 80;
/** Changes that never stop are told all the same. */
const longestMs = 1_000;

/**
 * Gathers changes. One saved file is told at once, so that an edit is seen before the author looks up; what
 * follows within a moment, and several files together, are told once when it is quiet.
 */
export class FileBursts {
  private readonly changed = new Map<string, 'saved' | 'moved'>();
  private quiet: NodeJS.Timeout | undefined;
  private since = 0;
  private readonly known: Set<string>;

  constructor(
    present: Iterable<string>,
    private readonly onBurst: (burst: Burst) => void,
  ) {
    this.known = new Set(present);
  }

  add(changes: readonly FileChange[]): void {
    const isAlone = changes.length === 1 && this.quiet === undefined;
    for (const change of changes) this.take(change);
    const now = performance.now();
    if (this.quiet === undefined) this.since = now;
    clearTimeout(this.quiet);
    const left = Math.max(0, this.since + longestMs - now);
    this.quiet = setTimeout(() => this.settle(), Math.min(quietMs, left));
    if (isAlone && [...this.changed.values()].every((kind) => kind === 'saved')) this.tell();
  }

  dispose(): void {
    clearTimeout(this.quiet);
  }

  private take(change: FileChange): void {
    const path = change.kind === 'removed' ? change.path : change.stamp.path;
    const isMoved = change.kind === 'removed' || !this.known.has(path);
    if (change.kind === 'removed') this.known.delete(path);
    else this.known.add(path);
    if (isMoved || this.changed.get(path) !== 'moved')
      this.changed.set(path, isMoved ? 'moved' : 'saved');
  }

  private settle(): void {
    this.quiet = undefined;
    if (this.changed.size > 0) this.tell();
  }

  private tell(): void {
    const entries = [...this.changed];
    this.changed.clear();
    this.onBurst({
      files: entries.map(([file]) => file),
      moved: entries.filter(([, kind]) => kind === 'moved').map(([file]) => file),
    });
  }
}
