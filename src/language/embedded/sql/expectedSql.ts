import { isName, isSign, isWord, sqlTokens, type SqlToken } from '../../project/sql/tokens.js';
import { beforeTables, beforeValues, followers } from './keywords.js';

/** What may stand at a caret in SQL. */
export type Expected =
  | { readonly kind: 'verb' | 'table' | 'value' | 'clause' | 'parameter' }
  /** The only words that may follow the one before. */
  | { readonly kind: 'follower'; readonly words: readonly string[] }
  /** A column of what is called `source`. */
  | { readonly kind: 'column'; readonly source: string };

/** What may stand at `at`, and the beginning of it that is written; null in strings, comments and numbers. */
export function expectedAt(sql: string, at: number): { word: string; expected: Expected } | null {
  const word = /[\w\u0080-\uFFFF]*$/.exec(sql.slice(Math.max(0, at - 100), at))?.[0] ?? '';
  const before = sql.slice(0, at - word.length);
  const tokens = sqlTokens(before);
  if (/^\d/.test(word) || isInStringOrComment(before, tokens.at(-1))) return null;
  return { word, expected: expected(tokens, before) };
}

function isInStringOrComment(before: string, last: SqlToken | undefined): boolean {
  if (last?.kind === 'text' || last?.kind === 'name') {
    const written = before.slice(last.start, last.end);
    const quote = written.charAt(0);
    const isClosed = written.length > 1 && written.endsWith(quote === '[' ? ']' : quote);
    if (last.end === before.length && /^["'`]/.test(quote) && !isClosed) return true;
  }
  const rest = before.slice(last?.end ?? 0).replaceAll(/--[^\n]*\n|\/\*[\s\S]*?\*\//g, '');
  return /--|\/\*/.test(rest);
}

function expected(tokens: readonly SqlToken[], before: string): Expected {
  const last = tokens.at(-1);
  if (!last || isSign(last, ';')) return { kind: 'verb' };
  if (isSign(last, ':') && last.end === before.length) return { kind: 'parameter' };
  if (isSign(last, '.')) {
    const source = tokens.at(-2);
    return source && isName(source) ? { kind: 'column', source: source.value } : { kind: 'clause' };
  }
  if (last.kind === 'sign') return afterSign(tokens, last);
  if (last.kind !== 'word') return { kind: 'clause' };
  const keyword = last.value.toUpperCase();
  if (beforeTables.has(keyword)) return { kind: 'table' };
  const words = followers.get(keyword);
  if (words) return { kind: 'follower', words };
  if (beforeValues.has(keyword)) return { kind: 'value' };
  return { kind: 'clause' };
}

function afterSign(tokens: readonly SqlToken[], { value }: SqlToken): Expected {
  if (value === ')') return { kind: 'clause' };
  const before = tokens.at(-2);
  // `SELECT *` and `count(*`: a star that multiplies nothing.
  const isStar =
    value === '*' &&
    (before?.kind === 'sign' ? !isSign(before, ')') : isWord(before, 'SELECT', 'DISTINCT'));
  if (isStar) return { kind: 'clause' };
  if (value === '(' && isWord(before, 'AS')) return { kind: 'verb' };
  return value === ',' && isInSources(tokens) ? { kind: 'table' } : { kind: 'value' };
}

/** Whether the comma at the end goes on with a list of tables: the nearest clause before it is a `FROM`. */
function isInSources(tokens: readonly SqlToken[]): boolean {
  let depth = 0;
  for (const token of tokens.toReversed()) {
    if (isSign(token, ')')) depth += 1;
    else if (isSign(token, '(') && --depth < 0) return false;
    if (depth > 0) continue;
    if (isWord(token, 'FROM', 'USING')) return true;
    if (isWord(token, 'SELECT', 'WHERE', 'BY', 'SET', 'VALUES', 'ON', 'HAVING', 'RETURNING'))
      return false;
  }
  return false;
}
