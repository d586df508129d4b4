import { spawn } from 'node:child_process';
import { endGroup } from './processGroup.js';
import { LineReader } from './lineReader.js';
import { StderrTail } from './stderrTail.js';

export interface BridgeCommand {
  /** The interpreter, absolute. */
  readonly interpreter: string;
  /** `__main__.py` of the bridge. */
  readonly script: string;
  /** The application's root: everything the framework does depends on it. */
  readonly cwd: string;
  /** Its environment; by default this process's own. */
  readonly env?: NodeJS.ProcessEnv;
  /** Killing it ends all it started, too. */
  readonly ownGroup?: boolean;
}

export interface BridgeProcess {
  readonly pid: number | undefined;
  /** Last lines of stderr, newest last, bounded. */
  readonly stderr: readonly string[];
  send(line: string): void;
  kill(): void;
}

export interface BridgeProcessEvents {
  onLine(line: string): void;
  /** Once, whatever ended it; `why` completes the sentence "the process …". */
  onEnd(why: string): void;
  log(line: string): void;
}

const maxAnswerBytes = 64 * 1024 * 1024;

/** Starts one bridge. It ends with its stdin, so it cannot outlive this process. */
export function startProcess(command: BridgeCommand, events: BridgeProcessEvents): BridgeProcess {
  const said = new StderrTail((line) => events.log(line));
  // -I: neither the folder's own modules nor PYTHON* variables; -B: no files in the product's folder.
  const args = ['-I', '-X', 'utf8', '-B', command.script];
  const child = spawn(command.interpreter, args, {
    cwd: command.cwd,
    ...(command.env === undefined ? {} : { env: command.env }),
    detached: command.ownGroup === true && process.platform !== 'win32',
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });

  let ended = false;
  let verdict: string | null = null;
  const end = (why: string) => {
    if (ended) return;
    ended = true;
    said.end();
    events.onEnd(verdict ?? why);
  };
  const killFor = (why: string) => {
    verdict ??= why;
    if (command.ownGroup === true) endGroup(child, 'SIGKILL');
    else child.kill('SIGKILL');
  };

  const answers = new LineReader(
    maxAnswerBytes,
    (line) => {
      if (!ended) events.onLine(line);
    },
    () => killFor('gave an answer beyond the limit'),
  );
  child.stdout.on('data', (chunk: Buffer) => answers.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  // A process that died makes writes fail; its end is reported by 'close'.
  child.stdin.on('error', () => undefined);
  child.on('error', (error) => end(`could not be started: ${error.message}`));
  child.on('close', (code, signal) =>
    end(signal === null ? `ended with exit code ${code ?? 'unknown'}` : `was ended by ${signal}`),
  );

  return {
    pid: child.pid,
    stderr: said.lines,
    send: (line) => void child.stdin.write(`${line}\n`),
    kill: () => killFor('was stopped'),
  };
}
