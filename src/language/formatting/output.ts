import type { TextChange } from '../syntax/document.js';
import { columnsOf } from './columns.js';
import { lineEndOf, type FormatOptions } from './formatOptions.js';

import { hasLineBreak } from './lines.js';

const lineBreak = /\r\n|\r|\n/g;

/** Writes a document anew, piece after piece in order, and notes where that differs from what is there. */
export class Output {
  readonly edits: TextChange[] = [];
  readonly lineEnd: string;
  /** White space the line begins with that is being written. */
  indentation = '';
  /** Counted from 0. */
  line = 0;
  /** Columns it takes so far. */
  column = 0;
  private isBlank = true;

  constructor(
    readonly text: string,
    private readonly options: FormatOptions,
  ) {
    this.lineEnd = options.lineEnd ?? lineEndOf(text);
  }

  /** Whether nothing but white space stands on the line so far. */
  get isAtLineStart(): boolean {
    return this.isBlank;
  }

  /** The text from `start` to before `end` as it is. */
  copy(start: number, end: number): void {
    if (start >= end) return;
    this.advance(this.text.slice(start, end));
  }

  /** `text` in the place of what stands from `start` to before `end`. */
  replace(start: number, end: number, text: string): void {
    const old = this.text.slice(start, end);
    if (this.options.lineEnd !== null && this.hasOtherLineEnd(old)) {
      this.edits.push({ start, end, text });
    } else if (old !== text) this.edits.push(smallest(start, old, text, this.text));
    this.advance(text);
  }

  /** The edits, and those that make all other line ends what is asked for. */
  withLineEnds(): TextChange[] {
    if (this.options.lineEnd === null) return this.edits;
    const all: TextChange[] = [];
    let next = 0;
    for (const { 0: found, index: start } of this.text.matchAll(lineBreak)) {
      const end = start + found.length;
      while (next < this.edits.length && (this.edits[next]?.start ?? end) < end) {
        all.push(...this.edits.slice(next, next + 1));
        next += 1;
      }
      if (found === this.lineEnd || start < (all.at(-1)?.end ?? 0)) continue;
      all.push({ start, end, text: this.lineEnd });
    }
    return [...all, ...this.edits.slice(next)];
  }

  private hasOtherLineEnd(text: string): boolean {
    return text.match(lineBreak)?.some((found) => found !== this.lineEnd) === true;
  }

  private advance(piece: string): void {
    const rest = this.lastLineOf(piece);
    let lead = 0;
    if (this.isBlank) {
      while (rest[lead] === ' ' || rest[lead] === '\t') lead += 1;
      this.indentation += rest.slice(0, lead);
      this.isBlank = lead === rest.length;
    }
    this.column += columnsOf(rest, this.options.tabWidth);
  }

  /** Counts the lines that end in `piece`. */
  private lastLineOf(piece: string): string {
    if (!hasLineBreak(piece)) return piece;
    this.line += piece.match(lineBreak)?.length ?? 0;
    this.indentation = '';
    this.column = 0;
    this.isBlank = true;
    return piece.slice(Math.max(piece.lastIndexOf('\n'), piece.lastIndexOf('\r')) + 1);
  }
}

/** The change without what it leaves as it was; it ends beside no half of a line end. */
function smallest(start: number, old: string, text: string, whole: string): TextChange {
  const most = Math.min(old.length, text.length);
  let front = 0;
  while (front < most && old[front] === text[front]) front += 1;
  let back = 0;
  while (back < most - front && old.at(-1 - back) === text.at(-1 - back)) back += 1;
  if (splits(whole, start + old.length - back)) back -= 1;
  return {
    start: start + front,
    end: start + old.length - back,
    text: text.slice(front, text.length - back),
  };
}

function splits(text: string, at: number): boolean {
  return text[at - 1] === '\r' && text[at] === '\n';
}
