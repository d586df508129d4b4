import { readFile, readdir, readlink } from 'node:fs/promises';

/** One line of the kernel's tables of TCP sockets. */
export interface SocketRow {
  /** `ADDRESS:PORT` in hexadecimal, as the kernel writes them. */
  readonly local: string;
  readonly remote: string;
  readonly state: string;
  readonly uid: number;
  readonly inode: string;
}

/** All TCP sockets of this network namespace. */
export async function tcpSockets(): Promise<SocketRow[]> {
  const rows: SocketRow[] = [];
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    const lines = (await readFile(table, 'utf8').catch(() => '')).split('\n').slice(1);
    for (const line of lines) {
      const [, local, remote, state, , , , uid, , inode] = line.trim().split(/\s+/);
      if (local === undefined || remote === undefined || inode === undefined) continue;
      rows.push({ local, remote, state: state ?? '', uid: Number(uid), inode });
    }
  }
  return rows;
}

/** As the kernel writes a port. */
export const hexPort = (port: number): string => port.toString(16).toUpperCase().padStart(4, '0');

/** The process that holds one of these sockets; only processes of this user can be seen. */
export async function processWith(inodes: ReadonlySet<string>): Promise<number | null> {
  if (inodes.size === 0) return null;
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    if (await holds(pid, inodes)) return Number(pid);
  }
  return null;
}

/** What a process is called. */
export const programOf = async (pid: number): Promise<string> =>
  (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')).trim();

async function holds(pid: string, inodes: ReadonlySet<string>): Promise<boolean> {
  const folder = `/proc/${pid}/fd`;
  const descriptors = await readdir(folder).catch(() => []);
  for (const descriptor of descriptors) {
    const target = await readlink(`${folder}/${descriptor}`).catch(() => '');
    const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
    if (inode !== undefined && inodes.has(inode)) return true;
  }
  return false;
}
