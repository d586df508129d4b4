import type { ProjectRun, RunLogLine, RunRequest } from '../../protocol/running.js';

/** What this feature asks of the service. Every method throws the problem the service answered with. */
export interface RunningApi {
  /** The servers that ever ran. */
  list(): Promise<readonly ProjectRun[]>;
  get(projectId: number): Promise<ProjectRun>;
  /** Answers once a page of the application does. */
  start(projectId: number): Promise<ProjectRun>;
  stop(projectId: number): Promise<ProjectRun>;
  restart(projectId: number): Promise<ProjectRun>;
  /** An address under which a browser elsewhere comes to the server. */
  addAddress(projectId: number, url: string): Promise<void>;
  /** Lines and requests after a seq, and those to come. */
  entries(
    projectId: number,
    after: number,
    signal: AbortSignal,
  ): AsyncIterable<RunLogLine | RunRequest>;
}
