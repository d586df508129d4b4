import type { Range } from 'vscode-languageserver';

/** What a verdict says about its place; both as the framework counts (see src/framework/bridgeMessages.ts). */
export interface VerdictPlace {
  readonly message: string;
  readonly line: number | null;
  readonly column: number | null;
}

/**
 * The range to mark in `text`: from the column to the end of the word or tag there when there is a column,
 * else the whole line without its margins. A verdict without a line marks the element its message names,
 * else the first line that is not blank.
 */
export function verdictRange(text: string, place: VerdictPlace): Range {
  const lines = text.split(/\r\n|\r|\n/);
  const line = place.line === null ? lineNamed(lines, place.message) : place.line - 1;
  // A verdict may be one edit old: its line may be gone.
  const at = Math.min(Math.max(line, 0), lines.length - 1);
  const content = lines[at] ?? '';
  const end = content.trimEnd().length;
  const start = content.length - content.trimStart().length;
  if (place.column === null || place.column >= end || at !== line)
    return range(at, Math.min(start, end), end);
  const rest = content.slice(place.column, end);
  const word = /^(?:<\/?)?[\w:.-]+|^\S/.exec(rest)?.[0].length ?? 1;
  return range(at, place.column, place.column + word);
}

function range(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

/** Line (0-based) of the first element the message names, else the first that is not blank. */
function lineNamed(lines: readonly string[], message: string): number {
  const named =
    /<([a-z]+:[\w-]+)/i.exec(message)?.[1] ??
    /\b((?:q|ui|qg|qt|test):[\w-]+)/.exec(message)?.[1] ??
    bareName(message);
  if (named) {
    const tag = new RegExp(`<${named.replaceAll('.', '\\.')}(?![\\w.-])`);
    const found = lines.findIndex((line) => tag.test(line));
    if (found >= 0) return found;
  }
  return Math.max(
    0,
    lines.findIndex((line) => line.trim() !== ''),
  );
}

/** `Function requires 'name' attribute` speaks of q:function. */
function bareName(message: string): string | null {
  const name = /^(?:Unexpected error: )?([A-Za-z]+) requires\b/.exec(message)?.[1];
  return name ? `q:${name.charAt(0).toLowerCase()}${name.slice(1)}` : null;
}
