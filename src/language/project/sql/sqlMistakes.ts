import { isColumnPlace, isConstantWord, otherNames } from './columnPlaces.js';
import { columnNamed, tableNamed, type Table, type Tables } from '../tables.js';
import { allSources, commonTables, type Source } from './sources.js';
import { isName, isSign, isWord, type SqlToken } from './tokens.js';

/** A table or column that the project's tables do not have. */
export interface SqlMistake {
  readonly kind: 'table' | 'column';
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** What could have been meant. */
  readonly candidates: readonly string[];
  /** Of a column: the only table it could be of; null for one of several. */
  readonly table: string | null;
}

/** Tables that are there without being declared. */
const builtIn = /^(?:sqlite_|pg_|quantum_|_migrations$|dual$|information_schema|excluded$)/i;
/** Columns every row has. */
const hidden = /^(?:rowid|oid|_rowid_|ctid|xmin|xmax|tableoid)$/i;

/** Names in one statement that are surely wrong; nothing where anything else is possible. */
export function sqlMistakes(tokens: readonly SqlToken[], tables: Tables): SqlMistake[] {
  const sources = allSources(tokens);
  const common = new Set(allCommonTables(tokens));
  const mistakes: SqlMistake[] = [];
  const known: Table[] = [];
  let isCertain = sources.length > 0;
  for (const source of sources) {
    const { kind, name, token, isQualified } = source;
    if (kind === 'select' || common.has(name.toLowerCase())) continue;
    const table = kind === 'table' && !isQualified ? tableNamed(tables, name) : undefined;
    if (table) known.push(table);
    if (!table?.isComplete) isCertain = false;
    const isUnknown = kind === 'table' && !isQualified && !table && !builtIn.test(name);
    if (isUnknown)
      mistakes.push({
        kind: 'table',
        name,
        start: token.start,
        end: token.end,
        candidates: [...tables.values()].map((one) => one.name),
        table: null,
      });
  }
  mistakes.push(...qualifiedColumns(tokens, sources, common, tables));
  if (isCertain) mistakes.push(...bareColumns(tokens, sources, known));
  return mistakes;
}

function allCommonTables(tokens: readonly SqlToken[]): string[] {
  const names: string[] = [];
  tokens.forEach((token, at) => {
    if (!isWord(token, 'WITH')) return;
    const { tables } = commonTables(tokens.slice(at));
    for (const { name, body } of tables) names.push(name.toLowerCase(), ...allCommonTables(body));
  });
  return names;
}

/** `p.titel`, where `p` is one table and nothing else. */
function qualifiedColumns(
  tokens: readonly SqlToken[],
  sources: readonly Source[],
  common: ReadonlySet<string>,
  tables: Tables,
): SqlMistake[] {
  return tokens.flatMap((token, at): SqlMistake[] => {
    const name = tokens[at + 2];
    if (!isName(token) || !isSign(tokens[at + 1], '.') || !name || !isName(name)) return [];
    if (isSign(tokens[at - 1], '.') || isSign(tokens[at + 3], '(') || isSign(tokens[at + 3], '.'))
      return [];
    const lower = token.value.toLowerCase();
    const meant = sources.filter((one) => (one.alias ?? one.name).toLowerCase() === lower);
    const [source] = meant;
    if (meant.length !== 1 || source?.kind !== 'table' || source.isQualified) return [];
    const table = common.has(source.name.toLowerCase())
      ? undefined
      : tableNamed(tables, source.name);
    if (!table?.isComplete || columnNamed(table, name.value) || hidden.test(name.value)) return [];
    return [mistake(name, [table])];
  });
}

/** Bare names where only a column can stand. */
function bareColumns(
  tokens: readonly SqlToken[],
  sources: readonly Source[],
  tables: readonly Table[],
): SqlMistake[] {
  if (tables.length === 0) return [];
  const others = otherNames(tokens, sources);
  return tokens.flatMap((token, at): SqlMistake[] => {
    // A quoted name that is no column is a text to SQLite.
    if (token.kind !== 'word' || isConstantWord(token.value) || hidden.test(token.value)) return [];
    if (!isColumnPlace(tokens, at)) return [];
    if (others.has(token.value.toLowerCase())) return [];
    if (tables.some((table) => columnNamed(table, token.value))) return [];
    return [mistake(token, tables)];
  });
}

function mistake({ value, start, end }: SqlToken, tables: readonly Table[]): SqlMistake {
  return {
    kind: 'column',
    name: value,
    start,
    end,
    candidates: tables.flatMap((table) => table.columns.map((column) => column.name)),
    table: tables.length === 1 ? (tables[0]?.name ?? null) : null,
  };
}
