import type { ApiClient } from '../client/connection.js';
import { createEndpointApi } from '../client/createApi.js';
import type { Endpoint } from '../client/loopbackFetch.js';
import { reachService } from '../client/reachService.js';
import { defaultHome } from '../protocol/home.js';
import { productVersion } from '../protocol/productVersion.js';
import { startForCommand } from './inProcessService.js';

/** The service as a verb sees it. */
export interface CliService {
  readonly api: ApiClient;
  readonly endpoint: Endpoint;
}

export interface CliServiceSource {
  get(): Promise<CliService>;
  /** Ends what was started for this command alone. */
  close(): Promise<void>;
}

/** Whether this is a build machine: nothing may stay behind there. */
export function onBuildMachine(env: NodeJS.ProcessEnv = process.env): boolean {
  return !['', '0', 'false'].includes((env['CI'] ?? '').toLowerCase());
}

/**
 * The user's service, started when there is none; on a build machine one inside this process, on a
 * temporary home unless one is named. `home`: as named on the command line.
 */
export function cliService(home: string | undefined, signal: AbortSignal): CliServiceSource {
  let started: Promise<CliService> | null = null;
  let close = (): Promise<void> => Promise.resolve();

  async function start(): Promise<CliService> {
    if (onBuildMachine()) {
      const named = home ?? process.env['QUANTUM_ADMIN_HOME'];
      const own = await startForCommand(named === '' ? undefined : named);
      close = () => own.close();
      return { endpoint: own.service, api: createEndpointApi(own.service) };
    }
    const log = (): void => undefined;
    const endpoint = await reachService(
      { home: home ?? defaultHome(), dist: __dirname, version: productVersion, log },
      signal,
    );
    return { endpoint, api: createEndpointApi(endpoint) };
  }
  return { get: () => (started ??= start()), close: () => close() };
}
