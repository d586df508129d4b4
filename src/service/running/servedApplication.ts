import { startAppServer, type AppPlace, type AppServer } from '../../framework/appServer.js';
import type { AppLog, AppRequest } from '../../framework/appServer.js';
import type { RunLogLevel, RunProblem } from '../../protocol/running.js';
import type { RunLog } from './runLog.js';

export interface ServedApplicationOptions {
  readonly interpreter: string;
  readonly script: string;
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  readonly secretKey: string;
  readonly firstRequest: number;
  readonly log: RunLog;
  readonly onRequest: (request: AppRequest) => void;
  /** It ended without having been stopped. */
  readonly onEnd: (problem: RunProblem) => void;
}

/** Longest time from the start to the first answer. */
const readyWithinMs = 60_000;

/** Why an application did not start, or ended. */
export class ApplicationEnded extends Error {
  constructor(readonly problem: RunProblem) {
    super(problem.message);
  }
}

/** One process that serves the application, from its start to its end, with what it says in the log. */
export class ServedApplication {
  private readonly server: AppServer;
  private readonly listening: Promise<number>;
  private failure: { readonly message: string; readonly place: AppPlace | null } | null = null;
  private isStopped = false;
  private isReady = false;

  constructor(private readonly options: ServedApplicationOptions) {
    let listens: (port: number) => void = () => undefined;
    let fails: (error: Error) => void = () => undefined;
    this.listening = new Promise((resolve, reject) => {
      listens = resolve;
      fails = reject;
    });
    this.listening.catch(() => undefined);
    const { log } = options;
    this.server = startAppServer(options, {
      onListening: (port) => listens(port),
      onFailed: (message, place) => (this.failure = { message, place }),
      onRequest: (request) => options.onRequest(request),
      onLog: (line) => addLogLine(log, line),
      onOutput: (text) => log.addLine({ level: 'info', source: 'output', text, place: null }),
      onEnd: (why) => {
        const problem = this.problemOf(why);
        fails(new ApplicationEnded(problem));
        if (this.isReady && !this.isStopped) options.onEnd(problem);
      },
    });
  }

  /** What it was started with. */
  get env(): NodeJS.ProcessEnv {
    return this.options.env;
  }

  get pid(): number | null {
    return this.server.pid ?? null;
  }

  /** Resolves with the port once it answers `/health` and a page. @throws ApplicationEnded */
  async ready(): Promise<number> {
    const limit = setTimeout(() => void this.server.stop(), readyWithinMs);
    try {
      const port = await this.listening;
      const health = await fetch(`http://127.0.0.1:${port}/health`);
      await health.arrayBuffer();
      const page = await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' });
      await page.arrayBuffer();
      this.isReady = true;
      return port;
    } catch (error) {
      if (error instanceof ApplicationEnded) throw error;
      // It ended between two answers, or before the first: the end says why.
      await this.stop();
      throw new ApplicationEnded(this.problemOf('did not answer'));
    } finally {
      clearTimeout(limit);
    }
  }

  refresh(files: readonly string[], moved: boolean): Promise<void> {
    return this.server.refresh(files, moved);
  }

  sign(session: object): Promise<string | null> {
    return this.server.sign(session);
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await this.server.stop();
  }

  private problemOf(why: string): RunProblem {
    const lines = [...this.server.lastLines];
    if (this.failure) return { ...this.failure, lines };
    return { message: `The server ${why}.`, place: placeInTrace(lines, this.options.root), lines };
  }
}

const levels: Readonly<Record<string, RunLogLevel>> = {
  DEBUG: 'debug',
  WARNING: 'warning',
  ERROR: 'error',
  CRITICAL: 'error',
};

function addLogLine(log: RunLog, { level, logger, message, trace }: AppLog): void {
  log.addLine({ level: levels[level] ?? 'info', source: logger, text: message, place: null });
  if (trace !== null) log.addLine({ level: 'debug', source: logger, text: trace, place: null });
}

/** The last line of a Python traceback that lies in the project. */
export function placeInTrace(lines: readonly string[], root: string): AppPlace | null {
  const frame = /^\s*File "(.+)", line (\d+)/;
  for (const line of [...lines].reverse()) {
    const [, file = '', number] = frame.exec(line) ?? [];
    if (!file.startsWith(root)) continue;
    const inside = file.slice(root.length + 1).replaceAll('\\', '/');
    return { file: inside, line: Number(number), column: null };
  }
  return null;
}
