import { mkdir, rename, rmdir, stat, unlink } from 'node:fs/promises';
import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { randomBytes } from 'node:crypto';

/** sockaddr_un has 104 bytes on macOS, one of them for the end. */
const longestPath = 103;
/** Whoever holds the guard does three system calls: older means its holder died in between. */
const guardAgeMs = 5_000;
const patienceMs = 15_000;

type Bind = (path: string) => Promise<net.Server | null>;

/**
 * The owner lock where the kernel keeps a socket's file after its owner's death (macOS): a dead file
 * must be removed, and removing is what races. So looking, removing and binding happen behind a folder
 * that only one process can make, with a second look whether it still is ours. Null: someone owns it.
 * @throws when the path is too long, or the guard cannot be had.
 */
export async function bindSocketFile(file: string, bind: Bind): Promise<net.Server | null> {
  if (Buffer.byteLength(file) > longestPath) {
    throw new Error(
      `The path ${file} is too long for a socket: set QUANTUM_ADMIN_HOME to a shorter one.`,
    );
  }
  const deadline = Date.now() + patienceMs;
  for (;;) {
    if (await answers(file)) return null;
    const guard = await enter(`${file}.guard`, deadline);
    try {
      if (await answers(file)) return null;
      await unlink(file).catch(ignoreMissing);
      const server = await bind(file);
      if (server === null) continue;
      if (await guard.isOurs()) return server;
      // We were so slow that the guard was taken over: who took it may have bound too.
      server.close();
    } finally {
      await guard.leave();
    }
  }
}

interface Guard {
  isOurs(): Promise<boolean>;
  leave(): Promise<void>;
}

async function enter(folder: string, deadline: number): Promise<Guard> {
  for (;;) {
    try {
      await mkdir(folder, { mode: 0o700 });
      const own = await identity(folder);
      const isOurs = async (): Promise<boolean> => own !== null && (await identity(folder)) === own;
      const leave = async (): Promise<void> => {
        if (await isOurs()) await rmdir(folder).catch(ignoreMissing);
      };
      return { isOurs, leave };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (Date.now() > deadline) throw new Error(`${folder} is held by another process.`);
    await removeAbandoned(folder);
    await pause(10 + Math.random() * 20);
  }
}

/** Renames it away first, so that of many who find it old only one removes it. */
async function removeAbandoned(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found === null || Date.now() - found.mtimeMs < guardAgeMs) return;
  const aside = `${folder}.${randomBytes(6).toString('hex')}`;
  await rename(folder, aside).catch(ignoreMissing);
  await rmdir(aside).catch(ignoreMissing);
}

async function identity(folder: string): Promise<string | null> {
  const found = await stat(folder, { bigint: true }).catch(() => null);
  return found && `${found.ino}:${found.birthtimeNs}`;
}

function answers(file: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(file);
    const done = (alive: boolean): void => {
      socket.destroy();
      resolve(alive);
    };
    socket.on('connect', () => done(true)).on('error', () => done(false));
  });
}

function ignoreMissing(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}
