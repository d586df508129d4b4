/**
 * A piece of SQL. `word`: a bare name or keyword; `name`: a quoted one; `parameter`: `:name`; `cast`: `::`.
 * Strings, comments and white space are passed over, except that `text` stands for a string literal.
 */
export interface SqlToken {
  readonly kind: 'word' | 'name' | 'text' | 'number' | 'parameter' | 'cast' | 'sign';
  /** Of names what is between the quotes, of parameters what follows the colon. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const piece =
  /(--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|\s+)|([A-Za-z_\u0080-\uFFFF][\w$\u0080-\uFFFF]*)|("(?:[^"]|"")*(?:"|$)|`(?:[^`]|``)*(?:`|$)|\[[A-Za-z_][^\]\n]*\])|('(?:[^']|'')*(?:'|$)|\$([A-Za-z_]*)\$[\s\S]*?(?:\$\5\$|$))|(\d[\w.]*|\.\d[\w.]*)|(::)|:([A-Za-z_]\w*)|(\|\||<=|>=|<>|!=|->>?|[\s\S])/y;

/** The pieces of `sql` in the spellings of SQLite, PostgreSQL and MySQL. Takes any text. */
export function sqlTokens(sql: string): SqlToken[] {
  const tokens: SqlToken[] = [];
  piece.lastIndex = 0;
  while (piece.lastIndex < sql.length) {
    const start = piece.lastIndex;
    // Most of what SQL is made of, read without the expression, which takes ten times as long.
    if (sql.charCodeAt(start) === space) {
      piece.lastIndex = start + 1;
      continue;
    }
    const end = bareWordEnd(sql, start);
    if (end > start) {
      tokens.push({ kind: 'word', value: sql.slice(start, end), start, end });
      piece.lastIndex = end;
      continue;
    }
    const match = piece.exec(sql);
    if (!match) break;
    if (match[1] !== undefined) continue;
    tokens.push({ ...read(match), start, end: piece.lastIndex });
  }
  return tokens;
}

const space = 32;

/** Where the word that begins at `start` with an ASCII letter or `_` ends; `start` where none does. */
function bareWordEnd(sql: string, start: number): number {
  if (!isLetter(sql.charCodeAt(start))) return start;
  let at = start + 1;
  for (let char = sql.charCodeAt(at); goesOnWord(char); char = sql.charCodeAt(at)) at += 1;
  return at;
}

function isLetter(char: number): boolean {
  return (char >= 97 && char <= 122) || (char >= 65 && char <= 90) || char === 95;
}

function goesOnWord(char: number): boolean {
  return isLetter(char) || (char >= 48 && char <= 57) || char === 36 || char >= 0x80;
}

function read(match: RegExpExecArray): Pick<SqlToken, 'kind' | 'value'> {
  const [whole, , word, name, text, , number, cast, parameter] = match;
  if (word !== undefined) return { kind: 'word', value: word };
  if (name !== undefined) return { kind: 'name', value: unquoted(name) };
  if (text !== undefined) return { kind: 'text', value: text };
  if (number !== undefined) return { kind: 'number', value: number };
  if (cast !== undefined) return { kind: 'cast', value: cast };
  if (parameter !== undefined) return { kind: 'parameter', value: parameter };
  return { kind: 'sign', value: whole };
}

function unquoted(name: string): string {
  const quote = name.charAt(0);
  const close = quote === '[' ? ']' : quote;
  const inner = name.endsWith(close) && name.length > 1 ? name.slice(1, -1) : name.slice(1);
  return inner.replaceAll(close + close, close);
}

/** Whether `token` is one of those keywords, in any case of letters. */
export function isWord(token: SqlToken | undefined, ...words: readonly string[]): boolean {
  return token?.kind === 'word' && words.includes(token.value.toUpperCase());
}

export function isSign(token: SqlToken | undefined, sign: string): boolean {
  return token?.kind === 'sign' && token.value === sign;
}

/** Whether `token` can name something: a quoted name, or any word. */
export function isName(token: SqlToken | undefined): boolean {
  return token?.kind === 'word' || token?.kind === 'name';
}

/** The index behind the bracket that closes the one at `at`; the end where none does. */
export function closing(tokens: readonly SqlToken[], at: number): number {
  let depth = 0;
  for (let index = at; index < tokens.length; index += 1) {
    if (isSign(tokens[index], '(')) depth += 1;
    else if (isSign(tokens[index], ')') && --depth === 0) return index + 1;
  }
  return tokens.length;
}

/** `tokens` cut at each `sign` that stands in no brackets. */
export function splitAt(tokens: readonly SqlToken[], sign: string): SqlToken[][] {
  const parts: SqlToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (isSign(token, '(')) depth += 1;
    else if (isSign(token, ')')) depth -= 1;
    if (depth === 0 && isSign(token, sign)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** The statements of a text, without empty ones; bodies of triggers stay whole. */
export function statementsOf(tokens: readonly SqlToken[]): SqlToken[][] {
  const statements: SqlToken[][] = [];
  let at: SqlToken[] = [];
  let isTrigger = false;
  for (const token of tokens) {
    if (isSign(token, ';') && (!isTrigger || isWord(at.at(-1), 'END'))) {
      if (at.length > 0) statements.push(at);
      at = [];
      isTrigger = false;
      continue;
    }
    at.push(token);
    if (at.length < 5 && isWord(token, 'TRIGGER') && isWord(at[0], 'CREATE')) isTrigger = true;
  }
  if (at.length > 0) statements.push(at);
  return statements;
}
