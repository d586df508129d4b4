import { isColumnPlace, isConstantWord, otherNames } from '../project/sql/columnPlaces.js';
import { allSources, commonTables, type Source } from '../project/sql/sources.js';
import { closing, isName, isSign, isWord, type SqlToken } from '../project/sql/tokens.js';

/** A name in SQL that is, or may be, a column. In small letters. */
export interface ColumnUse {
  /** `*` for every column. */
  readonly name: string;
  /** The tables it may be of. */
  readonly tables: readonly string[];
  readonly isWritten: boolean;
  /** It can be nothing else than a column. */
  readonly isSure: boolean;
}

/** The columns that one statement reads and writes, each once. What its `WITH` makes up is no table. */
export function columnUses(tokens: readonly SqlToken[]): ColumnUse[] {
  const { tables: common, next } = commonTables(tokens);
  const made = new Set(common.map(({ name }) => name.toLowerCase()));
  const sources = allSources(tokens).filter(
    ({ kind, name }) => kind === 'table' && !made.has(bare(name)),
  );
  if (sources.length === 0) return [];
  // Where an INSERT takes rows from is what its other names are of.
  const target = isWord(tokens[next], 'INSERT', 'REPLACE') ? 1 : 0;
  const readable = sources.length > target ? sources.slice(target) : sources;
  const named = new Set(sources.map(({ token }) => token.start));
  const all = [...new Set(readable.map(({ name }) => bare(name)))];
  const others = otherNames(tokens, allSources(tokens));
  const written = writtenNames(tokens, next);
  const uses = new Map<string, ColumnUse>();
  const add = (use: ColumnUse): void => {
    uses.set(`${use.name} ${use.tables.join()} ${use.isWritten} ${use.isSure}`, use);
  };
  tokens.forEach((token, at) => {
    const qualifier = isSign(tokens[at - 1], '.') ? tokens[at - 2] : undefined;
    const changed = written.get(token);
    if (changed !== undefined)
      add({ name: token.value.toLowerCase(), tables: [changed], isWritten: true, isSure: true });
    else if (qualifier) {
      const tables = tablesCalled(qualifier.value, sources);
      const isColumn =
        isName(token) && !isSign(tokens[at + 1], '(') && !isSign(tokens[at + 1], '.');
      if (tables.length > 0 && (isColumn || isSign(token, '*')))
        add({ name: token.value.toLowerCase(), tables, isWritten: false, isSure: true });
    } else if (isEveryColumn(tokens, at))
      add({ name: '*', tables: all, isWritten: false, isSure: true });
    else if (
      isPlain(tokens, at) &&
      !named.has(token.start) &&
      !others.has(token.value.toLowerCase())
    ) {
      const isSure = isColumnPlace(tokens, at);
      add({ name: token.value.toLowerCase(), tables: all, isWritten: false, isSure });
    }
  });
  const inserted = insertedWhole(tokens.slice(next));
  if (inserted !== null) add({ name: '*', tables: [inserted], isWritten: true, isSure: true });
  return [...uses.values()];
}

/** The tables that `name.` in front of a column means. */
function tablesCalled(name: string, sources: readonly Source[]): string[] {
  const lower = name.toLowerCase();
  const meant = sources.filter((one) => (one.alias ?? bare(one.name)).toLowerCase() === lower);
  return [...new Set(meant.map((one) => bare(one.name)))];
}

/** A `*` that stands for columns and multiplies nothing. */
function isEveryColumn(tokens: readonly SqlToken[], at: number): boolean {
  if (!isSign(tokens[at], '*')) return false;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  return (
    (isWord(before, 'SELECT', 'DISTINCT', 'ALL', 'RETURNING') || isSign(before, ',')) &&
    (after === undefined || isWord(after, 'FROM') || isSign(after, ',') || isSign(after, ')'))
  );
}

/** Words that join the parts of a statement. */
const clauseWords = new Set(
  (
    'AS BY CONFLICT CROSS DELETE DO EXCEPT FETCH FOR FROM FULL GROUP HAVING IGNORE INNER INSERT INTERSECT INTO JOIN ' +
    'LEFT LIMIT NATURAL NOTHING OFFSET ON ONLY ORDER OUTER REPLACE RETURNING RIGHT ROWS SET TABLE UNION UPDATE USING ' +
    'WHERE WINDOW'
  ).split(' '),
);

/** A name by itself that is neither called nor the front of another. */
function isPlain(tokens: readonly SqlToken[], at: number): boolean {
  const token = tokens[at];
  const after = tokens[at + 1];
  if (!token || !isName(token) || isSign(after, '(') || isSign(after, '.')) return false;
  if (token.kind === 'name') return true;
  return !isConstantWord(token.value) && !clauseWords.has(token.value.toUpperCase());
}

/** Names that an `INSERT` lists or a `SET` gives a value, with the table they are of. */
function writtenNames(tokens: readonly SqlToken[], verb: number): Map<SqlToken, string> {
  const names = new Map<SqlToken, string>();
  const statement = tokens.slice(verb);
  if (!isWord(statement[0], 'INSERT', 'REPLACE', 'UPDATE', 'MERGE')) return names;
  const [target] = allSources(statement);
  if (target?.kind !== 'table') return names;
  const table = bare(target.name);
  const after = statement.indexOf(target.token) + 1;
  const open = statement.findIndex((token, at) => at >= after - 1 && isSign(token, '('));
  const isListed = !isWord(statement[0], 'UPDATE') && open > 0 && listOpensAt(statement, open);
  if (isListed)
    for (const token of statement.slice(open, closing(statement, open)))
      if (isName(token)) names.set(token, table);
  statement.forEach((token, at) => {
    const isFirst = isWord(statement[at - 1], 'SET') || isSign(statement[at - 1], ',');
    if (isName(token) && isFirst && isSign(statement[at + 1], '=') && isInSet(statement, at))
      names.set(token, table);
  });
  return names;
}

/** Whether the bracket at `at` of an `INSERT` opens its list of columns: nothing but the table stands before it. */
function listOpensAt(statement: readonly SqlToken[], at: number): boolean {
  return !statement
    .slice(0, at)
    .some((token) => isWord(token, 'VALUES', 'SELECT', 'SET', 'DEFAULT', 'WITH', 'ON'));
}

/** Whether the nearest clause before `at`, outside of brackets, is a `SET`. */
function isInSet(statement: readonly SqlToken[], at: number): boolean {
  let depth = 0;
  for (let index = at - 1; index >= 0; index -= 1) {
    const token = statement[index];
    if (isSign(token, ')')) depth += 1;
    else if (isSign(token, '(')) depth -= 1;
    if (depth < 0) return false;
    if (depth === 0 && isWord(token, 'SET')) return true;
    if (depth === 0 && isWord(token, 'WHERE', 'FROM', 'SELECT', 'RETURNING')) return false;
  }
  return false;
}

/** The table of an `INSERT` that lists no columns; null for any other statement. */
function insertedWhole(statement: readonly SqlToken[]): string | null {
  if (!isWord(statement[0], 'INSERT', 'REPLACE')) return null;
  const [target] = allSources(statement);
  if (target?.kind !== 'table') return null;
  const end = statement.findIndex((token) => isWord(token, 'VALUES', 'SELECT'));
  const head = end < 0 ? statement : statement.slice(0, end);
  return head.some((token) => isSign(token, '(') || isWord(token, 'SET', 'DEFAULT'))
    ? null
    : bare(target.name);
}

/** A table's name without its schema, as SQL compares it. */
function bare(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}
