import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';

/**
 * What the owner of a home binds, so that the kernel decides who it is: an abstract socket on Linux, a
 * pipe on Windows, a socket file elsewhere. `home` must exist: two paths to one folder are one home.
 */
export function ownerAddress(home: string, platform: NodeJS.Platform = process.platform): string {
  const real = realpathSync.native(home);
  const { uid, username } = userInfo();
  const user = uid === -1 ? username : String(uid);
  const name = createHash('sha256').update(`${user}\0${real}`).digest('hex').slice(0, 32);
  if (platform === 'linux') return `\0quantum-admin-${name}`;
  if (platform === 'win32') return `\\\\.\\pipe\\quantum-admin-${name}`;
  return path.join(real, 'owner.sock');
}
