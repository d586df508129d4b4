import type { TextChange } from '../syntax/document.js';

/** A place as editors count: lines and UTF-16 units from 0. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

const lineFeed = 10;
const carriageReturn = 13;

/** Where the lines of a text begin (after `\n`, `\r\n` or `\r`), kept up while it is edited. */
export class LineTable {
  private starts: number[];

  constructor(text: string) {
    this.starts = [0, ...startsBetween(text, 0, text.length)];
  }

  get count(): number {
    return this.starts.length;
  }

  /** Applies `change`; `text` is what it made. Reads the lines it touched, no others. */
  update(change: TextChange, text: string): void {
    const { starts } = this;
    const shift = change.text.length - (change.end - change.start);
    const first = this.lineOf(Math.max(0, change.start - 1));
    const next = this.lineOf(change.end) + 1;
    const from = starts[first] ?? 0;
    const rest = starts[next];
    // A start that stays is not found again: the text is read up to the character before it.
    const found = startsBetween(text, from, rest === undefined ? text.length : rest + shift - 1);
    const isSameCount = found.length === next - first - 1;
    if (isSameCount) for (const [at, start] of found.entries()) starts[first + 1 + at] = start;
    else this.starts = starts.slice(0, first + 1).concat(found, starts.slice(next));
    if (shift === 0) return;
    for (let line = first + 1 + found.length; line < this.starts.length; line += 1) {
      this.starts[line] = (this.starts[line] ?? 0) + shift;
    }
  }

  positionAt(offset: number): LinePosition {
    const line = this.lineOf(offset);
    return { line, character: offset - (this.starts[line] ?? 0) };
  }

  /** The offset of a position of `text`; one past the end of its line or of the text is that end. */
  offsetAt({ line, character }: LinePosition, text: string): number {
    const start = this.starts[line];
    if (start === undefined) return text.length;
    return Math.min(start + character, this.endOf(line, text));
  }

  /** Offset where `line` begins; the end of the text for one there is not. */
  startOf(line: number, text: string): number {
    return this.starts[line] ?? text.length;
  }

  /** Offset where `line` ends, its line break left out. */
  endOf(line: number, text: string): number {
    const next = this.starts[line + 1];
    if (next === undefined) return text.length;
    const isPair =
      text.charCodeAt(next - 1) === lineFeed && text.charCodeAt(next - 2) === carriageReturn;
    return next - (isPair ? 2 : 1);
  }

  /** The line that holds `offset`. */
  lineOf(offset: number): number {
    const { starts } = this;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Starts of lines whose line break lies from `from` to before `to`. */
function startsBetween(text: string, from: number, to: number): number[] {
  const found: number[] = [];
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === lineFeed) found.push(at + 1);
    else if (code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed) found.push(at + 1);
  }
  return found;
}
