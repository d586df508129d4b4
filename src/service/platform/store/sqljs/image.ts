import type { Database, SqlJsStatic, Statement } from 'sql.js';
import type { Bound } from './boundValue.js';

export interface StatementResult {
  readonly rows: Record<string, unknown>[];
  readonly changes: number;
  readonly insertId: number | null;
}

/** A statement with its bound values: what the journal keeps and a replay runs. */
export interface BoundStatement {
  readonly sql: string;
  readonly values: readonly Bound[];
}

const maxPrepared = 200;

/** The database in memory: a cache of the files, always to be rebuilt from them. */
export class Image {
  readonly #db: Database;
  readonly #prepared = new Map<string, Statement>();

  /** Takes `bytes` over: they become the database's memory. @throws when they are no database. */
  constructor(sqljs: SqlJsStatic, bytes?: Uint8Array) {
    this.#db = new sqljs.Database(bytes);
    // Its own rollback journal lies in memory like all of it, so syncing it means nothing.
    this.#db.run(
      'PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON;',
    );
  }

  /** `BEGIN`, `COMMIT` or `ROLLBACK`. */
  control(sql: 'BEGIN' | 'COMMIT' | 'ROLLBACK'): void {
    const statement = this.#prepare(sql);
    try {
      statement.step();
    } finally {
      statement.reset();
    }
  }

  /** Runs one statement; `inserts` asks for the id of the row it made. */
  run({ sql, values }: BoundStatement, inserts: boolean): StatementResult {
    const statement = this.#prepare(sql);
    try {
      statement.bind([...values]);
      const rows: Record<string, unknown>[] = [];
      let names: string[] | undefined;
      while (statement.step()) {
        names ??= statement.getColumnNames();
        const row: Record<string, unknown> = {};
        for (const [index, value] of statement.get().entries()) row[names[index] ?? ''] = value;
        rows.push(row);
      }
      const insertId = inserts && rows.length === 0 ? this.#insertId() : null;
      return { rows, changes: this.#db.getRowsModified(), insertId };
    } finally {
      statement.reset();
    }
  }

  /** Runs whole transactions again. @throws at the first that cannot, with the ones before it done. */
  replay(transactions: Iterable<readonly BoundStatement[]>): void {
    for (const statements of transactions) {
      this.control('BEGIN');
      for (const statement of statements) this.run(statement, false);
      this.control('COMMIT');
    }
  }

  /** The whole database as a file. Blocks: about 1.5 ms for each MB. Never inside a transaction. */
  export(): Uint8Array {
    return this.#db.export();
  }

  get sizeBytes(): number {
    const page = this.#db.exec('PRAGMA page_count; PRAGMA page_size');
    return page.reduce((product, result) => product * Number(result.values[0]?.[0] ?? 0), 1);
  }

  /** Epoch of the owner that wrote the image, 0 when none did. */
  epoch(): number {
    const table = "SELECT 1 FROM sqlite_master WHERE name = 'store_owner'";
    if (this.#db.exec(table).length === 0) return 0;
    return Number(this.#db.exec('SELECT epoch FROM store_owner')[0]?.values[0]?.[0] ?? 0);
  }

  close(): void {
    // Frees the prepared statements too.
    this.#db.close();
  }

  /** Prepared once per text; the oldest gives way. */
  #prepare(sql: string): Statement {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const statement = this.#db.prepare(sql);
    this.#prepared.set(sql, statement);
    const [oldest] = this.#prepared;
    if (this.#prepared.size > maxPrepared && oldest) {
      oldest[1].free();
      this.#prepared.delete(oldest[0]);
    }
    return statement;
  }

  #insertId(): number {
    return Number(this.#db.exec('SELECT last_insert_rowid()')[0]?.values[0]?.[0] ?? 0);
  }
}
