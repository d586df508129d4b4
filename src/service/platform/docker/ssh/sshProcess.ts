import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { SshError, sshErrorOf } from './sshError.js';

export type SshProcess = ChildProcessByStdio<Writable, Readable, Readable>;

/** Of what ssh says: its end tells why it ended. */
const keptWords = 4 * 1024;

/**
 * Starts the person's own `ssh`. `onEnd` is called once, with why, when it has ended. It ends by itself when its
 * input does, and so with this process, however that ends.
 */
export function startSsh(
  args: readonly string[],
  onEnd: (error: SshError | null) => void,
): SshProcess {
  const child = spawn('ssh', args, { stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
  let said = '';
  let isOver = false;
  const end = (error: SshError | null): void => {
    if (isOver) return;
    isOver = true;
    onEnd(error);
  };
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-keptWords)));
  // Whoever writes to one that has ended hears of the end itself.
  child.stdin.on('error', () => undefined);
  child.on('error', (error: NodeJS.ErrnoException) => {
    end(new SshError(error.code === 'ENOENT' ? 'SSH_MISSING' : 'SSH_ENDED', error.message));
  });
  child.on('close', (code) => end(code === 0 ? null : sshErrorOf(code, said)));
  return child;
}
