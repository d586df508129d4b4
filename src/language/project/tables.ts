/** A table as the project's SQL files declare it. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Whether `columns` are surely all: not so of `CREATE TABLE … AS`, and of what was not understood. */
  readonly isComplete: boolean;
  /** The file and offset of its `CREATE TABLE`. */
  readonly file: string;
  readonly start: number;
}

export interface Column {
  readonly name: string;
  /** As written; '' where none is. */
  readonly type: string;
  readonly isRequired: boolean;
  readonly isPrimaryKey: boolean;
  /** Offset of its name in the table's file, or in the later one that added it. */
  readonly file: string;
  readonly start: number;
}

/** Tables by their name in small letters: SQL does not mind the case. */
export type Tables = ReadonlyMap<string, Table>;

/** The table `name`, with its schema (`public.people`) or without. */
export function tableNamed(tables: Tables, name: string): Table | undefined {
  return tables.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase());
}

/** The column `name` of a table, in any case of letters. */
export function columnNamed(table: Table, name: string): Column | undefined {
  const lower = name.toLowerCase();
  return table.columns.find((column) => column.name.toLowerCase() === lower);
}
