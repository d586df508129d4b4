import type { Column, Table, Tables } from '../tables.js';
import { qualifiedName, readColumn, readTable } from './definitions.js';
import { selectColumns } from './selectColumns.js';
import { isName, isWord, splitAt, sqlTokens, statementsOf, type SqlToken } from './tokens.js';

export interface SqlFile {
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** The tables that are left when `files` have run in their order. What is not understood changes nothing. */
export function readTables(files: readonly SqlFile[]): Tables {
  const tables = new Map<string, Table>();
  for (const { path, text } of files)
    for (const statement of statementsOf(sqlTokens(text))) run(statement, path, tables);
  return tables;
}

function run(tokens: readonly SqlToken[], file: string, tables: Map<string, Table>): void {
  const [first] = tokens;
  if (isWord(first, 'CREATE')) create(tokens, file, tables);
  else if (isWord(first, 'ALTER') && isWord(tokens[1], 'TABLE')) alter(tokens, file, tables);
  else if (isWord(first, 'DROP') && isWord(tokens[1], 'TABLE', 'VIEW', 'MATERIALIZED'))
    drop(tokens, tables);
  else if (isWord(first, 'RENAME') && isWord(tokens[1], 'TABLE')) renameTables(tokens, tables);
}

function create(tokens: readonly SqlToken[], file: string, tables: Map<string, Table>): void {
  const at = tokens.findIndex((token) => isWord(token, 'TABLE', 'VIEW', 'INDEX', 'TRIGGER'));
  const what = tokens[at];
  if (at < 0 || at > 5 || !isWord(what, 'TABLE', 'VIEW')) return;
  const skip = afterExists(tokens, at + 1);
  const isNew = skip > at + 1;
  if (isWord(what, 'VIEW')) {
    createView(tokens, skip, file, tables);
    return;
  }
  const table = readTable(tokens, skip, file);
  if (!table) return;
  const key = table.name.toLowerCase();
  // A second `IF NOT EXISTS` leaves the table as it is.
  if (isNew && tables.has(key)) return;
  const body = tokens.findIndex((token, index) => index > skip && isWord(token, 'SELECT'));
  const columns =
    table.isComplete || body < 0 ? null : selectColumns(tokens.slice(body), tables, []);
  tables.set(
    key,
    columns && table.columns.length === 0
      ? { ...table, columns: columns.map((name) => plainColumn(name, table)), isComplete: true }
      : table,
  );
}

function createView(
  tokens: readonly SqlToken[],
  from: number,
  file: string,
  tables: Map<string, Table>,
): void {
  const named = qualifiedName(tokens, from);
  const as = tokens.findIndex((token, index) => index > from && isWord(token, 'AS'));
  if (!named) return;
  const view = { name: named.name, file, start: named.token.start };
  const own = splitAt(tokens.slice(named.next + 1, Math.max(named.next + 1, as - 1)), ',').flatMap(
    (part) => (isName(part[0]) && part[0] ? [part[0].value] : []),
  );
  const columns =
    own.length > 0 ? own : as < 0 ? null : selectColumns(tokens.slice(as + 1), tables, []);
  tables.set(named.name.toLowerCase(), {
    ...view,
    columns: (columns ?? []).map((name) => plainColumn(name, view)),
    isComplete: columns !== null,
  });
}

function plainColumn(name: string, { file, start }: Pick<Table, 'file' | 'start'>): Column {
  return { name, type: '', isRequired: false, isPrimaryKey: false, file, start };
}

/** Behind `IF [NOT] EXISTS` and `ONLY`. */
function afterExists(tokens: readonly SqlToken[], from: number): number {
  let at = from;
  while (isWord(tokens[at], 'IF', 'NOT', 'EXISTS', 'ONLY')) at += 1;
  return at;
}

function drop(tokens: readonly SqlToken[], tables: Map<string, Table>): void {
  const start = afterExists(tokens, isWord(tokens[1], 'MATERIALIZED') ? 3 : 2);
  for (const part of splitAt(tokens.slice(start), ',')) {
    const named = qualifiedName(part, 0);
    if (named) tables.delete(named.name.toLowerCase());
  }
}

/** `RENAME TABLE a TO b, c TO d` of MySQL. */
function renameTables(tokens: readonly SqlToken[], tables: Map<string, Table>): void {
  for (const part of splitAt(tokens.slice(2), ',')) {
    const from = qualifiedName(part, 0);
    const to = from && qualifiedName(part, from.next + 1);
    if (from && to) rename(from.name, to.name, tables);
  }
}

function rename(from: string, to: string, tables: Map<string, Table>): void {
  const table = tables.get(from.toLowerCase());
  if (!table) return;
  tables.delete(from.toLowerCase());
  tables.set(to.toLowerCase(), { ...table, name: to });
}

function alter(tokens: readonly SqlToken[], file: string, tables: Map<string, Table>): void {
  const named = qualifiedName(tokens, afterExists(tokens, 2));
  if (!named) return;
  let { name } = named;
  for (const part of splitAt(tokens.slice(named.next), ',')) {
    const table = tables.get(name.toLowerCase());
    if (!table) return;
    if (isWord(part[0], 'RENAME') && isWord(part[1], 'TO', 'AS')) {
      const to = qualifiedName(part, 2);
      if (to) rename(name, to.name, tables);
      if (to) ({ name } = to);
      continue;
    }
    tables.set(name.toLowerCase(), altered(table, part, file));
  }
}

function altered(table: Table, part: readonly SqlToken[], file: string): Table {
  const at = isWord(part[1], 'COLUMN') ? 2 : 1;
  const from = afterExists(part, at);
  if (isWord(part[0], 'ADD')) {
    if (part[from]?.kind === 'sign') return { ...table, isComplete: false };
    const column = readColumn(part.slice(from), file);
    return column ? { ...table, columns: [...table.columns, column] } : table;
  }
  const old = part[from]?.value.toLowerCase() ?? '';
  if (
    isWord(part[0], 'DROP') &&
    !isWord(part[1], 'CONSTRAINT', 'PRIMARY', 'INDEX', 'FOREIGN', 'KEY')
  )
    return { ...table, columns: table.columns.filter((one) => one.name.toLowerCase() !== old) };
  const to = part[from + 2];
  if (isWord(part[0], 'RENAME') && to && !isWord(part[1], 'CONSTRAINT', 'INDEX', 'KEY'))
    return withName(table, old, to.value);
  // `CHANGE old new TYPE` of MySQL.
  const changed = part[from + 1];
  if (isWord(part[0], 'CHANGE') && changed) return withName(table, old, changed.value);
  return table;
}

function withName(table: Table, old: string, name: string): Table {
  const columns = table.columns.map((one) =>
    one.name.toLowerCase() === old ? { ...one, name } : one,
  );
  return { ...table, columns };
}
