import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Ran } from '../../platform/docker/engine.js';
import type { ExecStreams } from '../../platform/docker/execStream.js';

export interface HostProgram {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** Of what a program says on its second stream: the end tells why it ended. */
const keptErrors = 8 * 1024;

/**
 * Runs a program of this machine between a stream and another, neither held in memory. When the signal aborts
 * it ends at once: it does not get to see the end of what it was given, and run that. @throws the reason
 */
export async function runHostProgram(program: HostProgram, streams: ExecStreams): Promise<Ran> {
  const { input, onOutput, signal } = streams;
  signal.throwIfAborted();
  const child = spawn(program.file, [...program.args], {
    ...{ env: program.env, windowsHide: true, stdio: 'pipe' },
  });
  const kill = (): void => void child.kill('SIGKILL');
  signal.addEventListener('abort', kill);
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? -1));
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-keptErrors);
  });
  // That it reads no more is told by its end.
  child.stdin.on('error', () => undefined);
  const heard = async (): Promise<void> => {
    for await (const chunk of child.stdout) await onOutput?.(chunk as Buffer);
  };
  try {
    const [exitCode] = await Promise.all([ended, given(child.stdin, input), heard()]);
    signal.throwIfAborted();
    return { exitCode, said };
  } catch (error) {
    kill();
    await ended.catch(() => undefined);
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', kill);
  }
}

async function given(stdin: Writable, input: ExecStreams['input']): Promise<void> {
  for await (const chunk of input ?? []) {
    if (stdin.destroyed) return;
    if (!stdin.write(chunk)) await Promise.race([once(stdin, 'drain'), once(stdin, 'close')]);
  }
  stdin.end();
}
