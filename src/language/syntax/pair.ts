import type { Element, Node, PairingProblem } from './element.js';
import type { EndTag, StartTag, Token } from './token.js';

/** Deeper elements become children of this level: the framework stops at about 165, and callers recurse. */
export const deepestLevel = 500;

/** Elements that are kept when tokens from `from` to before `to` are new. */
export interface Reuse {
  readonly from: number;
  readonly to: number;
}

export interface Pairing {
  readonly nodes: readonly Node[];
  readonly problems: readonly PairingProblem[];
}

interface Open {
  readonly tag: StartTag;
  readonly children: Node[];
  /** Of an unclosed element: elements on later lines are in it when they are indented deeper. */
  readonly indentation: number | null;
  /** How far the first element in it is indented that begins a line. */
  inner: number | null;
  isBalanced: boolean;
}

/**
 * Elements out of tokens, paired by the names of their tags. An end tag ends the innermost open element of
 * its name; what is open inside is unclosed. Balanced elements without a new token are taken over whole.
 *
 * An unclosed element, which is most often one that is being typed, holds what is indented deeper than it:
 * what follows it stays where it was. `text`: of the document.
 */
export function pair(tokens: readonly Token[], text: string, reuse: Reuse): Pairing {
  const pairing = new Pairer(tokens, reuse, null).pair();
  const unclosed = pairing.problems.flatMap(({ code, tag }) =>
    code === 'unclosed-element' ? [tag] : [],
  );
  if (unclosed.length === 0) return pairing;
  return new Pairer(tokens, reuse, { tags: new Set(unclosed), text }).pair();
}

/** Tags without an end tag. */
interface Unclosed {
  readonly tags: ReadonlySet<Token>;
  readonly text: string;
}

class Pairer {
  private readonly nodes: Node[] = [];
  private readonly problems: PairingProblem[] = [];
  private readonly open: Open[] = [];
  /** How many of each name are open, so that a stray end tag costs nothing. */
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly tokens: readonly Token[],
    private readonly reuse: Reuse,
    private readonly unclosed: Unclosed | null,
  ) {}

  pair(): Pairing {
    const { tokens } = this;
    for (let index = 0; index < tokens.length; index += 1) {
      const token = tokens[index];
      if (!token) break;
      if (token.kind === 'end') this.end(token);
      else if (token.kind === 'start') index = this.start(token);
      else this.add(token);
    }
    while (this.open.length > 0) this.leave(null);
    return { nodes: this.nodes, problems: this.problems };
  }

  private add(node: Node): void {
    // One that was taken over may have lain in another before.
    if (this.open.length === 0 && node.kind === 'element') node.parent = null;
    (this.open[Math.min(this.open.length, deepestLevel) - 1]?.children ?? this.nodes).push(node);
  }

  /** Returns the index of the last token that was read with it. */
  private start(tag: StartTag): number {
    const indentation = this.unclosed && this.leaveUnclosed(tag, this.unclosed);
    const known = this.known(tag);
    if (known) {
      this.add(known);
      return known.endTag?.index ?? tag.index;
    }
    const open: Open = { tag, children: [], indentation, inner: null, isBalanced: true };
    if (tag.isEmpty) {
      this.add(this.element(open, null));
      return tag.index;
    }
    this.open.push(open);
    this.counts.set(tag.name, (this.counts.get(tag.name) ?? 0) + 1);
    return tag.index;
  }

  /** Leaves the unclosed elements that `tag` does not stand in. Returns its indentation if it is one itself. */
  private leaveUnclosed(tag: StartTag, { tags, text }: Unclosed): number | null {
    const indentation = indentationOf(tag, text);
    // The outermost element holds everything.
    while (indentation !== null && this.open.length > 1) {
      const around = this.open.at(-1)?.indentation ?? null;
      if (around === null || indentation > around) break;
      this.leave(null);
    }
    const parent = this.open.at(-1);
    if (parent) parent.inner ??= indentation;
    if (!tags.has(tag)) return null;
    // One that stands further left than what is beside it was not written where it is meant.
    const beside = parent?.inner ?? parent?.indentation ?? null;
    return indentation === null ? beside : Math.max(indentation, beside ?? 0);
  }

  private known(tag: StartTag): Element | null {
    const { from, to } = this.reuse;
    const { element } = tag;
    if (!element?.isBalanced) return null;
    const last = element.endTag?.index ?? tag.index;
    // Where levels are cut off, an element looks different by how deep it lies.
    if (this.open.length + element.height > deepestLevel) return null;
    return last < from || tag.index >= to ? element : null;
  }

  private end(tag: EndTag): void {
    if ((this.counts.get(tag.name) ?? 0) > 0) {
      while (this.open.at(-1)?.tag.name !== tag.name) this.leave(null);
      this.leave(tag);
      return;
    }
    const innermost = this.open.at(-1);
    if (innermost && isSlipOf(tag.name, innermost.tag.name)) {
      innermost.isBalanced = false;
      const element = this.leave(tag);
      this.problems.push({ code: 'mismatched-end-tag', tag, element });
      return;
    }
    if (innermost) innermost.isBalanced = false;
    this.problems.push({ code: 'stray-end-tag', tag, element: null });
  }

  private leave(endTag: EndTag | null): Element | null {
    const open = this.open.pop();
    if (!open) return null;
    const { name } = open.tag;
    this.counts.set(name, (this.counts.get(name) ?? 1) - 1);
    if (!endTag) open.isBalanced = false;
    const element = this.element(open, endTag);
    if (!endTag) this.problems.push({ code: 'unclosed-element', tag: open.tag, element });
    const parent = this.open.at(-1);
    if (parent && !element.isBalanced) parent.isBalanced = false;
    this.add(element);
    return element;
  }

  private element({ tag, children, isBalanced }: Open, endTag: EndTag | null): Element {
    let height = 1;
    for (const child of children) {
      if (child.kind === 'element' && child.height >= height) height = child.height + 1;
    }
    const parent = null;
    const element: Element = { kind: 'element', tag, endTag, children, parent, height, isBalanced };
    for (const child of children) if (child.kind === 'element') child.parent = element;
    tag.element = element;
    return element;
  }
}

/** How far a tag is indented that is the first on its line; null for any other. */
function indentationOf({ start }: StartTag, text: string): number | null {
  let at = start;
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t')) at -= 1;
  return at === 0 || text[at - 1] === '\n' ? start - at : null;
}

/** Whether an end tag of that name was meant to be `name`'s: a slip of the fingers apart, or of case. */
function isSlipOf(written: string, name: string): boolean {
  if (written.toLowerCase() === name.toLowerCase()) return true;
  if (Math.abs(written.length - name.length) > 1 || name.length < 3) return false;
  let front = 0;
  while (front < name.length && written[front] === name[front]) front += 1;
  let back = 0;
  const most = Math.min(written.length, name.length) - front;
  while (back < most && written.at(-1 - back) === name.at(-1 - back)) back += 1;
  const left = Math.max(written.length, name.length) - front - back;
  // One letter wrong, missing or too many, or two that changed places.
  return (
    left <= 1 || (left === 2 && written.length === name.length && isSwap(written, name, front))
  );
}

function isSwap(a: string, b: string, at: number): boolean {
  return a[at] === b[at + 1] && a[at + 1] === b[at];
}
