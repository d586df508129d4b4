import { readFile } from 'node:fs/promises';
import type {
  ProjectRun as WireRun,
  RunLogLine,
  RunLogQuery,
  RunRequest,
} from '../../protocol/running.js';
import type { Platform } from '../platform/feature.js';
import type { ServiceControl } from '../platform/lifecycle/serviceControl.js';
import { AppError, isAppError } from '../platform/problem.js';
import type { ProjectService } from '../projects/projectService.js';
import { ProjectRun, type ReachedApplication } from './projectRun.js';
import { runPlaceOf } from './runEnvironment.js';
import type { RunLog } from './runLog.js';
import { RunRepository } from './runRepository.js';
import type { RunVariables } from './runVariables.js';
import { runOf } from './runWire.js';
import { ApplicationEnded } from './servedApplication.js';

export interface RunServiceOptions {
  readonly platform: Platform;
  readonly projects: ProjectService;
  readonly variables: RunVariables;
  readonly control: Pick<ServiceControl, 'hold'>;
  readonly serverScript: string;
  /** The built script of the pages. */
  readonly clientScript: string;
}

/** The servers of projects. Each lives in this process's care and comes back with the next one. */
export class RunService {
  private readonly runs: RunRepository;
  private readonly live = new Map<number, ProjectRun>();
  private subscription: { dispose(): void } | null = null;
  private background: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: RunServiceOptions) {
    this.runs = new RunRepository(options.platform.events);
  }

  async list(): Promise<WireRun[]> {
    const rows = await this.options.platform.store.read((db) => this.runs.all(db));
    return rows.map((row) => runOf(row.project_id, row));
  }

  async state(projectId: number): Promise<WireRun> {
    return (await this.runFor(projectId)).state();
  }

  /** Resolves when the application answers. @throws AppError saying why it does not */
  async start(projectId: number): Promise<WireRun> {
    return answered((await this.runFor(projectId)).start());
  }

  async stop(projectId: number): Promise<WireRun> {
    return (await this.runFor(projectId)).stop();
  }

  async restart(projectId: number): Promise<WireRun> {
    return answered((await this.runFor(projectId)).restart('asked for'));
  }

  async addAddress(projectId: number, url: string): Promise<void> {
    const run = await this.runFor(projectId);
    if (!URL.canParse(url)) throw new AppError('invalid-request', `${url} is no address.`);
    run.addAddress(new URL(url));
  }

  /** The server of a project, to send requests to; null while it does not run. */
  async reach(projectId: number): Promise<ReachedApplication | null> {
    return (await this.runFor(projectId)).reach();
  }

  async log(projectId: number): Promise<RunLog> {
    return (await this.runFor(projectId)).log;
  }

  async lines(projectId: number, query: RunLogQuery): Promise<RunLogLine[]> {
    return (await this.log(projectId)).linesOf(query);
  }

  async requests(
    projectId: number,
    query: { after?: number; limit?: number },
  ): Promise<RunRequest[]> {
    return (await this.log(projectId)).requests(query);
  }

  /** Brings back what ran when the last service ended, however it ended. */
  async begin(): Promise<void> {
    const { platform } = this.options;
    this.subscription = platform.events.subscribe(({ event }) => {
      if (event.type === 'project_deleted') this.later(() => this.forget(event.id));
      if (event.type === 'environments_changed') this.live.get(event.id)?.variablesChanged();
    });
    const rows = await platform.store.read((db) => this.runs.all(db));
    for (const { project_id: id, wanted } of rows) {
      if (wanted !== 1) continue;
      // What the row says was true of the last service.
      await platform.store.write((tx) => this.runs.change(tx, id, { status: 'restarting' }));
      this.later(() => this.start(id));
    }
  }

  async end(): Promise<void> {
    this.subscription?.dispose();
    await Promise.all([...this.live.values()].map((run) => run.dispose()));
    await this.background;
  }

  private async runFor(projectId: number): Promise<ProjectRun> {
    const { platform, projects, variables, control } = this.options;
    await projects.row(projectId);
    const known = this.live.get(projectId);
    if (known) return known;
    const run = new ProjectRun({
      projectId,
      platform,
      runs: this.runs,
      place: () => runPlaceOf(projects, projectId),
      variables: () => variables.of(projectId),
      script: this.options.serverScript,
      clientScript: () => readFile(this.options.clientScript, 'utf8'),
      hold: () => control.hold(`an open page of project ${projectId}`),
    });
    this.live.set(projectId, run);
    return run;
  }

  private async forget(projectId: number): Promise<void> {
    const run = this.live.get(projectId);
    this.live.delete(projectId);
    await run?.dispose();
  }

  private later(work: () => Promise<unknown>): void {
    const { log } = this.options.platform;
    const done = work().catch((error: unknown) => {
      log.warn({ err: error }, 'a server could not be brought back or ended');
    });
    this.background = Promise.all([this.background, done]);
  }
}

/** An application that does not start is an answer with a code; the state and the log say more. */
async function answered(run: Promise<WireRun>): Promise<WireRun> {
  try {
    return await run;
  } catch (error) {
    if (isAppError(error) || !(error instanceof ApplicationEnded)) throw error;
    const { message, place, lines } = error.problem;
    const where =
      place === null ? '' : ` (${place.file}${place.line === null ? '' : `:${place.line}`})`;
    const last = lines.at(-1);
    const detail = `${message}${where}${last === undefined || place !== null ? '' : ` It last said: ${last}`}`;
    throw new AppError(
      'framework-failed',
      detail,
      'See its log; it starts again when what it failed on is saved.',
    );
  }
}
