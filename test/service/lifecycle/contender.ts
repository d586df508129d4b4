// Tries to own a home, tells its parent how it went, and stays until it is killed.
import net from 'node:net';
import path from 'node:path';
import { takeOwnerLock } from '../../../src/service/platform/lifecycle/ownerLock.js';
import { bindSocketFile } from '../../../src/service/platform/lifecycle/socketFileLock.js';

const [home = '', kind] = process.argv.slice(2);

function bind(address: string): Promise<net.Server | null> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(null));
    server.listen(address, () => resolve(server));
  });
}

async function contend(): Promise<boolean> {
  if (kind === 'kernel') return 'release' in (await takeOwnerLock(home));
  return (await bindSocketFile(path.join(home, 'owner.sock'), bind)) !== null;
}

void contend().then((owns) => process.send?.(owns));
process.on('disconnect', () => process.exit());
