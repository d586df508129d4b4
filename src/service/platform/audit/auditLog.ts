import type { Insertable, Selectable } from 'kysely';
import type { AuditEntryTable } from '../store/schema.js';
import type { Db, Tx } from '../store/store.js';

export type AuditRow = Selectable<AuditEntryTable>;
export type NewAuditEntry = Omit<Insertable<AuditEntryTable>, 'id' | 'at'>;

/** Writes down who asked for what is protected, in the transaction that decides it. Never the value itself. */
export class AuditLog {
  constructor(private readonly now: () => Date) {}

  async append(tx: Tx, entry: NewAuditEntry): Promise<void> {
    const at = this.now().toISOString();
    await tx
      .insertInto('audit_entry')
      .values({ at, ...entry })
      .execute();
  }

  /** The newest first. */
  list(db: Db, limit: number): Promise<AuditRow[]> {
    return db
      .selectFrom('audit_entry')
      .select(['id', 'at', 'action', 'outcome', 'project_id', 'subject', 'caller'])
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
  }
}
