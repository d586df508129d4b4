import type { Tables } from '../tables.js';
import { tableNamed } from '../tables.js';
import { commonTables, sourcesFrom, type Source } from './sources.js';
import { isName, isSign, isWord, splitAt, type SqlToken } from './tokens.js';

/** Columns that a `WITH` table gives; null where they cannot be told. */
export interface KnownTable {
  readonly name: string;
  readonly columns: readonly string[] | null;
}

const listEnds = ['FROM', 'WHERE', 'UNION', 'ORDER', 'LIMIT', 'GROUP', 'HAVING', 'INTO', 'EXCEPT'];

/**
 * The names of the columns that a statement yields, each once; null when one of them is not certain: an
 * expression without `AS`, or a `*` of a table that is not known.
 */
export function selectColumns(
  tokens: readonly SqlToken[],
  tables: Tables | null,
  outer: readonly KnownTable[],
  depth = 0,
): readonly string[] | null {
  if (depth > 20) return null;
  const common = commonTables(tokens);
  const known = [...outer];
  for (const { name, columns, body } of common.tables)
    known.push({
      name,
      columns: columns.length > 0 ? columns : selectColumns(body, tables, known, depth + 1),
    });
  const statement = tokens.slice(common.next);
  if (isSign(statement[0], '(')) return selectColumns(statement.slice(1), tables, known, depth + 1);
  const list = listOf(statement);
  if (!list) return null;
  const columnsOf = (source: Source): readonly string[] | null =>
    sourceColumns(source, tables, known, depth);
  const found = splitAt(list.items, ',').map((item) => itemColumns(item, list.sources, columnsOf));
  return found.includes(null) ? null : [...new Set(found.flatMap((names) => names ?? []))];
}

/** What a `SELECT` or a `RETURNING` lists, and where it takes it from. */
function listOf(
  tokens: readonly SqlToken[],
): { items: readonly SqlToken[]; sources: readonly Source[] } | null {
  if (isWord(tokens[0], 'SELECT')) {
    const start = isWord(tokens[1], 'DISTINCT', 'ALL') ? 2 : 1;
    if (isWord(tokens[start], 'ON')) return null;
    const end = topLevel(tokens, start, ...listEnds);
    const from = isWord(tokens[end], 'FROM') ? sourcesFrom(tokens, end + 1) : [];
    return { items: tokens.slice(start, end), sources: from };
  }
  const returning = topLevel(tokens, 1, 'RETURNING');
  if (returning === tokens.length) return null;
  const into = tokens.findIndex((token) => isWord(token, 'INTO', 'FROM', 'UPDATE'));
  return {
    items: tokens.slice(returning + 1),
    sources: sourcesFrom(tokens, into + 1).slice(0, 1),
  };
}

/** The first of those words outside of brackets, from `from` on. */
function topLevel(tokens: readonly SqlToken[], from: number, ...words: string[]): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at += 1) {
    if (isSign(tokens[at], '(')) depth += 1;
    else if (isSign(tokens[at], ')')) depth -= 1;
    else if (depth === 0 && isWord(tokens[at], ...words)) return at;
  }
  return tokens.length;
}

function sourceColumns(
  { kind, name, inner }: Source,
  tables: Tables | null,
  known: readonly KnownTable[],
  depth: number,
): readonly string[] | null {
  if (kind === 'select') return selectColumns(inner, tables, known, depth + 1);
  if (kind === 'other') return null;
  const lower = name.toLowerCase();
  const common = known.findLast((table) => table.name.toLowerCase() === lower);
  if (common) return common.columns;
  const table = tables && tableNamed(tables, name);
  return table?.isComplete ? table.columns.map((column) => column.name) : null;
}

function itemColumns(
  item: readonly SqlToken[],
  sources: readonly Source[],
  columnsOf: (source: Source) => readonly string[] | null,
): readonly string[] | null {
  const last = item.at(-1);
  if (!last) return null;
  if (isSign(last, '*') && item.length === 1) {
    const all = sources.map(columnsOf);
    return all.length === 0 || all.includes(null) ? null : all.flatMap((names) => names ?? []);
  }
  if (isSign(last, '*') && isSign(item.at(-2), '.')) {
    const wanted = item.at(-3)?.value.toLowerCase();
    const source = sources.find(({ alias, name }) => (alias ?? name).toLowerCase() === wanted);
    return source ? columnsOf(source) : null;
  }
  const name = itemName(item);
  return name === null ? null : [name];
}

/** What an item of the list is called: by `AS`, by a name behind it, or as the column it is. */
function itemName(item: readonly SqlToken[]): string | null {
  const last = item.at(-1);
  const before = item.at(-2);
  if (!last || !(isName(last) || (last.kind === 'text' && isWord(before, 'AS')))) return null;
  if (last.kind === 'text') return last.value.slice(1, -1);
  if (!before) return isWord(last, 'NULL', 'TRUE', 'FALSE') ? null : last.value;
  if (isWord(before, 'AS')) return last.value;
  if (isSign(before, '.')) return item.length === 3 || item.length === 5 ? last.value : null;
  const isAlias =
    !isWord(last, 'END', 'NULL', 'TRUE', 'FALSE', 'NOTNULL', 'ISNULL') &&
    (isSign(before, ')') ||
      ['number', 'text', 'parameter', 'name'].includes(before.kind) ||
      isWord(before, 'END') ||
      (before.kind === 'word' && item.length === 2) ||
      (item.length === 4 && isSign(item[1], '.')));
  return isAlias ? last.value : null;
}
