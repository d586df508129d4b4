// Tries to own each home its parent names, says how that went, and keeps what it owns until it is killed.
import net from 'node:net';
import path from 'node:path';
import { takeOwnerLock } from '../../../src/service/platform/lifecycle/ownerLock.js';
import { bindSocketFile } from '../../../src/service/platform/lifecycle/socketFileLock.js';

export interface Contest {
  readonly home: string;
  readonly kind: 'kernel' | 'file';
}

function bind(address: string): Promise<net.Server | null> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(null));
    server.listen(address, () => resolve(server));
  });
}

async function contend({ home, kind }: Contest): Promise<boolean> {
  if (kind === 'kernel') return 'release' in (await takeOwnerLock(home));
  return (await bindSocketFile(path.join(home, 'owner.sock'), bind)) !== null;
}

process.on('message', (contest: Contest) => {
  void contend(contest).then((owns) => process.send?.(owns));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
