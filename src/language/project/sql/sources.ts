import { qualifiedName } from './definitions.js';
import { closing, isName, isSign, isWord, type SqlToken } from './tokens.js';

/** What rows come from: a table by its name, a `SELECT` in brackets, or something else (a function). */
export interface Source {
  readonly kind: 'table' | 'select' | 'other';
  /** Of the table or function; '' for a `SELECT`. */
  readonly name: string;
  /** Whether a schema stands before the name. */
  readonly isQualified: boolean;
  readonly token: SqlToken;
  readonly alias: string | null;
  /** What is in the brackets of a `SELECT`. */
  readonly inner: readonly SqlToken[];
}

const ends = new Set(
  (
    'WHERE GROUP ORDER LIMIT UNION HAVING WINDOW SET RETURNING EXCEPT INTERSECT FETCH OFFSET FOR VALUES ' +
    'SELECT DEFAULT'
  ).split(' '),
);
/** Words that may follow a source and are no alias of it. */
const noAlias = new Set(
  (
    'ON USING JOIN INNER LEFT RIGHT FULL OUTER CROSS NATURAL STRAIGHT_JOIN INDEXED NOT AS LATERAL ' +
    'TABLESAMPLE WITH USE FORCE IGNORE PARTITION DO'
  ).split(' '),
);

/** The sources that a list from index `from` on names (behind `FROM`, `UPDATE`, `INTO` or `USING`). */
export function sourcesFrom(tokens: readonly SqlToken[], from: number): Source[] {
  const sources: Source[] = [];
  let isExpected = true;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || isSign(token, ')')) break;
    if (token.kind === 'word' && ends.has(token.value.toUpperCase())) break;
    if (isExpected && isWord(token, 'LATERAL', 'ONLY')) continue;
    if (isExpected) {
      const found = sourceAt(tokens, at);
      if (!found) break;
      sources.push(found.source);
      at = found.next - 1;
      isExpected = false;
    } else if (isSign(token, '(')) at = closing(tokens, at) - 1;
    else if (isSign(token, ',') || isWord(token, 'JOIN', 'STRAIGHT_JOIN')) isExpected = true;
  }
  return sources;
}

function sourceAt(
  tokens: readonly SqlToken[],
  at: number,
): { source: Source; next: number } | null {
  const token = tokens[at];
  if (!token) return null;
  if (isSign(token, '(')) {
    const end = closing(tokens, at);
    const inner = tokens.slice(at + 1, end - 1);
    const kind = isWord(inner[0], 'SELECT', 'WITH') ? 'select' : 'other';
    const { alias, next } = aliasAt(tokens, end);
    return { source: { kind, name: '', isQualified: false, token, alias, inner }, next };
  }
  const named = qualifiedName(tokens, at);
  if (!named) return null;
  const isCall = isSign(tokens[named.next], '(') && !isWord(tokens[at - 1], 'INTO');
  const end = isCall ? closing(tokens, named.next) : named.next;
  const { alias, next } = aliasAt(tokens, end);
  const kind = isCall ? 'other' : 'table';
  const { name } = named;
  return {
    source: { kind, name, isQualified: named.next - at > 1, token: named.token, alias, inner: [] },
    next,
  };
}

function aliasAt(tokens: readonly SqlToken[], at: number): { alias: string | null; next: number } {
  const hasAs = isWord(tokens[at], 'AS');
  const token = tokens[hasAs ? at + 1 : at];
  const isAlias =
    token !== undefined &&
    isName(token) &&
    (hasAs || !isKeyword(token)) &&
    !isSign(tokens[at + 1], '.');
  if (!isAlias) return { alias: null, next: at };
  return { alias: token.value, next: hasAs ? at + 2 : at + 1 };
}

function isKeyword(token: SqlToken): boolean {
  const word = token.value.toUpperCase();
  return token.kind === 'word' && (noAlias.has(word) || ends.has(word));
}

/** A `WITH` table: its name, the columns it declares, and its statement. */
export interface CommonTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly body: readonly SqlToken[];
}

/** The tables of a leading `WITH`, and the index of the statement behind it. */
export function commonTables(tokens: readonly SqlToken[]): {
  tables: CommonTable[];
  next: number;
} {
  const tables: CommonTable[] = [];
  if (!isWord(tokens[0], 'WITH')) return { tables, next: 0 };
  let at = isWord(tokens[1], 'RECURSIVE') ? 2 : 1;
  for (let name = tokens[at]; name && isName(name); name = tokens[at]) {
    let next = at + 1;
    const columns: string[] = [];
    if (isSign(tokens[next], '(')) {
      const end = closing(tokens, next);
      columns.push(...tokens.slice(next, end).flatMap((one) => (isName(one) ? [one.value] : [])));
      next = end;
    }
    while (isWord(tokens[next], 'AS', 'NOT', 'MATERIALIZED')) next += 1;
    if (!isSign(tokens[next], '(')) break;
    const end = closing(tokens, next);
    tables.push({ name: name.value, columns, body: tokens.slice(next + 1, end - 1) });
    at = end;
    if (!isSign(tokens[at], ',')) break;
    at += 1;
  }
  return { tables, next: at };
}

/** Every source of a statement, those of inner ones too. */
export function allSources(tokens: readonly SqlToken[]): Source[] {
  const found: Source[] = [];
  const verb = commonTables(tokens).next;
  const isWriting = isWord(tokens[verb], 'INSERT', 'REPLACE', 'MERGE');
  const isDeleting = isWord(tokens[verb], 'DELETE');
  const opened: number[] = [];
  tokens.forEach((token, at) => {
    if (isSign(token, '(')) opened.push(at);
    else if (isSign(token, ')')) opened.pop();
    const start = opened.at(-1);
    const isInCall = start !== undefined && !isWord(tokens[start + 1], 'SELECT', 'WITH');
    if (isWord(token, 'FROM') && !isInCall && !isWord(tokens[at - 1], 'DISTINCT'))
      found.push(...sourcesFrom(tokens, at + 1));
    else if (isWord(token, 'INTO') && isWriting)
      found.push(...sourcesFrom(tokens, at + 1).slice(0, 1));
    else if (isWord(token, 'USING') && isDeleting && !isSign(tokens[at + 1], '('))
      found.push(...sourcesFrom(tokens, at + 1));
    else if (isWord(token, 'UPDATE') && at === verb) {
      const from = isWord(tokens[at + 1], 'OR') ? at + 3 : at + 1;
      found.push(...sourcesFrom(tokens, from));
    }
  });
  return found;
}
