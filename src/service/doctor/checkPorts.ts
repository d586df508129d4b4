import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Check } from '../../protocol/doctor.js';
import { check } from './check.js';
import { configuredPort } from './configuredPort.js';
import { freePortAfter, isFree, listenerOn } from '../platform/sockets/listeners.js';

/** The process that `quantum start` of this application wrote down, else null. */
async function ownProcess(root: string | null): Promise<number | null> {
  if (root === null) return null;
  const text = await readFile(path.join(root, '.quantum.pid'), 'utf8').catch(() => '');
  return /^\d+$/.test(text.trim()) ? Number(text) : null;
}

/** Whether the port the application would listen on is free, and who has it when not. */
export async function checkPorts(root: string | null, projectId: number | null): Promise<Check> {
  const port = await configuredPort(root);
  if (await isFree(port)) {
    return check('ports', 'ok', `Port ${port} is free for the application.`, [], projectId);
  }
  const listener = await listenerOn(port);
  if (listener && listener.pid === (await ownProcess(root))) {
    const sentence = `This application listens on port ${port} (process ${listener.pid}).`;
    return check('ports', 'ok', sentence, [], projectId);
  }
  const who = listener
    ? `${listener.program} (process ${listener.pid})`
    : 'a program that this user cannot see';
  const free = await freePortAfter(port);
  const sentence = `Port ${port} is taken by ${who}, so quantum start would fail.`;
  if (free === null) return check('ports', 'warning', sentence, [], projectId);
  const command = `quantum start --port ${free}`;
  const label = `Start on port ${free} instead`;
  return check(
    'ports',
    'warning',
    `${sentence} Port ${free} is free.`,
    [{ kind: 'terminal', label, command }],
    projectId,
  );
}
