import type { Insertable, Selectable, Updateable } from 'kysely';
import type { EventLog } from '../platform/events/eventLog.js';
import type { EnvironmentVariableTable } from '../platform/store/schema.js';
import type { Db, Tx } from '../platform/store/store.js';

export type VariableRow = Selectable<EnvironmentVariableTable>;
export type VariableChange = Pick<
  Updateable<EnvironmentVariableTable>,
  'key' | 'value_encrypted' | 'is_secret' | 'description'
>;
type NewVariable = Omit<Insertable<EnvironmentVariableTable>, 'id' | 'created_at' | 'updated_at'>;

/** The variables of projects and of their environments, by name; every change and its event, in the caller's transaction. */
export class VariableRepository {
  constructor(
    private readonly events: EventLog,
    private readonly now: () => Date,
  ) {}

  async insert(tx: Tx, row: NewVariable): Promise<VariableRow> {
    const at = this.now().toISOString();
    const made = await tx
      .insertInto('environment_variable')
      .values({ ...row, created_at: at, updated_at: at })
      .returningAll()
      .executeTakeFirstOrThrow();
    await this.tell(tx, row.project_id);
    return made;
  }

  async update(tx: Tx, row: VariableRow, change: VariableChange): Promise<VariableRow> {
    const changed = await tx
      .updateTable('environment_variable')
      .set({ ...change, updated_at: this.now().toISOString() })
      .where('id', '=', row.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await this.tell(tx, row.project_id);
    return changed;
  }

  async delete(tx: Tx, { id, project_id: projectId }: VariableRow): Promise<void> {
    await tx.deleteFrom('environment_variable').where('id', '=', id).execute();
    await this.tell(tx, projectId);
  }

  /** Of an environment; null: of the project. */
  find(
    db: Db | Tx,
    projectId: number,
    environmentId: number | null,
    key: string,
  ): Promise<VariableRow | undefined> {
    return db
      .selectFrom('environment_variable')
      .selectAll()
      .where('project_id', '=', projectId)
      .where('environment_id', environmentId === null ? 'is' : '=', environmentId)
      .where('key', '=', key)
      .executeTakeFirst();
  }

  ofProject(db: Db | Tx, projectId: number): Promise<VariableRow[]> {
    return db
      .selectFrom('environment_variable')
      .selectAll()
      .where('project_id', '=', projectId)
      .orderBy('key')
      .orderBy('id')
      .execute();
  }

  /** Those that what is run of the project is given: its own, then those of the environment in use. */
  async inForce(db: Db | Tx, projectId: number): Promise<VariableRow[]> {
    const all = await db
      .selectFrom('environment_variable as v')
      .leftJoin('environment as e', 'e.id', 'v.environment_id')
      .selectAll('v')
      .where('v.project_id', '=', projectId)
      .where((eb) => eb.or([eb('v.environment_id', 'is', null), eb('e.in_use', '=', 1)]))
      .orderBy('v.key')
      .execute();
    const ofProject = all.filter((row) => row.environment_id === null);
    return [...ofProject, ...all.filter((row) => row.environment_id !== null)];
  }

  private async tell(tx: Tx, projectId: number): Promise<void> {
    await this.events.append(tx, { type: 'environments_changed', projectId, id: projectId });
  }
}
