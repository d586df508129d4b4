import { spawn } from 'node:child_process';
import type { SuiteMessage } from './bridgeMessages.js';
import { LineReader } from './lineReader.js';
import { endGroup } from './processGroup.js';
import { StderrTail } from './stderrTail.js';

export interface SuiteCommand {
  readonly interpreter: string;
  /** `suite_process.py` of the bridge. */
  readonly script: string;
  /** The checkout. */
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  /** What it imports while it waits. */
  readonly modules: readonly string[];
}

/** A process for one run of a checkout's runner: it waits, with all it needs imported, until the run begins. */
export interface SuiteProcess {
  /** Starts the runner with these options; `told` gets what it tells, in order. */
  begin(options: readonly string[], told: (message: SuiteMessage) => void): void;
  /** Ends it with all it started. */
  kill(): void;
  readonly isAlive: boolean;
  /** Once nothing of it runs any more: why it ended, and the last lines it wrote past Python. */
  readonly ended: Promise<{ readonly why: string; readonly stderr: readonly string[] }>;
}

const longestMessage = 1024 * 1024;

/** Starts a process that waits for its run. */
export function startSuiteProcess(command: SuiteCommand): SuiteProcess {
  const { interpreter, script, root, env, modules } = command;
  const child = spawn(interpreter, ['-X', 'utf8', script, root], {
    ...{ cwd: root, env, windowsHide: true, stdio: 'pipe' },
    detached: process.platform !== 'win32',
  });
  const said = new StderrTail(() => undefined);
  const kill = (): void => endGroup(child, 'SIGKILL');
  /** What a module printed when it was imported comes before anyone listens. */
  const early: SuiteMessage[] = [];
  let told = (message: SuiteMessage): void => void early.push(message);
  const lines = new LineReader(
    longestMessage,
    (line) => told(JSON.parse(line) as SuiteMessage),
    kill,
  );
  child.stdout.on('data', (chunk: Buffer) => lines.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  // A process that is gone says so by its end.
  child.stdin.on('error', () => undefined);
  child.stdin.write(`${JSON.stringify({ modules })}\n`);
  let isAlive = true;
  const ended = new Promise<{ why: string; stderr: readonly string[] }>((resolve) => {
    const end = (why: string): void => {
      isAlive = false;
      said.end();
      resolve({ why, stderr: said.lines });
    };
    child.on('error', (error) => end(`could not be started: ${error.message}`));
    child.on('close', (code, signal) =>
      end(signal === null ? `ended with exit code ${code ?? 'unknown'}` : `was ended by ${signal}`),
    );
  });
  return {
    kill,
    ended,
    get isAlive() {
      return isAlive;
    },
    begin: (options, listener) => {
      told = listener;
      for (const message of early.splice(0)) listener(message);
      child.stdin.write(`${JSON.stringify({ options })}\n`);
    },
  };
}
