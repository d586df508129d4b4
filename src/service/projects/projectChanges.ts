import type { EventLog } from '../platform/events/eventLog.js';
import type { Tx } from '../platform/store/store.js';
import { deleteParts, unfinishedJobsOf } from './projectParts.js';
import type { ProjectChange, ProjectRepository, ProjectRow } from './projectRepository.js';

/** Every change of a project: the row and its event, in the transaction of the caller. */
export class ProjectChanges {
  constructor(
    private readonly repository: ProjectRepository,
    private readonly events: EventLog,
    private readonly now: () => Date,
  ) {}

  async create(
    tx: Tx,
    fields: Pick<ProjectRow, 'name' | 'description' | 'root_path' | 'folder_identity'> &
      Partial<Pick<ProjectRow, 'interpreter' | 'interpreter_source'>>,
  ): Promise<ProjectRow> {
    const at = this.now().toISOString();
    const row = await this.repository.insert(tx, {
      interpreter: null,
      interpreter_source: null,
      framework_version: null,
      ...fields,
      status: 'active',
      deleted_at: null,
      created_at: at,
      updated_at: at,
    });
    await this.tell(tx, 'project_created', row);
    return row;
  }

  /** Writes what differs. A change that changes nothing has no version, no time and no event. */
  async update(tx: Tx, row: ProjectRow, change: ProjectChange): Promise<ProjectRow> {
    const before: Readonly<Record<string, unknown>> = { ...row };
    const differs = Object.entries(change).some(([key, value]) => before[key] !== value);
    if (!differs) return row;
    const updated = await this.repository.update(tx, row.id, {
      ...change,
      updated_at: this.now().toISOString(),
    });
    await this.tell(tx, 'project_updated', updated);
    return updated;
  }

  /** Brings a deleted project back, with the id it had. */
  async restore(tx: Tx, row: ProjectRow, change: ProjectChange): Promise<ProjectRow> {
    const updated = await this.repository.update(tx, row.id, {
      ...change,
      status: 'active',
      deleted_at: null,
      updated_at: this.now().toISOString(),
    });
    await this.tell(tx, 'project_created', updated);
    return updated;
  }

  /** Something that nobody changed through us looks different now: its folder, its framework. */
  async seenChanged(
    tx: Tx,
    id: number,
    seen: Pick<ProjectChange, 'framework_version'> = {},
  ): Promise<ProjectRow | undefined> {
    if (!(await this.repository.find(tx, id))) return undefined;
    const updated = await this.repository.update(tx, id, seen);
    await this.tell(tx, 'project_updated', updated);
    return updated;
  }

  /** Deletes what belongs to it and remembers when. Answers its unfinished jobs, to be cancelled. */
  async delete(tx: Tx, row: ProjectRow): Promise<number[]> {
    const jobs = await unfinishedJobsOf(tx, row.id);
    await deleteParts(tx, row.id);
    const at = this.now().toISOString();
    await this.repository.update(tx, row.id, { deleted_at: at, updated_at: at });
    await this.events.append(tx, { type: 'project_deleted', projectId: row.id, id: row.id });
    return jobs;
  }

  private async tell(
    tx: Tx,
    type: 'project_created' | 'project_updated',
    { id, version }: ProjectRow,
  ): Promise<void> {
    await this.events.append(tx, { type, projectId: id, id, version });
  }
}
