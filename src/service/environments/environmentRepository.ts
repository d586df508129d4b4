import type { Insertable, Selectable, Updateable } from 'kysely';
import type { EventLog } from '../platform/events/eventLog.js';
import type { EnvironmentTable } from '../platform/store/schema.js';
import type { Db, Tx } from '../platform/store/store.js';

export type EnvironmentRow = Selectable<EnvironmentTable> & {
  /** How many variables it has of its own; a text from PostgreSQL. */
  readonly variables: number | string;
};
export type EnvironmentChange = Omit<
  Updateable<EnvironmentTable>,
  'id' | 'project_id' | 'position' | 'in_use' | 'created_at'
>;
type NewEnvironment = Pick<
  Insertable<EnvironmentTable>,
  'project_id' | 'name' | 'type' | 'url' | 'config'
>;

/** The environments of projects, in the order of promotion; every change and its event, in the caller's transaction. */
export class EnvironmentRepository {
  constructor(
    private readonly events: EventLog,
    private readonly now: () => Date,
  ) {}

  async insert(tx: Tx, row: NewEnvironment): Promise<number> {
    const at = this.now().toISOString();
    const others = await this.ofProject(tx, row.project_id);
    const { id } = await tx
      .insertInto('environment')
      .values({
        ...{ ...row, position: others.length + 1, in_use: 0, status: 'unknown' },
        ...{ checked_at: null, problem: null, created_at: at, updated_at: at },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await this.tell(tx, row.project_id);
    return id;
  }

  async update(tx: Tx, row: EnvironmentRow, change: EnvironmentChange): Promise<void> {
    const updated_at = this.now().toISOString();
    const set = { ...change, updated_at };
    await tx.updateTable('environment').set(set).where('id', '=', row.id).execute();
    await this.tell(tx, row.project_id);
  }

  /** Puts it at a place, from 1; the others keep their order. */
  async move(tx: Tx, { id, project_id: projectId }: EnvironmentRow, place: number): Promise<void> {
    const ids = (await this.ofProject(tx, projectId)).map((one) => one.id);
    const order = ids.filter((one) => one !== id);
    order.splice(place - 1, 0, id);
    await this.number(tx, order);
    await this.tell(tx, projectId);
  }

  /** Makes it the one whose variables are given to what is run; `null`: none is. */
  async use(tx: Tx, projectId: number, id: number | null): Promise<void> {
    await tx
      .updateTable('environment')
      .set((eb) => ({
        in_use: eb
          .case()
          .when('id', '=', id ?? 0)
          .then(1)
          .else(0)
          .end() as never,
      }))
      .where('project_id', '=', projectId)
      .execute();
    await this.tell(tx, projectId);
  }

  /** With its variables. */
  async delete(tx: Tx, { id, project_id: projectId }: EnvironmentRow): Promise<void> {
    await tx.deleteFrom('environment').where('id', '=', id).execute();
    await this.number(
      tx,
      (await this.ofProject(tx, projectId)).map((one) => one.id),
    );
    await this.tell(tx, projectId);
  }

  async find(db: Db | Tx, id: number): Promise<EnvironmentRow | undefined> {
    return rows(db).where('environment.id', '=', id).executeTakeFirst();
  }

  ofProject(db: Db | Tx, projectId: number): Promise<EnvironmentRow[]> {
    return rows(db).where('environment.project_id', '=', projectId).execute();
  }

  private async number(tx: Tx, ids: readonly number[]): Promise<void> {
    for (const [at, id] of ids.entries())
      await tx
        .updateTable('environment')
        .set({ position: at + 1 })
        .where('id', '=', id)
        .execute();
  }

  private async tell(tx: Tx, projectId: number): Promise<void> {
    await this.events.append(tx, { type: 'environments_changed', projectId, id: projectId });
  }
}

function rows(db: Db | Tx) {
  return db
    .selectFrom('environment')
    .selectAll('environment')
    .select((eb) =>
      eb
        .selectFrom('environment_variable')
        .whereRef('environment_variable.environment_id', '=', 'environment.id')
        .select(({ fn }) => fn.countAll().as('count'))
        .as('variables'),
    )
    .orderBy('environment.position')
    .orderBy('environment.id')
    .$castTo<EnvironmentRow>();
}
