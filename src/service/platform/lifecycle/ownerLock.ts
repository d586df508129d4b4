import net from 'node:net';
import { ownerAddress } from '../../../protocol/ownerAddress.js';
import { bindSocketFile } from './socketFileLock.js';

/** This process owns the home until it releases the lock or dies. */
export interface OwnerLock {
  /** Lets go at once; idempotent. */
  release(): void;
}

/** Another process owns the home. `pid` is what it says it is, null when it said nothing. */
export interface OwnedElsewhere {
  readonly ownedBy: number | null;
}

/**
 * Binds the home's address. The kernel lets one process do so and frees it at the owner's death, also
 * after SIGKILL. @throws when the address cannot be used at all.
 */
export async function takeOwnerLock(home: string): Promise<OwnerLock | OwnedElsewhere> {
  const address = ownerAddress(home);
  const kernelFrees = process.platform === 'linux' || process.platform === 'win32';
  const server = kernelFrees ? await bind(address) : await bindSocketFile(address, bind);
  if (server === null) return { ownedBy: await askOwner(address) };
  server.unref();
  return { release: () => void server.close() };
}

/** A server that tells its pid and nothing else; null when the address is taken. */
function bind(address: string): Promise<net.Server | null> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((socket) => {
      // Probes come and go as they like: no error of theirs may reach the process.
      socket.on('error', () => socket.destroy());
      socket.setTimeout(1_000, () => socket.destroy());
      socket.unref();
      socket.end(`${process.pid}\n`);
      socket.resume();
    });
    server.maxConnections = 64;
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (
        error.code === 'EADDRINUSE' ||
        (process.platform === 'win32' && error.code === 'EACCES')
      ) {
        resolve(null);
      } else reject(error);
    });
    server.listen(address, () => {
      server.removeAllListeners('error');
      // A failed accept (too many open files) is the probe's loss.
      server.on('error', () => undefined);
      resolve(server);
    });
  });
}

/** The owner's pid, null when nobody answers within half a second. */
export function askOwner(address: string): Promise<number | null> {
  return new Promise((resolve) => {
    let text = '';
    const socket = net.connect(address);
    const done = (): void => {
      socket.destroy();
      const pid = Number.parseInt(text, 10);
      resolve(Number.isInteger(pid) ? pid : null);
    };
    socket.setEncoding('utf8').setTimeout(500, done);
    socket.on('data', (data: string) => (text = (text + data).slice(0, 32)));
    socket.on('end', done).on('error', done);
  });
}
