import type { Definition } from './definition.js';

/** Definitions by their names, each list in the order of the document. */
export class NameTable {
  private readonly lists = new Map<string, readonly Definition[]>();

  get(name: string): readonly Definition[] | undefined {
    return this.lists.get(name);
  }

  entries(): ReadonlyMap<string, readonly Definition[]> {
    return this.lists;
  }

  /** Takes out and puts in; what is in both stays. Returns the names whose definitions are others now. */
  change(removed: ReadonlySet<Definition>, added: ReadonlySet<Definition>): Set<string> {
    const names = new Set<string>();
    const fresh = new Map<string, Definition[]>();
    for (const one of removed) if (!added.has(one)) names.add(one.name);
    for (const one of added) {
      if (removed.has(one)) continue;
      names.add(one.name);
      const list = fresh.get(one.name);
      if (list) list.push(one);
      else fresh.set(one.name, [one]);
    }
    for (const name of names) {
      const stay = (this.lists.get(name) ?? []).filter(
        (one) => !removed.has(one) || added.has(one),
      );
      const list = [...stay, ...(fresh.get(name) ?? [])];
      if (list.length > 0) this.lists.set(name, list.sort(byPlace));
      else this.lists.delete(name);
    }
    return names;
  }
}

function byPlace(a: Definition, b: Definition): number {
  return a.element.tag.start - b.element.tag.start;
}
