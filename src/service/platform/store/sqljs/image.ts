import type { Database, SqlJsStatic, Statement } from 'sql.js';
import type { Bound } from './boundValue.js';

export interface StatementResult {
  readonly rows: Record<string, unknown>[];
  readonly changes: number;
  readonly insertId: number;
}

/** A statement with its bound values: what the journal keeps and a replay runs. */
export interface BoundStatement {
  readonly sql: string;
  readonly values: readonly Bound[];
}

/** The database in memory: a cache of the files, always to be rebuilt from them. */
export class Image {
  readonly #db: Database;

  /** @throws when `bytes` are no SQLite database. */
  constructor(sqljs: SqlJsStatic, bytes?: Uint8Array) {
    this.#db = new sqljs.Database(bytes);
    // Its own rollback journal lies in memory like all of it, so syncing it means nothing.
    this.#db.run(
      'PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON;',
    );
  }

  /** `BEGIN`, `COMMIT`, a pragma. */
  control(sql: string): void {
    this.#db.run(sql);
  }

  run({ sql, values }: BoundStatement): StatementResult {
    const statement = this.#db.prepare(sql);
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
      return { rows, changes: this.#db.getRowsModified(), insertId: this.#insertId() };
    } finally {
      statement.free();
    }
  }

  /** Runs whole transactions again, preparing each text once. */
  replay(transactions: Iterable<readonly BoundStatement[]>): void {
    const prepared = new Map<string, Statement>();
    try {
      for (const statements of transactions) {
        this.#db.run('BEGIN');
        for (const { sql, values } of statements) {
          const statement = prepared.get(sql) ?? this.#db.prepare(sql);
          prepared.set(sql, statement);
          statement.bind([...values]);
          while (statement.step());
          statement.reset();
        }
        this.#db.run('COMMIT');
        if (prepared.size > 200) freeAll(prepared);
      }
    } finally {
      freeAll(prepared);
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
    this.#db.close();
  }

  #insertId(): number {
    return Number(this.#db.exec('SELECT last_insert_rowid()')[0]?.values[0]?.[0] ?? 0);
  }
}

function freeAll(prepared: Map<string, Statement>): void {
  for (const statement of prepared.values()) statement.free();
  prepared.clear();
}
