import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import type { Check, Repair } from '../../protocol/doctor.js';
import { connectHostOf, dockerAddress } from '../platform/docker/dockerAddress.js';
import { check } from './check.js';

const getDocker: Repair = {
  kind: 'url',
  label: 'Get Docker',
  url: 'https://docs.docker.com/get-docker/',
};
const startCommands: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'sudo systemctl start docker',
  darwin: 'open -a Docker',
  win32: 'Start-Process "C:\\Program Files\\Docker\\Docker\\Docker Desktop.exe"',
};

async function isInstalled(): Promise<boolean> {
  const file = process.platform === 'win32' ? 'docker.exe' : 'docker';
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  const found = folders.map((folder) => access(path.join(folder, file), constants.X_OK));
  return (await Promise.allSettled(found)).some(({ status }) => status === 'fulfilled');
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case 'ENOENT':
      return 'there is no such socket';
    case 'ECONNREFUSED':
      return 'nothing listens there';
    case 'EACCES':
      return 'this user may not use the socket';
    case 'ECONNRESET':
    case 'ETIMEDOUT':
      return 'it did not answer within 2 seconds';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

async function repairsFor(error: unknown): Promise<Repair[]> {
  const terminal = (label: string, command: string): Repair => ({
    kind: 'terminal',
    label,
    command,
  });
  if ((error as NodeJS.ErrnoException).code === 'EACCES') {
    return [terminal('Join the group docker', 'sudo usermod -aG docker "$USER"')];
  }
  if (dockerAddress().source !== 'default') return [terminal('Look at Docker', 'docker info')];
  if (!(await isInstalled())) return [getDocker];
  const start = startCommands[process.platform];
  return start === undefined ? [getDocker] : [terminal('Start Docker', start)];
}

/** Whether the Docker engine answers. Without it all but containers works. */
export async function checkDocker(): Promise<Check> {
  const place = dockerAddress();
  const { address } = place;
  const from = place.source === 'default' ? '' : ` (${place.source})`;
  try {
    const { openEngine } = await import('../platform/docker/dockerEngine.js');
    const { version, apiVersion } = await openEngine(place).version();
    const ports = `Ports of containers are reached at ${connectHostOf(place)}.`;
    const answers = `Docker ${version} (API ${apiVersion}) answers at ${address}${from}.`;
    return check('docker', 'ok', `${answers} ${ports}`);
  } catch (error) {
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    const sentence = `Docker does not answer at ${address}${from}: ${reasonOf(cause)}. Containers cannot be used; all else works.`;
    return check('docker', 'warning', sentence, await repairsFor(cause));
  }
}
