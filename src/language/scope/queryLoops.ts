import { attributeOf } from '../syntax/token.js';
import { fieldOf, type Definition } from './definition.js';
import type { Loop } from './facts.js';

/** Tells the columns of the query of that name; null when they cannot be told. */
export type ColumnsOf = (query: string) => readonly string[] | null;

/** The loops of a region that go over queries: each binds the fields of its query as well. */
export class QueryLoops {
  private readonly over = new Map<string, Set<Loop>>();
  private readonly fields = new Map<Loop, readonly Definition[]>();
  private readonly untold = new Set<Loop>();

  /** Some loop binds fields that nobody can tell. */
  get isOpen(): boolean {
    return this.untold.size > 0;
  }

  /** The queries that loops go over. */
  get queries(): Iterable<string> {
    return this.over.keys();
  }

  /** Takes loops out; returns the fields they bound. */
  remove(loops: Iterable<Loop>): Definition[] {
    const gone: Definition[] = [];
    for (const loop of loops) {
      for (const one of this.fields.get(loop) ?? []) gone.push(one);
      this.fields.delete(loop);
      this.untold.delete(loop);
      const query = queryOf(loop);
      const others = query === null ? undefined : this.over.get(query);
      if (query === null || !others?.delete(loop)) continue;
      if (others.size === 0) this.over.delete(query);
    }
    return gone;
  }

  /** Puts loops in; returns the fields they bind. */
  add(loops: Iterable<Loop>, columns: ColumnsOf): Definition[] {
    const bound: Definition[] = [];
    for (const loop of loops) {
      const attribute = attributeOf(loop.tag, 'query');
      const query = queryOf(loop);
      if (!attribute || query === null) continue;
      const others = this.over.get(query);
      if (others) others.add(loop);
      else this.over.set(query, new Set([loop]));
      const names = columns(query);
      if (!names) this.untold.add(loop);
      const fields = (names ?? []).map((name) => fieldOf(loop, name, attribute));
      this.fields.set(loop, fields);
      for (const field of fields) bound.push(field);
    }
    return bound;
  }

  /** The loops over any of those queries. */
  loopsOver(queries: Iterable<string>): Set<Loop> {
    const found = new Set<Loop>();
    for (const query of queries) for (const loop of this.over.get(query) ?? []) found.add(loop);
    return found;
  }
}

function queryOf({ tag }: Loop): string | null {
  const query = attributeOf(tag, 'query')?.value;
  return query === undefined || query === '' ? null : query;
}
