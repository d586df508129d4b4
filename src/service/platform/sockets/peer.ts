import { readlink } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { processStart } from '../../../framework/processIdentity.js';
import { hexPort, processWith, programOf, tcpSockets } from './linuxSockets.js';

/** Who is at the other end of a connection over loopback. */
export interface Peer {
  /** False: another user, or somebody of whom the platform should tell and does not. */
  readonly isOwnUser: boolean;
  readonly process: PeerProcess | null;
}

export interface PeerProcess {
  readonly pid: number;
  readonly program: string;
  /** The folder it works in. */
  readonly folder: string | null;
  /** Tells it from a later process with its number. */
  readonly started: string | null;
}

/** Loopback addresses as the kernel writes them; a socket for both families has the mapped one. */
const loopback: Readonly<Record<string, readonly string[]>> = {
  '127.0.0.1': ['0100007F', '0000000000000000FFFF00000100007F'],
  '::1': ['00000000000000000000000001000000'],
};

/** Asks the platform who opened the connection; only Linux is asked, elsewhere nothing is known. */
export async function peerOf(socket: Socket): Promise<Peer> {
  if (process.platform !== 'linux') return { isOwnUser: true, process: null };
  const { remoteAddress = '', remotePort = 0, localPort = 0 } = socket;
  const names = loopback[remoteAddress] ?? [];
  const row = (await tcpSockets()).find(({ local, remote }) =>
    names.some(
      (name) =>
        local === `${name}:${hexPort(remotePort)}` && remote === `${name}:${hexPort(localPort)}`,
    ),
  );
  if (row === undefined || row.uid !== process.getuid?.()) {
    return { isOwnUser: false, process: null };
  }
  const pid = await processWith(new Set([row.inode]));
  return { isOwnUser: true, process: pid === null ? null : await described(pid) };
}

async function described(pid: number): Promise<PeerProcess> {
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  return { pid, program: await programOf(pid), folder, started: await processStart(pid) };
}
