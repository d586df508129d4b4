import type { DocumentScope } from './documentScope.js';
import type { Facts } from './facts.js';
import { NameLookup } from './nameLookup.js';
import type { Region } from './region.js';

/** What is found out about an element with its names, out of that and the answers for the elements in it. */
export type Ask<T> = (facts: Facts, names: NameLookup, inner: (facts: Facts) => T) => T;

interface Kept<T> {
  readonly answer: T;
  readonly scope: DocumentScope;
  readonly region: Region;
  readonly asked: ReadonlySet<string>;
  readonly asksForAll: boolean;
  readonly inner: readonly Facts[];
  /** The scope's version up to which it is known to hold. */
  version: number;
}

/** Answers about elements, kept while neither they nor the names they asked for are changed. */
export class KeptAnswers<T> {
  private readonly kept = new WeakMap<Facts, Kept<T>>();

  constructor(private readonly ask: Ask<T>) {}

  /** The answer for an outermost element; `text`: of its document. */
  of(root: Facts, scope: DocumentScope, text: string): T | null {
    const region = scope.regionAt(root);
    return region ? this.answer(root, region, scope, text) : null;
  }

  private answer(facts: Facts, around: Region, scope: DocumentScope, text: string): T {
    const region = scope.regionAt(facts) ?? around;
    const known = this.kept.get(facts);
    if (known?.scope === scope && known.region === region && this.holds(known)) return known.answer;
    const names = new NameLookup(region, scope, text);
    const answer = this.ask(facts, names, (inner) => this.answer(inner, region, scope, text));
    const { asked, asksForAll } = names;
    const { version } = scope;
    const { inner } = facts;
    this.kept.set(facts, { answer, scope, region, asked, asksForAll, inner, version });
    return answer;
  }

  private holds(kept: Kept<T>): boolean {
    const { scope, version } = kept;
    if (version === scope.version) return true;
    if (kept.asksForAll || scope.openSince() > version) return false;
    for (const name of kept.asked) if (scope.boundSince(name) > version) return false;
    for (const inner of kept.inner) {
      const one = this.kept.get(inner);
      if (one?.scope !== scope || !this.holds(one)) return false;
    }
    kept.version = scope.version;
    return true;
  }
}
