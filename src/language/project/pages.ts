import type { ComponentSummary } from './componentSummary.js';
import { mentionsOf, summaryIn, type PackedPage } from './packedPage.js';

interface Entry {
  packed: PackedPage | null;
  summary: ComponentSummary | null;
  /** Null before somebody asks who mentions whom: most of who holds pages never does. */
  mentions: string | null;
}

/** The pages of a project by path. Packed ones are read at the first look at them. */
export class Pages implements ReadonlyMap<string, ComponentSummary> {
  private readonly byPath = new Map<string, Entry>();
  /** Paths by the keys of components they mention; made at the first question, then kept up. */
  private mentions: Map<string, Set<string>> | null = null;

  get size(): number {
    return this.byPath.size;
  }

  /** Answers whether the page is new. */
  set(page: ComponentSummary | PackedPage): boolean {
    const old = this.byPath.get(page.path);
    const entry: Entry =
      'json' in page
        ? { packed: page, summary: null, mentions: page.mentions }
        : { packed: null, summary: page, mentions: null };
    this.byPath.set(page.path, entry);
    if (this.mentions && (!old || mentionedBy(old) !== mentionedBy(entry))) {
      this.unmention(page.path, old);
      mention(this.mentions, page.path, entry);
    }
    return old === undefined;
  }

  delete(path: string): boolean {
    this.unmention(path, this.byPath.get(path));
    return this.byPath.delete(path);
  }

  /** The pages that mention a component by that key. */
  mentioning(key: string): Iterable<string> {
    if (!this.mentions) {
      this.mentions = new Map();
      for (const [path, entry] of this.byPath) mention(this.mentions, path, entry);
    }
    return this.mentions.get(key) ?? [];
  }

  has(path: string): boolean {
    return this.byPath.has(path);
  }

  get(path: string): ComponentSummary | undefined {
    const entry = this.byPath.get(path);
    return entry && read(entry);
  }

  keys(): MapIterator<string> {
    return this.byPath.keys();
  }

  *values(): MapIterator<ComponentSummary> {
    for (const entry of this.byPath.values()) yield read(entry);
  }

  *entries(): MapIterator<[string, ComponentSummary]> {
    for (const [path, entry] of this.byPath) yield [path, read(entry)];
  }

  [Symbol.iterator](): MapIterator<[string, ComponentSummary]> {
    return this.entries();
  }

  forEach(
    look: (
      page: ComponentSummary,
      path: string,
      all: ReadonlyMap<string, ComponentSummary>,
    ) => void,
  ): void {
    for (const [path, page] of this) look(page, path, this);
  }

  private unmention(path: string, entry: Entry | undefined): void {
    if (!this.mentions || !entry) return;
    for (const key of mentionedBy(entry).split('|')) this.mentions.get(key)?.delete(path);
  }
}

function read(entry: Entry): ComponentSummary {
  if (entry.summary) return entry.summary;
  if (!entry.packed) throw new Error('A page is packed or read.');
  entry.summary = summaryIn(entry.packed);
  entry.packed = null;
  return entry.summary;
}

function mentionedBy(entry: Entry): string {
  return (entry.mentions ??= mentionsOf(read(entry)));
}

function mention(mentions: Map<string, Set<string>>, path: string, entry: Entry): void {
  for (const key of mentionedBy(entry).split('|')) {
    const paths = mentions.get(key);
    if (paths) paths.add(path);
    else mentions.set(key, new Set([path]));
  }
}
