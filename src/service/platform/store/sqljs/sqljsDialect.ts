import {
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
} from 'kysely';

/** Kysely's own says no; SQLite does roll back tables, and a failed migration must not leave half of them. */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** What the driver needs of the engine. */
export interface ConnectionSource {
  acquire(): DatabaseConnection;
  begin(): void;
  commit(): void;
  rollback(): void;
  release(): void;
}

/** One connection, handed out by the engine, which decides who may have it and when. */
class SqljsDriver implements Driver {
  constructor(private readonly source: ConnectionSource) {}
  async init(): Promise<void> {
    // The image is there before the dialect is.
  }
  acquireConnection(): Promise<DatabaseConnection> {
    return settle(() => this.source.acquire());
  }
  beginTransaction(): Promise<void> {
    return settle(() => this.source.begin());
  }
  commitTransaction(): Promise<void> {
    return settle(() => this.source.commit());
  }
  rollbackTransaction(): Promise<void> {
    return settle(() => this.source.rollback());
  }
  releaseConnection(): Promise<void> {
    return settle(() => this.source.release());
  }
  async destroy(): Promise<void> {
    // The engine closes the image.
  }
}

/** SQLite answers at once, Kysely wants promises; a throw becomes a rejection. */
function settle<T>(action: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(action());
  });
}

export function sqljsDialect(source: ConnectionSource): Dialect {
  return {
    createAdapter: () => new TransactionalDdlAdapter(),
    createDriver: () => new SqljsDriver(source),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}
