import type { Job, JobLogLine } from '../../protocol/jobs.js';

/** What following a job asks of the service. */
export interface JobsApi {
  get(id: number): Promise<Job>;
  cancel(id: number): Promise<void>;
  /** The job's log from its beginning until it ends or `signal` aborts. */
  logLines(id: number, signal: AbortSignal): AsyncIterable<JobLogLine>;
}
