import { isDeepStrictEqual } from 'node:util';
import { processStart } from '../../framework/processIdentity.js';
import { endGroupOf } from '../../framework/processGroup.js';
import type { AppRequest } from '../../framework/appServer.js';
import type { ProjectRun as WireRun, RunProblem, SourcePlace } from '../../protocol/running.js';
import { ProjectFiles } from '../../workspace/projectFiles.js';
import type { Platform } from '../platform/feature.js';
import { Turns } from '../projects/turns.js';
import { Browsers } from './browsers.js';
import { effectOf } from './burstEffect.js';
import { FileBursts, type Burst } from './fileBursts.js';
import { ReloadProxy } from './reloadProxy.js';
import type { RunPlace } from './runEnvironment.js';
import { RunLog } from './runLog.js';
import type { RunChange, RunRepository } from './runRepository.js';
import { runOf } from './runWire.js';
import { ApplicationEnded, ServedApplication } from './servedApplication.js';
import { ToldRequests } from './toldRequests.js';

export interface ProjectRunOptions {
  readonly projectId: number;
  readonly platform: Platform;
  readonly runs: RunRepository;
  readonly place: () => Promise<RunPlace>;
  readonly variables: () => Promise<NodeJS.ProcessEnv>;
  /** `__main__.py` of the server. */
  readonly script: string;
  readonly clientScript: () => Promise<string>;
  readonly hold: () => { dispose(): void };
}

/** A server to send requests to, and what it tells of them. */
export interface ReachedApplication {
  readonly port: number;
  /** By the number in its answer. */
  told(request: string): Promise<AppRequest | null>;
  /** The cookie of a visitor with that session; null when it has ended. */
  sign(session: object): Promise<string | null>;
}

/** Ends in a row after which it is left down: what is broken is not started for ever. */
const mostEnds = 4;
const endsWithinMs = 60_000;
const firstPauseMs = 200;
/** So long no variable changes before it is started with the others. */
const quietMs = 150;
/** How far apart the request numbers of two processes begin. */
const numbersApart = 1_000_000;

/** The server of one project: its process, its address for browsers, and the eye on its files. */
export class ProjectRun {
  readonly log: RunLog;
  private readonly browsers = new Browsers();
  private readonly told = new ToldRequests();
  private readonly turns = new Turns();
  private readonly bases = new Map<string, string>();
  private application: ServedApplication | null = null;
  private proxy: ReloadProxy | null = null;
  private watch: { readonly files: ProjectFiles; readonly bursts: FileBursts } | null = null;
  private folders: RunPlace['folders'] = { static: '\0', migrations: '\0' };
  private target: Promise<number | null> = Promise.resolve(null);
  private problem: RunProblem | null = null;
  private ends: number[] = [];
  private generation = 0;
  private pause: NodeJS.Timeout | undefined;
  private quiet: NodeJS.Timeout | undefined;
  private hold: { dispose(): void } | null = null;
  private isWanted = false;
  private background: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: ProjectRunOptions) {
    this.log = new RunLog(options.platform.now);
    // A page that somebody looks at keeps the service.
    this.browsers.onDidChange((count) => {
      if (count > 0) this.hold ??= options.hold();
      else {
        this.hold?.dispose();
        this.hold = null;
      }
    });
  }

  async state(): Promise<WireRun> {
    const { platform, runs, projectId } = this.options;
    return runOf(projectId, await platform.store.read((db) => runs.find(db, projectId)));
  }

  /** Starts it where it does not run. Resolves when it answers. @throws AppError, ApplicationEnded */
  start(): Promise<WireRun> {
    return this.turns.run(async () => {
      this.isWanted = true;
      if (this.application === null) await this.launch('starting');
      return this.state();
    });
  }

  restart(why: string): Promise<WireRun> {
    return this.turns.run(() => this.again(why));
  }

  /**
   * Starts it again where it runs with other variables than it would be given now, or failed for want of one.
   * Those that follow at once, as of a file that is taken over, are one change.
   */
  variablesChanged(): void {
    clearTimeout(this.quiet);
    this.quiet = setTimeout(
      () => this.later(() => this.turns.run(() => this.takeVariables())),
      quietMs,
    );
  }

  stop(): Promise<WireRun> {
    this.isWanted = false;
    clearTimeout(this.pause);
    return this.turns.run(async () => {
      this.target = Promise.resolve(null);
      await this.endApplication();
      this.browsers.tell({ type: 'down', message: 'The application was stopped.', place: null });
      await this.close();
      this.problem = null;
      await this.store({ ...noProcess, status: 'stopped', wanted: 0, problem: null });
      this.say('Stopped.');
      return this.state();
    });
  }

  /** The service leaves: the process ends, and runs again with the next service. */
  async dispose(): Promise<void> {
    this.isWanted = false;
    clearTimeout(this.pause);
    clearTimeout(this.quiet);
    await this.turns.run(async () => {
      await this.endApplication();
      await this.close();
    });
    this.browsers.dispose();
    await this.background;
  }

  /** The application behind the address for browsers; null while it does not answer. */
  async reach(): Promise<ReachedApplication | null> {
    const port = await this.target;
    const { application, told } = this;
    if (port === null || application === null) return null;
    return {
      port,
      told: (request) => told.of(request),
      sign: (session) => application.sign(session),
    };
  }

  /** A name beside the loopback ones under which browsers come, and the path before the application's. */
  addAddress({ host, pathname }: URL): void {
    this.bases.set(host.toLowerCase(), pathname.replace(/\/+$/, ''));
  }

  private async takeVariables(): Promise<void> {
    if (!this.isWanted) return;
    const env = await this.options.variables();
    if (this.application !== null && isDeepStrictEqual(this.application.env, env)) return;
    await this.again('its variables changed');
  }

  private async again(why: string): Promise<WireRun> {
    this.isWanted = true;
    this.ends = [];
    this.say(`Restarting: ${why}.`);
    await this.endApplication();
    await this.launch('restarting');
    this.browsers.tell({ type: 'reload' });
    return this.state();
  }

  private async launch(status: 'starting' | 'restarting'): Promise<void> {
    const { options } = this;
    let running: (port: number | null) => void = () => undefined;
    this.target = new Promise((resolve) => (running = resolve));
    let port: number | null = null;
    try {
      const place = await options.place();
      this.folders = place.folders;
      const row = await this.store({ status, wanted: 1, problem: null });
      await endLeftover(row.pid, row.pid_started);
      const address = await this.listen([...(row.port === null ? [] : [row.port]), place.port, 0]);
      await this.follow(place.root);
      port = await this.serve(place, row.secret_key);
      await this.store({
        ...{ status: 'running', port: address, problem: this.problemText() },
        started_at: options.platform.now().toISOString(),
      });
      this.say(`Running at http://127.0.0.1:${address}/`);
    } catch (error) {
      await this.failed(error);
      throw error;
    } finally {
      running(port);
    }
  }

  private async serve(place: RunPlace, secretKey: string): Promise<number> {
    const { options } = this;
    this.generation += 1;
    this.problem = null;
    const application: ServedApplication = new ServedApplication({
      ...{ interpreter: place.interpreter, root: place.root, script: options.script },
      env: await options.variables(),
      secretKey,
      firstRequest: this.generation * numbersApart,
      log: this.log,
      onRequest: (request) => this.requested(request),
      onEnd: (problem) => {
        if (this.application === application) this.crashed(problem);
      },
    });
    const pid = application.pid;
    const pid_started = pid === null ? null : await processStart(pid);
    await this.store({ pid, pid_started });
    const port = await application.ready();
    this.application = application;
    return port;
  }

  private requested(request: AppRequest): void {
    this.told.add(request);
    const { n, files, queries, ...rest } = request;
    this.browsers.answered(String(n), files);
    this.log.addRequest({ ...rest, queries: [...queries] });
    if (request.error) {
      const { message, place } = request.error;
      this.log.addLine({ level: 'error', source: 'page', text: message, place });
    }
    if (request.method !== 'GET' || request.path !== '/') return;
    const before = this.problem;
    this.problem = request.error && { ...request.error, lines: [] };
    if (before?.message === this.problem?.message || this.application === null) return;
    this.later(() => this.store({ problem: this.problemText() }));
  }

  private crashed(problem: RunProblem): void {
    this.application = null;
    this.told.giveUp();
    const now = Date.now();
    this.ends = [...this.ends.filter((at) => now - at < endsWithinMs), now];
    this.log.addLine({
      level: 'error',
      source: 'run',
      text: problem.message,
      place: problem.place,
    });
    if (!this.isWanted) return;
    if (this.ends.length >= mostEnds) {
      this.target = Promise.resolve(null);
      const message = `${problem.message} It ended ${this.ends.length} times within a minute and is left down.`;
      this.later(() => this.failed(new ApplicationEnded({ ...problem, message })));
      return;
    }
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    this.target = begun.then(() => this.target);
    this.later(() => this.store({ ...noProcess, status: 'restarting' }));
    this.pause = setTimeout(
      () => {
        this.later(async () => {
          const again = this.turns.run(async () => {
            if (!this.isWanted || this.application !== null) return;
            const launched = this.launch('restarting');
            begin();
            await launched;
            this.browsers.tell({ type: 'reload' });
          });
          await again.catch(() => undefined);
        });
      },
      firstPauseMs * 2 ** (this.ends.length - 1),
    );
  }

  /** It does not run, and why. A change of what it failed on starts it again. */
  private async failed(error: unknown): Promise<void> {
    const problem =
      error instanceof ApplicationEnded
        ? error.problem
        : { message: messageOf(error), place: null, lines: [] };
    this.problem = problem;
    this.log.addLine({
      level: 'error',
      source: 'run',
      text: problem.message,
      place: problem.place,
    });
    this.browsers.tell({ type: 'down', message: problem.message, place: problem.place });
    await this.store({ ...noProcess, status: 'failed', problem: JSON.stringify(problem) });
  }

  private async listen(ports: readonly number[]): Promise<number> {
    if (this.proxy !== null) return this.proxy.port;
    const clientScript = await this.options.clientScript();
    const proxy = new ReloadProxy({
      browsers: this.browsers,
      clientScript,
      target: () => this.target,
      problem: () => this.problem,
      told: (request) => this.told.of(request),
      openSource: (place) => this.openSource(place),
      baseOf: (host) => this.bases.get(host.toLowerCase()) ?? null,
    });
    const port = await proxy.listen(ports);
    this.proxy = proxy;
    await this.store({ port });
    return port;
  }

  private async follow(root: string): Promise<void> {
    if (this.watch?.files.root === root) return;
    await this.unfollow();
    const files = new ProjectFiles(root, (line) => this.options.platform.log.info(line));
    const present = await files.list();
    const bursts = new FileBursts(
      present.map(({ path }) => path),
      (burst) => this.later(() => this.changed(burst)),
    );
    this.watch = { files, bursts };
    await files.watch((changes) => bursts.add(changes));
  }

  private async changed(burst: Burst): Promise<void> {
    const effect = effectOf(burst, this.folders);
    if (effect.restart !== null) {
      if (this.isWanted) await this.restart(effect.restart).catch(() => undefined);
      return;
    }
    if (this.application === null) return;
    if (effect.sources.length > 0) await this.application.refresh(effect.sources, effect.moved);
    if (effect.isForAll) this.browsers.tell({ type: 'page' });
    else if (effect.sources.length > 0) this.browsers.tellThoseOf(new Set(effect.sources));
    if (effect.styles.length > 0) this.browsers.tell({ type: 'styles', paths: effect.styles });
    if (effect.assets.length > 0) this.browsers.tell({ type: 'assets', paths: effect.assets });
  }

  private async openSource(place: SourcePlace): Promise<void> {
    const { platform, projectId } = this.options;
    const event = { type: 'source_requested', projectId, id: projectId, place } as const;
    await platform.store.write((tx) => platform.events.append(tx, event));
  }

  private async endApplication(): Promise<void> {
    const { application } = this;
    this.application = null;
    await application?.stop();
    this.told.giveUp();
  }

  private async close(): Promise<void> {
    await this.unfollow();
    await this.proxy?.close();
    this.proxy = null;
  }

  private async unfollow(): Promise<void> {
    this.watch?.bursts.dispose();
    await this.watch?.files.dispose();
    this.watch = null;
  }

  private store(change: RunChange): ReturnType<RunRepository['change']> {
    const { platform, runs, projectId } = this.options;
    return platform.store.write((tx) => runs.change(tx, projectId, change));
  }

  private problemText(): string | null {
    return this.problem && JSON.stringify(this.problem);
  }

  private say(text: string): void {
    this.log.addLine({ level: 'info', source: 'run', text, place: null });
  }

  private later(work: () => Promise<unknown>): void {
    const { log } = this.options.platform;
    const done = work().catch((error: unknown) => {
      log.warn({ err: error, projectId: this.options.projectId }, 'a server could not be followed');
    });
    this.background = Promise.all([this.background, done]);
  }
}

const noProcess = { pid: null, pid_started: null, started_at: null } as const;

/** A process of a service that was killed ends by itself; one that hangs is ended here, and nobody else's. */
async function endLeftover(pid: number | null, started: string | null): Promise<void> {
  if (pid === null || started === null) return;
  if ((await processStart(pid)) === started) endGroupOf(pid);
}

function messageOf(error: unknown): string {
  if (error instanceof Error && 'detail' in error) return String(error.detail);
  return error instanceof Error ? error.message : String(error);
}
