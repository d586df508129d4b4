import type { Element, Node, PairingProblem } from './element.js';
import { pair } from './pair.js';
import { opensRawText, Reader } from './reader.js';
import { endOf, type RawName, type Token } from './token.js';

/** A change of text: what stood from `start` to before `end` became `text`. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Pages, components and applications, or `*.test.q`, where the framework allows XML and nothing else. */
export type Dialect = 'page' | 'test';

/**
 * A `.q` document as it is read, whatever state it is in. `update` reads again only what an edit touched,
 * and comes to the same as a reading from the start.
 */
export class SyntaxDocument {
  private all: Token[];
  private read: { nodes: readonly Node[]; problems: readonly PairingProblem[] };

  constructor(
    private current: string,
    readonly dialect: Dialect,
  ) {
    this.all = this.readAll();
    this.read = pair(this.all, current, { from: 0, to: this.all.length });
  }

  get text(): string {
    return this.current;
  }

  /** All tokens in order; they cover the text. */
  get tokens(): readonly Token[] {
    return this.all;
  }

  /** What stands outside of every element, and the outermost elements; one in a right document. */
  get nodes(): readonly Node[] {
    return this.read.nodes;
  }

  /** Tags without their partner, in the order they were found out. */
  get pairingProblems(): readonly PairingProblem[] {
    return this.read.problems;
  }

  /** The outermost elements. */
  get roots(): Element[] {
    return this.nodes.filter((node) => node.kind === 'element');
  }

  /** Applies `change`, whose offsets are of the text before it. */
  update(change: TextChange): void {
    const { start, end, text } = change;
    const old = this.all;
    this.current = this.current.slice(0, start) + text + this.current.slice(end);
    const shift = text.length - (end - start);
    const first = firstTouched(old, start);
    const from = old[first]?.start ?? lastEnd(old);
    const { tokens, next } = this.reread(from, end, shift, old, first);
    moveRest(old, next, shift, first + tokens.length);
    tokens.forEach((token, at) => (token.index = first + at));
    this.all = spliced(old, first, next, tokens);
    this.read = pair(this.all, this.current, { from: first, to: first + tokens.length });
  }

  /** Reads on from `at` until an old token begins where the new ones end. */
  private reread(
    at: number,
    editEnd: number,
    shift: number,
    old: readonly Token[],
    first: number,
  ): { tokens: Token[]; next: number } {
    const reader = new Reader(this.current, this.isStrict, copied);
    const tokens: Token[] = [];
    let next = first;
    let within = this.opened(old[first - 1]);
    while (at < this.current.length) {
      while (next < old.length && isBefore(old[next], at, shift, editEnd)) next += 1;
      const candidate = old[next];
      if (candidate && candidate.start + shift === at && candidate.within === within) break;
      const token = reader.token(at, within);
      tokens.push(token);
      at = endOf(token);
      within = this.opened(token);
    }
    if (at >= this.current.length) next = old.length;
    return { tokens, next };
  }

  private readAll(): Token[] {
    const reader = new Reader(this.current, this.isStrict, (part) => part);
    const tokens: Token[] = [];
    let within: RawName | null = null;
    for (let at = 0; at < this.current.length;) {
      const token = reader.token(at, within);
      token.index = tokens.length;
      tokens.push(token);
      at = endOf(token);
      within = this.opened(token);
    }
    return tokens;
  }

  private opened(token: Token | undefined): RawName | null {
    return this.isStrict ? null : opensRawText(token);
  }

  private get isStrict(): boolean {
    return this.dialect === 'test';
  }
}

/** `tokens` in the place of those from `from` to before `to`; in place where few change. */
function spliced(old: Token[], from: number, to: number, tokens: readonly Token[]): Token[] {
  // More arguments than this may not fit on the stack.
  if (tokens.length > 10_000) return old.slice(0, from).concat(tokens, old.slice(to));
  old.splice(from, to - from, ...tokens);
  return old;
}

/** Whether an old token cannot be where the new ones end: the edit touched it, or it began before. */
function isBefore(token: Token | undefined, at: number, shift: number, editEnd: number): boolean {
  return token !== undefined && (token.start < editEnd || token.start + shift < at);
}

/** The first token that an edit at `start` may change: the reader looked that far. */
function firstTouched(tokens: readonly Token[], start: number): number {
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token || token.start + token.reach >= start) return index;
  }
  return tokens.length;
}

function lastEnd(tokens: readonly Token[]): number {
  const last = tokens.at(-1);
  return last ? endOf(last) : 0;
}

function moveRest(tokens: readonly Token[], from: number, shift: number, index: number): void {
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    token.start += shift;
    token.index = index + at - from;
  }
}

/** A copy that holds nothing of the string it was cut from (long slices keep their whole string alive). */
function copied(part: string): string {
  return part.length < 13 ? part : Buffer.from(part, 'utf16le').toString('utf16le');
}
