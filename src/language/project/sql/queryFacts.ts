import type { Tables } from '../tables.js';
import { selectColumns } from './selectColumns.js';
import { commonTables } from './sources.js';
import { isWord, sqlTokens, statementsOf, type SqlToken } from './tokens.js';

/** A name with its place in the SQL. */
export interface SqlName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** What a query says of itself. Offsets are of its SQL. */
export interface QueryFacts {
  /** How many statements it has; one is right. */
  readonly statements: number;
  /** The word it begins with; null when it is empty. */
  readonly keyword: SqlName | null;
  /** Whether it changes rows or tables, as far as its words say. */
  readonly writes: boolean;
  /** Whether rows come back: a `SELECT`, or `RETURNING`. */
  readonly returnsRows: boolean;
  /** Columns of those rows, in order, each once; null where one is not certain. */
  readonly columns: readonly string[] | null;
  /** The `:names` outside of strings and comments, at each place. */
  readonly parameters: readonly SqlName[];
  readonly tokens: readonly SqlToken[];
}

const writing = new Set(
  'INSERT UPDATE DELETE REPLACE MERGE CREATE ALTER DROP TRUNCATE GRANT REVOKE'.split(' '),
);

/** Reads the SQL of a query. `tables` null: a `*` stays unknown. */
export function queryColumns(sql: string, tables: Tables | null): QueryFacts {
  const tokens = sqlTokens(sql);
  const statements = statementsOf(tokens);
  const statement = statements[0] ?? [];
  const verb = statement[commonTables(statement).next] ?? statement[0];
  const returns = statement.some((token) => isWord(token, 'RETURNING'));
  const selects = isWord(verb, 'SELECT', 'VALUES');
  const [first] = tokens;
  return {
    statements: statements.length,
    keyword: first ? { name: first.value, start: first.start, end: first.end } : null,
    writes: verb?.kind === 'word' && writing.has(verb.value.toUpperCase()),
    returnsRows: selects || returns,
    columns: selects || returns ? selectColumns(statement, tables, []) : null,
    parameters: tokens.flatMap(({ kind, value, start, end }) =>
      kind === 'parameter' ? [{ name: value, start, end }] : [],
    ),
    tokens,
  };
}
