/** A table as the project's SQL files declare it. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
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
}
