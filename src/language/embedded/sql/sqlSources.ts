import type { LanguageContext } from '../../completion/languageContext.js';
import { selectColumns } from '../../project/sql/selectColumns.js';
import { allSources, commonTables } from '../../project/sql/sources.js';
import type { SqlToken } from '../../project/sql/tokens.js';
import { tableNamed, type Column, type Table, type Tables } from '../../project/tables.js';
import type { SqlPlace } from './sqlPlace.js';

/** What rows of a statement come from, as far as it is known. */
export interface KnownSource {
  /** What columns are qualified by. */
  readonly name: string;
  /** Null for a `SELECT` in brackets, or in a `WITH`. */
  readonly table: Table | null;
  readonly columns: readonly (Pick<Column, 'name'> & Partial<Column>)[];
}

/** The tables a query can name. */
export function tablesFor(context: LanguageContext, { datasource }: SqlPlace): Tables {
  const { project } = context;
  const known = datasource === null ? null : project?.tables(datasource);
  if (known) return known;
  if (datasource !== null) return new Map();
  const declared = project?.configuration?.datasources ?? [];
  const only = declared.length === 1 ? declared[0] : undefined;
  return (only && project?.tables(only.name)) ?? new Map();
}

/** The sources that a statement names and whose columns are known. */
export function sourcesOf(tokens: readonly SqlToken[], tables: Tables): KnownSource[] {
  const common = new Map(
    commonTables(tokens).tables.map(({ name, columns, body }) => [
      name.toLowerCase(),
      columns.length > 0 ? columns : selectColumns(body, tables, []),
    ]),
  );
  return allSources(tokens).flatMap((source): KnownSource[] => {
    const name = source.alias ?? source.name;
    if (name === '' || source.kind === 'other') return [];
    const made =
      source.kind === 'select'
        ? selectColumns(source.inner, tables, [])
        : common.get(source.name.toLowerCase());
    if (made !== undefined)
      return [{ name, table: null, columns: (made ?? []).map((column) => ({ name: column })) }];
    const table = tableNamed(tables, source.name);
    return table ? [{ name, table, columns: table.columns }] : [];
  });
}
