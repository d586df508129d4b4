import type { Selectable } from 'kysely';
import type { Job, JobState } from '../../../protocol/jobs.js';
import type { EventLog } from '../events/eventLog.js';
import type { JobTable } from '../store/schema.js';
import type { Db, Tx } from '../store/store.js';
import type { NewJob } from './jobQueue.js';

export type JobRow = Selectable<JobTable>;

export interface JobFilter {
  readonly state?: JobState;
  readonly projectId?: number;
  readonly limit: number;
  /** Only jobs with a smaller id. */
  readonly before?: number;
}

/** What of a job changes while it lives. */
export type JobChange = Partial<
  Pick<
    JobRow,
    'state' | 'progress' | 'step' | 'checkpoint' | 'error' | 'attempt' | 'started_at' | 'ended_at'
  >
>;

/** States a job never leaves. */
export const endedStates: readonly string[] = ['completed', 'cancelled', 'failed', 'interrupted'];

/** The job as the wire shows it: without its input and its checkpoint. */
export function jobOfRow(row: JobRow): Job {
  return {
    id: row.id,
    name: row.name,
    title: row.title,
    projectId: row.project_id,
    state: row.state as JobState,
    progress: row.progress,
    step: row.step,
    error: row.error,
    attempt: row.attempt,
    version: row.version,
    createdAt: row.created_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  };
}

/** Rows of the `job` table. Every change a reader can see puts its event into the same transaction. */
export class JobRepository {
  constructor(private readonly events: EventLog) {}

  async insert(tx: Tx, job: NewJob, at: string): Promise<JobRow> {
    const row = await tx
      .insertInto('job')
      .values({
        name: job.name,
        title: job.title,
        project_id: job.projectId,
        state: 'created',
        progress: 0,
        step: null,
        data: JSON.stringify(job.data ?? null),
        checkpoint: null,
        error: null,
        attempt: 0,
        version: 1,
        created_at: at,
        started_at: null,
        ended_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await this.tell(tx, row);
    return row;
  }

  find(db: Db | Tx, id: number): Promise<JobRow | undefined> {
    return db.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** Newest first. */
  list(db: Db, filter: JobFilter): Promise<JobRow[]> {
    let query = db.selectFrom('job').selectAll().orderBy('id', 'desc').limit(filter.limit);
    if (filter.state !== undefined) query = query.where('state', '=', filter.state);
    if (filter.projectId !== undefined) query = query.where('project_id', '=', filter.projectId);
    if (filter.before !== undefined) query = query.where('id', '<', filter.before);
    return query.execute();
  }

  /** The job that waits longest. */
  nextWaiting(tx: Tx): Promise<JobRow | undefined> {
    return tx
      .selectFrom('job')
      .selectAll()
      .where('state', 'in', ['created', 'retry'])
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
  }

  leftActive(tx: Tx): Promise<JobRow[]> {
    return tx.selectFrom('job').selectAll().where('state', '=', 'active').orderBy('id').execute();
  }

  async update(tx: Tx, id: number, change: JobChange): Promise<JobRow> {
    const row = await tx
      .updateTable('job')
      .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await this.tell(tx, row);
    return row;
  }

  /** No reader sees a checkpoint, so the version stays. */
  async saveCheckpoint(tx: Tx, id: number, state: unknown): Promise<void> {
    const checkpoint = JSON.stringify(state ?? null);
    await tx.updateTable('job').set({ checkpoint }).where('id', '=', id).execute();
  }

  /** Deletes all but the `keep` newest ended jobs and answers their ids. */
  async prune(tx: Tx, keep: number): Promise<number[]> {
    const oldestKept = await tx
      .selectFrom('job')
      .select('id')
      .where('state', 'in', endedStates)
      .orderBy('id', 'desc')
      .offset(keep - 1)
      .limit(1)
      .executeTakeFirst();
    if (!oldestKept) return [];
    const gone = await tx
      .deleteFrom('job')
      .where('state', 'in', endedStates)
      .where('id', '<', oldestKept.id)
      .returning('id')
      .execute();
    return gone.map(({ id }) => id);
  }

  private tell(tx: Tx, row: JobRow): Promise<void> {
    return this.events.append(tx, {
      type: 'job_changed',
      projectId: row.project_id,
      id: row.id,
      version: row.version,
      name: row.name,
      state: row.state as JobState,
    });
  }
}
