import { loadService } from './loadService.js';
import { prepareHome } from './platform/lifecycle/homeFolder.js';
import { takeOwnerLock, type OwnedElsewhere } from './platform/lifecycle/ownerLock.js';
import type { ServiceOptions } from './serviceOptions.js';
import type { StartedService } from './startService.js';

export interface BootOptions extends ServiceOptions {
  /** The built `dist/`. */
  readonly assetsDirectory: string;
}

/** Starts the service inside this process, as `main.ts` does with its own; or says who owns the home. */
export async function bootService(options: BootOptions): Promise<StartedService | OwnedElsewhere> {
  prepareHome(options.home);
  const lock = await takeOwnerLock(options.home);
  if ('ownedBy' in lock) return lock;
  const { startService } = await loadService();
  return startService({ ...options, lock });
}
