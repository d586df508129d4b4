import { commonTables, type Source } from './sources.js';
import { isSign, isWord, type SqlToken } from './tokens.js';

const comparisons = new Set(['=', '<', '>', '<=', '>=', '<>', '!=']);
const constants =
  /^(?:NULL|TRUE|FALSE|CURRENT_(?:DATE|TIME|TIMESTAMP|USER)|NOT|CASE|EXISTS|SELECT|DEFAULT|LOCALTIME(?:STAMP)?|END|USER|INTERVAL|ROW|ARRAY|CAST|DISTINCT|ALL|ANY|SOME|AND|OR|WHEN|THEN|ELSE|BETWEEN|LIKE|IN|IS|VALUES|OVER|ESCAPE|COLLATE|ASC|DESC|NULLS|FIRST|LAST|BINARY|DIV|MOD|RECURSIVE|WITH)$/i;

/** Whether a bare word is one of SQL's own that can stand for a value or join values. */
export function isConstantWord(word: string): boolean {
  return constants.test(word);
}

/** Names that mean something else: aliases, columns of `WITH` tables. */
export function otherNames(tokens: readonly SqlToken[], sources: readonly Source[]): Set<string> {
  const names = new Set<string>();
  for (const { alias, name } of sources) names.add((alias ?? name).toLowerCase());
  tokens.forEach((token, at) => {
    if (isWord(token, 'AS', 'WINDOW')) names.add(tokens[at + 1]?.value.toLowerCase() ?? '');
    if (!isWord(token, 'WITH')) return;
    for (const { name, columns } of commonTables(tokens.slice(at)).tables)
      for (const one of [name, ...columns]) names.add(one.toLowerCase());
  });
  return names;
}

/** Whether the word at `at` stands where a column must: before a comparison, or alone in a list. */
export function isColumnPlace(tokens: readonly SqlToken[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (isSign(before, '.') || isSign(after, '.') || isSign(after, '(')) return false;
  const isCompared =
    isWord(before, 'WHERE', 'AND', 'ON', 'SET', 'HAVING') &&
    (isWord(after, 'LIKE', 'IN', 'IS', 'BETWEEN') ||
      (after?.kind === 'sign' && comparisons.has(after.value)));
  const isListed =
    (isWord(before, 'SELECT', 'DISTINCT') || isSign(before, ',')) &&
    (isSign(after, ',') || isWord(after, 'FROM', 'AS')) &&
    isInSelectList(tokens, at);
  return isCompared || isListed;
}

/** Whether the nearest clause before `at`, in the same brackets, is a `SELECT`. */
function isInSelectList(tokens: readonly SqlToken[], at: number): boolean {
  let depth = 0;
  for (let index = at - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    if (isSign(token, ')')) depth += 1;
    else if (isSign(token, '(') && --depth < 0) return false;
    if (depth > 0) continue;
    if (isWord(token, 'SELECT')) return true;
    if (isWord(token, 'FROM', 'WHERE', 'ORDER', 'GROUP', 'SET', 'VALUES', 'BY', 'INTO'))
      return false;
  }
  return false;
}
