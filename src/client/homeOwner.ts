import net from 'node:net';
import { ownerAddress } from '../protocol/ownerAddress.js';

/** Whether a process owns the home: it serves, starts or leaves. The home must exist. */
export function isOwned(home: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(ownerAddress(home));
    const done = (owned: boolean): void => {
      socket.destroy();
      resolve(owned);
    };
    socket.on('connect', () => done(true)).on('error', () => done(false));
  });
}
