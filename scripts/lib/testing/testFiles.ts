import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../paths.js';

/** What one program of the product or one side of it is tested by: a folder below test/. */
export interface Room {
  readonly name: string;
  /** Absolute paths of its test files. */
  readonly files: readonly string[];
}

/** These hold no tests of their own. */
const noRooms = new Set(['support', 'driver']);

/** Rooms in the order of the arrows; whatever else has test files comes before the package and the editor. */
const order = [
  'rules',
  'manifest',
  'language',
  'workspace',
  'framework',
  'protocol',
  'store',
  'service',
  'client',
  'cli',
  'bridge',
  'server',
  'extension',
  'webviews',
  'sample',
];
const last = ['package', 'start', 'e2e'];

export async function findRooms(): Promise<Room[]> {
  const base = path.join(root, 'test');
  const rooms: Room[] = [];
  for (const entry of await readdir(base, { withFileTypes: true })) {
    if (!entry.isDirectory() || noRooms.has(entry.name)) continue;
    const names = await readdir(path.join(base, entry.name), { recursive: true });
    const files = names
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => path.join(base, entry.name, name))
      .sort();
    if (files.length > 0) rooms.push({ name: entry.name, files });
  }
  return rooms.sort((a, b) => rank(a.name) - rank(b.name) || a.name.localeCompare(b.name));
}

function rank(name: string): number {
  if (last.includes(name)) return order.length + 1 + last.indexOf(name);
  return order.includes(name) ? order.indexOf(name) : order.length;
}
