import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import { hexPort, processWith, programOf, tcpSockets } from './linuxSockets.js';

export interface Listener {
  readonly pid: number;
  readonly program: string;
}

/** Whether a server could listen on this port of the loopback address now. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.close(() => resolve(true));
    });
  });
}

/** The first free port after `port`; null when the next fifty are taken. */
export async function freePortAfter(port: number): Promise<number | null> {
  for (let next = port + 1; next <= Math.min(port + 50, 65_535); next++) {
    if (await isFree(next)) return next;
  }
  return null;
}

const listening = '0A';

async function listenerOnLinux(port: number): Promise<Listener | null> {
  const rows = await tcpSockets();
  const ours = rows.filter(
    ({ state, local }) => state === listening && local.endsWith(`:${hexPort(port)}`),
  );
  const pid = await processWith(new Set(ours.map(({ inode }) => inode)));
  return pid === null ? null : { pid, program: await programOf(pid) };
}

async function listenerByLsof(port: number): Promise<Listener | null> {
  const args = ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'];
  const { stdout } = await promisify(execFile)('lsof', args, { timeout: 3_000 });
  const pid = /^p(\d+)$/m.exec(stdout)?.[1];
  if (pid === undefined) return null;
  return { pid: Number(pid), program: /^c(.+)$/m.exec(stdout)?.[1] ?? '' };
}

/** Who listens on a port, as far as this user may know; null when it cannot be told. */
export async function listenerOn(port: number): Promise<Listener | null> {
  try {
    if (process.platform === 'linux') return await listenerOnLinux(port);
    if (process.platform === 'darwin') return await listenerByLsof(port);
    return null;
  } catch {
    return null;
  }
}
