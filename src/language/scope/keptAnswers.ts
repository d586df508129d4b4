import { ListValues } from '../syntax/listValues.js';
import type { DocumentScope } from './documentScope.js';
import type { Facts } from './facts.js';
import { NameLookup } from './nameLookup.js';
import type { Region } from './region.js';

/** What is found out about an element with its names, out of that and the answers for the elements in it. */
export type Ask<T> = (facts: Facts, names: NameLookup, inner: readonly T[]) => T;

interface Kept<T> {
  readonly answer: T;
  readonly scope: DocumentScope;
  readonly region: Region;
  readonly asked: ReadonlySet<string>;
  readonly asksForAll: boolean;
  readonly inner: readonly Facts[];
  /** The names that it and the answers in it depend on, once that was asked; null for every name. */
  all?: ReadonlySet<string> | null;
  /** The scope's version up to which it is known to hold. */
  version: number;
}

/** A state of the names in a region; the same object while they stay the same. */
interface Key {
  readonly scope: DocumentScope;
  readonly version: number;
}

interface At {
  readonly region: Region;
  readonly scope: DocumentScope;
  readonly text: string;
}

/** Answers about elements, kept while neither they nor the names they asked for are changed. */
export class KeptAnswers<T> {
  private readonly kept = new WeakMap<Facts, Kept<T>>();
  private readonly keys = new WeakMap<Region, Key>();
  private readonly inner = new ListValues<Facts, T, Key, At>((facts, _key, at) =>
    this.answer(facts, at.region, at.scope, at.text),
  );

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
    const { inner } = facts;
    const { version } = scope;
    // While no name is bound otherwise, the answers for what was not edited hold.
    const key = this.keyOf(scope, region);
    const answers = this.inner.of(facts.element.tag, inner, key, { region, scope, text });
    const answer = this.ask(facts, names, answers);
    const { asked, asksForAll } = names;
    this.kept.set(facts, { answer, scope, region, asked, asksForAll, inner, version });
    return answer;
  }

  private keyOf(scope: DocumentScope, region: Region): Key {
    const { version } = scope;
    let key = this.keys.get(region);
    if (key?.scope !== scope || key.version !== version) {
      key = { scope, version };
      this.keys.set(region, key);
    }
    return key;
  }

  private holds(kept: Kept<T>): boolean {
    const { scope, version } = kept;
    if (version === scope.version) return true;
    const changed = scope.changedSince(version);
    if (!changed) return false;
    const asked = this.askedIn(kept);
    if (!asked) return false;
    for (const name of changed) if (asked.has(name)) return false;
    kept.version = scope.version;
    return true;
  }

  /** All names that the answer and those in it depend on; null when that is every name. */
  private askedIn(kept: Kept<T>): ReadonlySet<string> | null {
    if (kept.all !== undefined) return kept.all;
    kept.all = kept.asksForAll ? null : this.joined(kept);
    return kept.all;
  }

  private joined({ asked, inner, scope }: Kept<T>): ReadonlySet<string> | null {
    const all = new Set(asked);
    for (const facts of inner) {
      const one = this.kept.get(facts);
      const names = one?.scope === scope ? this.askedIn(one) : null;
      if (!names) return null;
      for (const name of names) all.add(name);
    }
    return all;
  }
}
