import { randomBytes } from 'node:crypto';
import type { Selectable, Updateable } from 'kysely';
import type { RunStatus } from '../../protocol/running.js';
import type { EventLog } from '../platform/events/eventLog.js';
import type { RunTable } from '../platform/store/schema.js';
import type { Db, Tx } from '../platform/store/store.js';

export type RunRow = Omit<Selectable<RunTable>, 'status'> & { readonly status: RunStatus };
export type RunChange = Omit<Updateable<RunTable>, 'project_id' | 'version' | 'secret_key'>;

const columns = [
  ...(['project_id', 'status', 'wanted', 'port', 'pid', 'pid_started'] as const),
  ...(['secret_key', 'started_at', 'problem', 'version'] as const),
] as const;

/** The rows of servers, each change told as an event. */
export class RunRepository {
  constructor(private readonly events: EventLog) {}

  async find(db: Db | Tx, projectId: number): Promise<RunRow | undefined> {
    const row = await db
      .selectFrom('run')
      .select(columns)
      .where('project_id', '=', projectId)
      .executeTakeFirst();
    return row as RunRow | undefined;
  }

  /** Of living projects. */
  async all(db: Db | Tx): Promise<RunRow[]> {
    const rows = await db
      .selectFrom('run')
      .innerJoin('project', 'project.id', 'run.project_id')
      .select(columns.map((column) => `run.${column}` as const))
      .where('project.deleted_at', 'is', null)
      .orderBy('run.project_id')
      .execute();
    return rows as RunRow[];
  }

  /** Writes a change of a project's server, its row made where there is none. */
  async change(tx: Tx, projectId: number, change: RunChange): Promise<RunRow> {
    const old = await this.find(tx, projectId);
    const row = old
      ? await tx
          .updateTable('run')
          .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
          .where('project_id', '=', projectId)
          .returning(columns)
          .executeTakeFirstOrThrow()
      : await tx
          .insertInto('run')
          .values({
            ...{ project_id: projectId, status: 'stopped', wanted: 0, version: 1 },
            secret_key: randomBytes(32).toString('hex'),
            ...change,
          })
          .returning(columns)
          .executeTakeFirstOrThrow();
    const status = row.status as RunStatus;
    const { version } = row;
    await this.events.append(tx, {
      ...{ type: 'run_changed', projectId, id: projectId },
      ...{ version, status },
    });
    return { ...row, status };
  }
}
