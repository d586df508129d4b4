import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import { toBound } from './boundValue.js';
import type { BoundStatement, Image } from './image.js';
import { assertReplayable, isRead } from './replayable.js';
import type { ConnectionSource } from './sqljsDialect.js';

/** How a lease may use the image: a read only reads; `each` makes every statement its own commit. */
export type Access = 'read' | 'transaction' | 'each';

/** The one way to the image: collects what a commit changed, for the journal. */
export class ImageConnection implements ConnectionSource {
  /** The last statement run: names the culprit when the store is held too long. */
  lastStatement = '(nothing yet)';
  #access: Access = 'read';
  #inTransaction = false;
  #failure: Error | null = null;
  #changes: BoundStatement[] = [];
  #commits: (readonly BoundStatement[])[] = [];
  #lease: object | null = null;

  constructor(private current: Image) {}

  get image(): Image {
    return this.current;
  }

  /** Puts a rebuilt image in the place of the old one. */
  replace(image: Image): void {
    this.current.close();
    this.current = image;
  }

  /** Sets what the next lease may do; answers its commits since the last call. */
  use(access: Access): void {
    this.#access = access;
    this.#commits = [];
  }

  /** Statements of the transactions committed since `use`, one list each. */
  takeCommits(): readonly (readonly BoundStatement[])[] {
    const commits = this.#commits;
    this.#commits = [];
    return commits;
  }

  acquire(): DatabaseConnection {
    if (this.#lease) throw new Error('The connection of the store is in use');
    const lease = {};
    this.#lease = lease;
    return {
      executeQuery: <R>(query: CompiledQuery) =>
        new Promise<QueryResult<R>>((resolve) => {
          if (this.#lease !== lease) throw new Error(`This Db has ended. Statement: ${query.sql}`);
          resolve(this.#execute<R>(query));
        }),
      streamQuery: () => {
        throw new Error('The store does not stream: read in pages');
      },
    };
  }

  begin(): void {
    this.image.control('BEGIN');
    this.#inTransaction = true;
    this.#failure = null;
    this.#changes = [];
  }

  commit(): void {
    // As PostgreSQL has it: a transaction with a failed statement cannot be committed.
    if (this.#failure) throw this.#failure;
    this.image.control('COMMIT');
    this.#inTransaction = false;
    this.#commits.push(this.#changes);
    this.#changes = [];
  }

  rollback(): void {
    this.#inTransaction = false;
    this.#failure = null;
    this.#changes = [];
    this.image.control('ROLLBACK');
  }

  release(): void {
    this.#lease = null;
  }

  #execute<R>(query: CompiledQuery): QueryResult<R> {
    const statement = { sql: query.sql, values: query.parameters.map(toBound) };
    this.lastStatement = query.sql;
    const reads = isRead(query.sql) || query.query.kind === 'SelectQueryNode';
    if (!reads && this.#access === 'read') {
      throw new Error(`A read may not write. Statement: ${query.sql}`);
    }
    if (!reads) assertReplayable(query.sql);
    if (this.#failure) throw this.#failure;
    try {
      const inserts = query.query.kind === 'InsertQueryNode';
      const { rows, changes, insertId } = this.image.run(statement, inserts);
      if (!reads) this.#keep(statement);
      return {
        rows: rows as R[],
        ...(!reads && { numAffectedRows: BigInt(changes) }),
        ...(insertId !== null && { insertId: BigInt(insertId) }),
      };
    } catch (error) {
      if (this.#inTransaction) this.#failure = asError(error, query.sql);
      throw asError(error, query.sql);
    }
  }

  #keep(statement: BoundStatement): void {
    if (this.#inTransaction) this.#changes.push(statement);
    else this.#commits.push([statement]);
  }
}

/** sql.js throws texts at times. */
function asError(error: unknown, sql: string): Error {
  return error instanceof Error ? error : new Error(`${String(error)}. Statement: ${sql}`);
}
