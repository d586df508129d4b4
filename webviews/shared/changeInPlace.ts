/** Whose nodes are whose, and what a page keeps. */
export interface PlaceRules {
  /** Nodes of ours in the page: they stay, and nothing is compared with them. */
  readonly isOurs: (node: Node) => boolean;
  /** What a person made of an element, and it keeps. */
  readonly keepsAttribute: (element: Element, name: string) => boolean;
  readonly onAdded?: (element: Element) => void;
}

/** What is typed, chosen, opened, played, or found again by its name. */
const stateful =
  'input, textarea, select, option, details, dialog, iframe, object, embed, video, audio, canvas, [id], [contenteditable]';
/** What they show is not what their text says. */
const fields = 'input, textarea, select, option';

/**
 * Brings a page to another state of it where little is otherwise: texts, attributes, and content that holds nothing
 * of a person's. Its cost is that of a comparison, while a morph looks for each node among all that follow.
 *
 * False where that is not enough; then nothing was changed.
 */
export function changeInPlace(old: Element, fresh: Element, rules: PlaceRules): boolean {
  // The content of templates is no part of what nodes compare.
  if (old.querySelector('template') ?? fresh.querySelector('template')) return false;
  const change = new Change(rules);
  if (!change.collect(old, fresh) || change.movesNames()) return false;
  change.apply();
  return true;
}

class Change {
  private readonly steps: (() => void)[] = [];
  private readonly removed: Node[] = [];
  private readonly inserted: Node[] = [];

  constructor(private readonly rules: PlaceRules) {}

  /** The steps from one element to the other. False where there are none that are safe. */
  collect(old: Element, fresh: Element): boolean {
    if (old.isEqualNode(fresh)) return true;
    if (!isAlike(old, fresh) || old.matches(fields)) return false;
    const changed = this.changedAttributes(old, fresh);
    if (changed.length > 0) {
      // Loads belong to what is in a head: a morph knows how to wait for them.
      if (old.closest('head')) return false;
      this.steps.push(() => {
        for (const name of changed) takeAttribute(old, fresh, name);
      });
    }
    const before = [...old.childNodes].filter((node) => !this.rules.isOurs(node));
    return this.children(old, before, [...fresh.childNodes]);
  }

  /** Whether an element with a name would leave one place for another: it takes its state along. */
  movesNames(): boolean {
    const gone = new Set(this.removed.flatMap(namesIn));
    return gone.size > 0 && this.inserted.flatMap(namesIn).some((name) => gone.has(name));
  }

  apply(): void {
    for (const step of this.steps) step();
  }

  private changedAttributes(old: Element, fresh: Element): string[] {
    const names = new Set([...old.getAttributeNames(), ...fresh.getAttributeNames()]);
    return [...names].filter(
      (name) =>
        old.getAttribute(name) !== fresh.getAttribute(name) &&
        !this.rules.keepsAttribute(old, name),
    );
  }

  private children(parent: Element, old: readonly Node[], fresh: readonly Node[]): boolean {
    const all = { old, fresh, start: 0, oldEnd: old.length, freshEnd: fresh.length };
    const otherwise = trimmed(all, (a, b) => a.isEqualNode(b));
    const pairs = pairsOf(otherwise);
    if (pairs) return pairs.every(([a, b]) => this.pair(a, b));
    // Attributes with numbers in them are otherwise behind what came or went; texts say what belongs together.
    const matched: [Node, Node][] = [];
    const rest = trimmed(otherwise, (a, b) => {
      const isSame = isAlike(a, b) && a.textContent === b.textContent;
      if (isSame) matched.push([a, b]);
      return isSame;
    });
    return matched.every(([a, b]) => this.pair(a, b)) && this.replace(parent, rest);
  }

  private pair(old: Node, fresh: Node): boolean {
    if (old instanceof Element && fresh instanceof Element) return this.collect(old, fresh);
    if (old.nodeValue !== fresh.nodeValue)
      this.steps.push(() => {
        old.nodeValue = fresh.nodeValue;
      });
    return true;
  }

  private replace(parent: Element, { old, fresh, start, oldEnd, freshEnd }: Otherwise): boolean {
    if (parent.localName === 'head' || parent.localName === 'html') return false;
    const gone = old.slice(start, oldEnd);
    const came = fresh.slice(start, freshEnd);
    if (came.length > 0 && gone.some(hasState)) return false;
    this.removed.push(...gone);
    this.inserted.push(...came);
    const behind = old[oldEnd] ?? old[oldEnd - 1]?.nextSibling ?? null;
    this.steps.push(() => {
      for (const node of came) {
        const made = document.importNode(node, true);
        parent.insertBefore(made, behind);
        if (made instanceof Element) this.rules.onAdded?.(made);
      }
      for (const node of gone) parent.removeChild(node);
    });
    return true;
  }
}

/** Two lists of nodes, and where they are not the same: from `start` to their ends. */
interface Otherwise {
  readonly old: readonly Node[];
  readonly fresh: readonly Node[];
  readonly start: number;
  readonly oldEnd: number;
  readonly freshEnd: number;
}

/** Without what is the same at the beginning, then at the end. */
function trimmed(lists: Otherwise, isSame: (old: Node, fresh: Node) => boolean): Otherwise {
  const { old, fresh } = lists;
  let { start, oldEnd, freshEnd } = lists;
  const same = (a: Node | undefined, b: Node | undefined): boolean =>
    a !== undefined && b !== undefined && isSame(a, b);
  while (start < oldEnd && start < freshEnd && same(old[start], fresh[start])) start += 1;
  while (oldEnd > start && freshEnd > start && same(old[oldEnd - 1], fresh[freshEnd - 1])) {
    oldEnd -= 1;
    freshEnd -= 1;
  }
  return { old, fresh, start, oldEnd, freshEnd };
}

/** One for one, where what is otherwise is the same kinds of nodes; null where something came or went. */
function pairsOf({ old, fresh, start, oldEnd, freshEnd }: Otherwise): [Node, Node][] | null {
  if (oldEnd !== freshEnd) return null;
  const pairs: [Node, Node][] = [];
  for (let at = start; at < oldEnd; at += 1) {
    const a = old[at];
    const b = fresh[at];
    if (!a || !b || !isAlike(a, b)) return null;
    pairs.push([a, b]);
  }
  return pairs;
}

function isAlike(a: Node, b: Node): boolean {
  if (a.nodeType !== b.nodeType || a.nodeName !== b.nodeName) return false;
  return !(a instanceof Element && b instanceof Element) || idOf(a) === idOf(b);
}

function hasState(node: Node): boolean {
  if (!(node instanceof Element)) return false;
  if (node.contains(document.activeElement) && document.activeElement !== document.body)
    return true;
  return node.matches(stateful) || node.querySelector(stateful) !== null;
}

function namesIn(node: Node): string[] {
  if (!(node instanceof Element)) return [];
  return [node, ...node.querySelectorAll('[id]')].map(idOf).filter((id) => id !== '');
}

/** As a node: parsers take names that `setAttribute` refuses, and names may have a namespace. */
function takeAttribute(element: Element, from: Element, name: string): void {
  const given = from.getAttributeNode(name);
  if (given === null) element.removeAttribute(name);
  else element.setAttributeNode(document.importNode(given));
}

/** `id` itself may be a field of that name in a form. */
function idOf(element: Element): string {
  return element.getAttribute('id') ?? '';
}
