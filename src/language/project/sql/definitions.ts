import type { Column, Table } from '../tables.js';
import { closing, isName, isSign, isWord, splitAt, type SqlToken } from './tokens.js';

/** Words that begin a rule of a table, where a column could stand. */
const constraints = ['CONSTRAINT', 'PRIMARY', 'UNIQUE', 'CHECK', 'FOREIGN', 'EXCLUDE', 'KEY'];
const indexes = ['INDEX', 'FULLTEXT', 'SPATIAL', 'LIKE', 'PERIOD'];
/** Words that end the type of a column. */
const afterType = new Set(
  (
    'NOT NULL PRIMARY UNIQUE CHECK DEFAULT REFERENCES CONSTRAINT COLLATE GENERATED AS AUTOINCREMENT ' +
    'AUTO_INCREMENT COMMENT ON FIRST AFTER'
  ).split(' '),
);

/** A name that may have its schema before it, and the index behind it. */
export function qualifiedName(
  tokens: readonly SqlToken[],
  from: number,
): { name: string; token: SqlToken; next: number } | null {
  let at = from;
  let token = tokens[at];
  if (!token || !isName(token)) return null;
  while (isSign(tokens[at + 1], '.') && isName(tokens[at + 2])) {
    at += 2;
    token = tokens[at] ?? token;
  }
  return { name: token.value, token, next: at + 1 };
}

/** The table that a `CREATE TABLE name …` declares, from the index of its name on. */
export function readTable(tokens: readonly SqlToken[], from: number, file: string): Table | null {
  const named = qualifiedName(tokens, from);
  if (!named) return null;
  const { name, token, next } = named;
  const table = { name, file, start: token.start };
  if (!isSign(tokens[next], '(')) return { ...table, columns: [], isComplete: false };
  const end = closing(tokens, next);
  const parts = splitAt(tokens.slice(next + 1, end - 1), ',');
  const keys = primaryKeys(parts);
  const columns = parts.flatMap((part) => readColumn(part, file) ?? []);
  const tail = tokens.slice(end);
  const isWhole =
    !parts.some((part) => isWord(part[0], 'LIKE')) &&
    !tail.some((one) => isWord(one, 'AS', 'INHERITS', 'SELECT', 'PARTITION'));
  return {
    ...table,
    columns: columns.map((column) => ({
      ...column,
      isPrimaryKey: column.isPrimaryKey || keys.has(column.name.toLowerCase()),
    })),
    isComplete: isWhole,
  };
}

/** The names in `PRIMARY KEY (a, b)` among the rules of a table. */
function primaryKeys(parts: readonly (readonly SqlToken[])[]): Set<string> {
  const names = new Set<string>();
  for (const part of parts) {
    if (!isWord(part[0], 'CONSTRAINT', 'PRIMARY')) continue;
    const at = part.findIndex((token) => isWord(token, 'PRIMARY'));
    if (at < 0) continue;
    for (const token of part.slice(at + 2)) if (isName(token)) names.add(token.value.toLowerCase());
  }
  return names;
}

/** The column that `tokens` declare; null for a rule of the table. */
export function readColumn(tokens: readonly SqlToken[], file: string): Column | null {
  const [name, ...rest] = tokens;
  if (!name || !isName(name)) return null;
  if (isWord(name, ...constraints) && !startsType(rest)) return null;
  if (isWord(name, ...indexes) && !startsType(rest)) return null;
  const typeEnd = rest.findIndex(
    (token) => token.kind === 'word' && afterType.has(token.value.toUpperCase()),
  );
  const words = rest.map((token) => (token.kind === 'word' ? token.value.toUpperCase() : ''));
  const isPrimaryKey = words.some((word, at) => word === 'PRIMARY' && words[at + 1] === 'KEY');
  return {
    name: name.value,
    type: rest
      .slice(0, typeEnd < 0 ? rest.length : typeEnd)
      .map(({ value }) => value)
      .join(' ')
      .replaceAll(/ ?([(),]) ?/g, '$1'),
    isRequired:
      isPrimaryKey || words.some((word, at) => word === 'NOT' && words[at + 1] === 'NULL'),
    isPrimaryKey,
    file,
    start: name.start,
  };
}

/** `key TEXT`: a column that is called like a rule. */
function startsType([first, second]: readonly SqlToken[]): boolean {
  return (
    first?.kind === 'word' &&
    /^(?:TEXT|INT\w*|BIGINT|SMALLINT|VARCHAR|CHAR\w*|REAL|NUMERIC|DECIMAL|BLOB|BOOL\w*|DATE\w*|TIME\w*|FLOAT|DOUBLE|JSONB?|UUID|BYTEA|SERIAL)$/i.test(
      first.value,
    ) &&
    !isSign(second, '=')
  );
}
