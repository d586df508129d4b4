import { spawn } from 'node:child_process';
import { LineReader } from './lineReader.js';
import { endGroup } from './processGroup.js';
import { StderrTail } from './stderrTail.js';

export interface AppServerOptions {
  /** The interpreter, absolute. */
  readonly interpreter: string;
  /** `__main__.py` of the server (python/quantum_server). */
  readonly script: string;
  /** The application's root. */
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  /** Signs session cookies where the project says nothing of it. */
  readonly secretKey: string;
  /** The number of its first request: no two processes give one twice. */
  readonly firstRequest: number;
}

export interface AppPlace {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
}

export interface AppQuery {
  readonly datasource: string | null;
  readonly sql: string;
  readonly ms: number | null;
  readonly rows: number | null;
  readonly error: string | null;
}

export interface AppRequest {
  readonly n: number;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly ms: number;
  readonly component: string | null;
  readonly action: string | null;
  /** What the page was made of, from the root. */
  readonly files: readonly string[];
  readonly queries: readonly AppQuery[];
  readonly error: { readonly message: string; readonly place: AppPlace | null } | null;
}

export interface AppLog {
  readonly level: string;
  readonly logger: string;
  readonly message: string;
  readonly trace: string | null;
}

export interface AppServerEvents {
  onListening(port: number): void;
  /** It cannot serve the application; the end of the process follows. */
  onFailed(message: string, place: AppPlace | null): void;
  onRequest(request: AppRequest): void;
  onLog(log: AppLog): void;
  /** What was printed. */
  onOutput(line: string): void;
  /** Once, whatever ended it; `why` completes the sentence "the server …". */
  onEnd(why: string): void;
}

/** One process that serves one application; it ends with this process. */
export interface AppServer {
  readonly pid: number | undefined;
  /** The last lines it printed. */
  readonly lastLines: readonly string[];
  /** Files changed: resolves when what was made of them is used no more, or the process has ended. */
  refresh(files: readonly string[], moved: boolean): Promise<void>;
  /** The cookie of a visitor with that session; null when the process has ended. */
  sign(session: object): Promise<string | null>;
  /** Resolves once the process and all it started have ended. */
  stop(): Promise<void>;
}

const longestLine = 16 * 1024 * 1024;
/** How long it may take to end by itself. */
const graceMs = 1_500;

type Message =
  | { event: 'listening'; port: number }
  | { event: 'failed'; message: string; place: AppPlace | null }
  | { event: 'request'; request: AppRequest }
  | ({ event: 'log' } & AppLog)
  | { event: 'refreshed'; id: number }
  | { event: 'signed'; id: number; cookie: string };

/** Starts the server of an application, as the leader of a process group of its own. */
export function startAppServer(options: AppServerOptions, events: AppServerEvents): AppServer {
  const { interpreter, script, root, env, secretKey, firstRequest } = options;
  // As `quantum start` finds its modules, but without files of ours in the project.
  const child = spawn(interpreter, ['-X', 'utf8', '-B', script], {
    cwd: root,
    env: { ...env, PYTHONUNBUFFERED: '1' },
    detached: process.platform !== 'win32',
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const waiting = new Map<number, (cookie: string | null) => void>();
  let nextId = 1;
  let isOver = false;
  let over: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (over = resolve));
  const printed = new StderrTail((line) => events.onOutput(line));

  const end = (why: string): void => {
    if (isOver) return;
    isOver = true;
    printed.end();
    // What it started goes with it.
    endGroup(child, 'SIGKILL');
    for (const done of waiting.values()) done(null);
    waiting.clear();
    events.onEnd(why);
    over();
  };
  const take = (line: string): void => {
    const message = messageOf(line);
    if (message === null) return;
    if (message.event === 'listening') events.onListening(message.port);
    else if (message.event === 'failed') events.onFailed(message.message, message.place);
    else if (message.event === 'request') events.onRequest(message.request);
    else if (message.event === 'log') events.onLog(message);
    else waiting.get(message.id)?.('cookie' in message ? message.cookie : null);
  };
  const lines = new LineReader(longestLine, take, () => endGroup(child, 'SIGKILL'));
  child.stdout.on('data', (chunk: Buffer) => lines.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => printed.push(chunk));
  // A process that died makes writes fail; its end is reported by 'exit'.
  child.stdin.on('error', () => undefined);
  child.on('error', (error) => end(`could not be started: ${error.message}`));
  const whyOf = (code: number | null, signal: NodeJS.Signals | null): string =>
    signal === null ? `ended with exit code ${code ?? 'unknown'}` : `was ended by ${signal}`;
  child.on('close', (code, signal) => end(whyOf(code, signal)));
  // A child of its own may hold the pipes open: the end of the process is the end.
  child.on('exit', (code, signal) => void setTimeout(() => end(whyOf(code, signal)), 100));
  const send = (message: object): void => void child.stdin.write(`${JSON.stringify(message)}\n`);
  send({ secretKey, firstRequest });
  const ask = (command: object): Promise<string | null> =>
    new Promise((resolve) => {
      if (isOver) {
        resolve(null);
        return;
      }
      const id = nextId++;
      waiting.set(id, (cookie) => {
        waiting.delete(id);
        resolve(cookie);
      });
      send({ ...command, id });
    });

  return {
    pid: child.pid,
    lastLines: printed.lines,
    refresh: async (files, moved) => {
      await ask({ command: 'refresh', files, moved });
    },
    sign: (session) => ask({ command: 'sign', session }),
    stop: async () => {
      child.stdin.end();
      const cut = setTimeout(() => endGroup(child, 'SIGKILL'), graceMs);
      await ended;
      clearTimeout(cut);
    },
  };
}

function messageOf(line: string): Message | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && 'event' in value
      ? (value as Message)
      : null;
  } catch {
    return null;
  }
}
