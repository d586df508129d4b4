import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ServiceUnavailableError } from '../client/serviceUnavailableError.js';
import { bootService } from '../service/bootService.js';
import { parseServiceOptions, type ServiceOptions } from '../service/serviceOptions.js';
import type { StartedService } from '../service/startService.js';

/** Longest time a timer takes: the command ends before. */
const never = 2 ** 31 - 1;

/** The service inside this process. @throws ServiceUnavailableError when the home has an owner */
export async function startHere(options: ServiceOptions): Promise<StartedService> {
  const service = await bootService({ ...options, assetsDirectory: __dirname });
  if (!('ownedBy' in service)) return service;
  const owner = service.ownedBy === null ? 'another process' : `process ${service.ownedBy}`;
  throw new ServiceUnavailableError(
    `The service of ${options.home} is already running: ${owner}.`,
    'Stop it with `quantum-admin stop`.',
  );
}

/** For one command: on `home`, or on a temporary one that goes with it. */
export async function startForCommand(
  home: string | undefined,
): Promise<{ service: StartedService; close(): Promise<void> }> {
  const folder = home ?? (await mkdtemp(path.join(tmpdir(), 'quantum-admin-ci-')));
  const remove = async (): Promise<void> => {
    if (home === undefined) await rm(folder, { recursive: true, force: true });
  };
  try {
    const service = await startHere({ ...parseServiceOptions([]), home: folder, idleMs: never });
    const close = async (): Promise<void> => {
      await service.stop('the command has ended');
      await remove();
    };
    return { service, close };
  } catch (error) {
    await remove();
    throw error;
  }
}
