import { watch, type FSWatcher } from 'node:fs';
import path from 'node:path';

/** `self`: the folder, or one above it, came or went. `beside`: something else in its parent did. */
export type FolderChange = 'self' | 'beside';

/** One deletion or `git checkout` is many events: they are told together. */
const quietMs = 25;

function ancestors(root: string): string[] {
  const found: string[] = [];
  for (let at = path.dirname(root); at !== path.dirname(at); at = path.dirname(at)) found.push(at);
  return found;
}

const within = (folder: string, above: string): boolean =>
  folder === above || folder.startsWith(above.endsWith(path.sep) ? above : above + path.sep);

/**
 * Tells when folders come, go or are renamed, also by a rename further up: one plain watcher for each
 * distinct folder above them. Folders that cannot be watched are passed over.
 */
export class FolderWatch {
  private readonly watchers = new Map<string, FSWatcher>();
  private readonly changed = new Map<string, FolderChange>();
  private roots = new Set<string>();
  private timer: NodeJS.Timeout | null = null;
  private closed = false;

  constructor(private readonly onChange: (changes: ReadonlyMap<string, FolderChange>) => void) {}

  /** Watches for exactly these folders from now on. */
  set(roots: Iterable<string>): void {
    this.roots = new Set(roots);
    this.arm();
  }

  get size(): number {
    return this.watchers.size;
  }

  close(): void {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    for (const folder of [...this.watchers.keys()]) this.drop(folder);
  }

  private arm(): void {
    if (this.closed) return;
    const wanted = new Set([...this.roots].flatMap(ancestors));
    for (const folder of this.watchers.keys()) if (!wanted.has(folder)) this.drop(folder);
    for (const folder of wanted) if (!this.watchers.has(folder)) this.add(folder);
  }

  private add(folder: string): void {
    try {
      const watcher = watch(folder, { persistent: false }, (event, name) => {
        // `change` is about what a folder contains or when it was touched.
        if (event === 'rename' || name === null) this.noticed(folder, name);
      });
      // A watched folder that goes away is noticed by the watcher above it.
      watcher.on('error', () => this.drop(folder));
      this.watchers.set(folder, watcher);
    } catch {
      // Not there, not readable, or no watchers left: looked at when a person does.
    }
  }

  private drop(folder: string): void {
    this.watchers.get(folder)?.close();
    this.watchers.delete(folder);
  }

  private noticed(folder: string, name: string | null): void {
    const entry = name === null ? folder : path.join(folder, name);
    for (const root of this.roots) {
      if (within(root, entry)) this.changed.set(root, 'self');
      else if (path.dirname(root) === folder && !this.changed.has(root)) {
        this.changed.set(root, 'beside');
      }
    }
    // Whatever was watched under that name may be another folder now.
    for (const watched of this.watchers.keys()) {
      if (watched !== folder && within(watched, entry)) this.drop(watched);
    }
    if (this.changed.size > 0) this.timer ??= setTimeout(() => this.tell(), quietMs);
  }

  private tell(): void {
    this.timer = null;
    const changes = new Map(this.changed);
    this.changed.clear();
    this.arm();
    this.onChange(changes);
  }
}
