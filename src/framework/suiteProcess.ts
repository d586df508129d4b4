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
  /** What the runner's command line gets. */
  readonly options: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

export interface SuiteProcess {
  /** Ends it with all it started. */
  kill(): void;
  /** Once nothing of it runs any more: why it ended, and the last lines it wrote past Python. */
  readonly ended: Promise<{ readonly why: string; readonly stderr: readonly string[] }>;
}

const longestMessage = 1024 * 1024;

/** Starts a checkout's runner; `told` gets what it tells, in order. */
export function startSuiteProcess(
  { interpreter, script, root, options, env }: SuiteCommand,
  told: (message: SuiteMessage) => void,
): SuiteProcess {
  const child = spawn(interpreter, ['-X', 'utf8', script, root, ...options], {
    ...{ cwd: root, env, windowsHide: true, stdio: ['ignore', 'pipe', 'pipe'] },
    detached: process.platform !== 'win32',
  });
  const said = new StderrTail(() => undefined);
  const kill = (): void => endGroup(child, 'SIGKILL');
  const lines = new LineReader(
    longestMessage,
    (line) => told(JSON.parse(line) as SuiteMessage),
    kill,
  );
  child.stdout.on('data', (chunk: Buffer) => lines.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const ended = new Promise<{ why: string; stderr: readonly string[] }>((resolve) => {
    const end = (why: string): void => {
      said.end();
      resolve({ why, stderr: said.lines });
    };
    child.on('error', (error) => end(`could not be started: ${error.message}`));
    child.on('close', (code, signal) =>
      end(signal === null ? `ended with exit code ${code ?? 'unknown'}` : `was ended by ${signal}`),
    );
  });
  return { kill, ended };
}
