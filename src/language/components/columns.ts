import type { Tables } from '../project/tables.js';
import { LineTable } from '../text/lineTable.js';
import type { ColumnUse } from './columnUses.js';

/** A table as migrations leave it; names in small letters. */
export interface DeclaredTable {
  /** Whether `columns` are surely all. */
  readonly isComplete: boolean;
  readonly columns: ReadonlyMap<string, ColumnPlace>;
}

/** The file and line, from 1, that declares a column. */
export interface ColumnPlace {
  readonly path: string;
  readonly line: number;
}

/** Who names columns: a query, or a page that takes a whole table. */
export interface ColumnUser {
  readonly id: string;
  readonly uses: readonly ColumnUse[];
}

/** A column and who names it; `place` is null where no migration declares it. */
export interface UsedColumn {
  readonly table: string;
  readonly name: string;
  readonly place: ColumnPlace | null;
  readonly users: readonly { readonly id: string; readonly isWritten: boolean }[];
}

/** Tables with the places of their columns. `textOf`: of a migration. */
export function declaredTables(
  tables: Tables,
  textOf: (path: string) => string,
): ReadonlyMap<string, DeclaredTable> {
  const lines = new Map<string, LineTable>();
  const linesOf = (path: string): LineTable => {
    const known = lines.get(path) ?? new LineTable(textOf(path));
    lines.set(path, known);
    return known;
  };
  return new Map(
    [...tables.values()].map(({ name, isComplete, columns }) => [
      name.toLowerCase(),
      {
        isComplete,
        columns: new Map(
          columns.map(({ name: column, file, start }) => {
            const line = linesOf(file).positionAt(start).line + 1;
            return [column.toLowerCase(), { path: file, line }];
          }),
        ),
      },
    ]),
  );
}

/** Columns of the declared tables, and those that queries can mean nothing else by, each with who names it. */
export function usedColumns(
  users: readonly ColumnUser[],
  declared: ReadonlyMap<string, DeclaredTable>,
): readonly UsedColumn[] {
  const tables = new Map<string, Map<string, Column>>();
  const take = (table: string, name: string, place: ColumnPlace | null): void => {
    const columns = tables.get(table) ?? new Map<string, Column>();
    tables.set(table, columns);
    if (!columns.has(name)) columns.set(name, { place, users: new Map() });
  };
  for (const [table, { columns }] of declared)
    for (const [name, place] of columns) take(table, name, place);
  for (const { uses } of users)
    for (const { name, tables: of, isSure } of uses) {
      const [table] = of;
      if (name === '*' || !isSure || of.length !== 1 || table === undefined) continue;
      if (declared.get(table)?.isComplete !== true) take(table, name, null);
    }
  for (const { id, uses } of users)
    for (const { name, tables: of, isWritten } of uses)
      for (const table of of) {
        const columns = tables.get(table);
        const meant = name === '*' ? (columns?.values() ?? []) : [columns?.get(name)];
        for (const column of meant) column?.users.set(`${id} ${isWritten}`, { id, isWritten });
      }
  return [...tables].flatMap(([table, columns]) =>
    [...columns].map(([name, { place, users: by }]) => {
      return { table, name, place, users: [...by.values()] };
    }),
  );
}

interface Column {
  readonly place: ColumnPlace | null;
  readonly users: Map<string, { readonly id: string; readonly isWritten: boolean }>;
}
