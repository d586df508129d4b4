import type { SemanticTokensEdit } from 'vscode-languageserver';
import {
  tokenModifiers,
  tokenTypes,
  type SemanticToken,
} from '../language/highlight/semanticToken.js';
import type { LineTable } from '../language/text/lineTable.js';

/** Numbers that tell of one token. */
const width = 5;

/** Tokens as the protocol writes them, each by its distance from the one before; none spans lines. */
export function tokenData(tokens: readonly SemanticToken[], lines: LineTable): number[] {
  const data: number[] = [];
  let before = { line: 0, character: 0 };
  for (const { start, end, type, modifier } of tokens) {
    const at = lines.positionAt(start);
    const line = at.line - before.line;
    const character = line === 0 ? at.character - before.character : at.character;
    const modifiers = modifier === null ? 0 : 1 << tokenModifiers.indexOf(modifier);
    data.push(line, character, end - start, tokenTypes.indexOf(type), modifiers);
    before = at;
  }
  return data;
}

/** What turns `before` into `after`: one edit around all that differs, none when nothing does. */
export function tokenEdits(
  before: readonly number[],
  after: readonly number[],
): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  head -= head % width;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  tail -= tail % width;
  const deleteCount = before.length - tail - head;
  const data = after.slice(head, after.length - tail);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start: head, deleteCount, data }];
}
