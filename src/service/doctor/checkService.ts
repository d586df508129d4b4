import { statfs } from 'node:fs/promises';
import type { Check, Repair } from '../../protocol/doctor.js';
import type { Store } from '../platform/store/store.js';
import { check } from './check.js';

const restart: Repair = { kind: 'restart-service', label: 'Restart the service' };
/** Below this the store may soon not be able to write. */
const littleRoom = 200 * 1024 * 1024;

const oldestNode = [20, 19] as const;

/** Bytes for a person: `640 KB`, `12.3 MB`, `4.1 GB`. */
export function inBytes(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.ceil(bytes / 1024)} KB`;
  if (bytes < 1024 ** 3) return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
  return `${(bytes / 1024 ** 3).toFixed(1)} GB`;
}

async function roomAt(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

/** What the store is, how large, and what opening it had to repair. */
export async function checkStore(store: Store): Promise<Check> {
  const { location, sizeBytes } = await store.stats();
  const engine = store.engine === 'sqljs' ? 'SQLite' : 'PostgreSQL';
  const room = store.engine === 'sqljs' ? await roomAt(location) : null;
  const free = room === null ? '' : `, ${inBytes(room)} free`;
  const sentence = `${engine}, ${inBytes(sizeBytes)}${free}: ${location}.`;
  if (room !== null && room < littleRoom) {
    return check('store', 'error', `${sentence} The disk is almost full: free some space.`);
  }
  if (store.notices.length === 0) return check('store', 'ok', sentence);
  return check('store', 'warning', `${sentence} ${store.notices.join(' ')}`, [restart]);
}

/** Which versions run. */
export function checkVersions(service: string, apiVersion: string): Check {
  const sentence = `Service ${service}, API ${apiVersion}, Node ${process.versions.node}.`;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantMajor, wantMinor] = oldestNode;
  if (major > wantMajor || (major === wantMajor && minor >= wantMinor)) {
    return check('versions', 'ok', sentence);
  }
  return check(
    'versions',
    'warning',
    `${sentence} Node ${wantMajor}.${wantMinor} or newer is needed.`,
    [{ kind: 'url', label: 'Get Node', url: 'https://nodejs.org/en/download' }],
  );
}
