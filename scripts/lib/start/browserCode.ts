import { rm } from 'node:fs/promises';
import { startCodeServer } from '../codeServer.js';
import { ensureCodeServer } from '../codeServerInstall.js';
import { copyProduct, register } from '../extensionFolder.js';
import { endProcesses, processesWith } from '../processes.js';
import type { StartProfile } from './profile.js';

const marker = 'QUANTUM_START_FOLDER';

/** VS Code in the browser, with the extension in it. */
export interface BrowserCode {
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts code-server on the folder. It runs until `stop()`, and with it everything it started. */
export async function openInBrowserCode(
  profile: StartProfile,
  folder: string,
  log: (line: string) => void,
): Promise<BrowserCode> {
  const installed = await ensureCodeServer('newest', log);
  // The extension as it is now: the copy of an earlier start goes.
  await rm(profile.extensions, { recursive: true, force: true });
  await register(profile.extensions, [await copyProduct(profile.extensions)]);
  const server = await startCodeServer(installed, profile, {
    ...process.env,
    EXTENSIONS_GALLERY: '{}',
    QUANTUM_ADMIN_HOME: profile.home,
    [marker]: profile.userData,
  });
  return {
    address: `${server.origin}/?folder=${encodeURIComponent(folder)}`,
    stop: async () => {
      const { pid } = server.process;
      const descendants = await processesWith(marker, profile.userData);
      await endProcesses([...descendants.map((found) => found.pid), ...(pid ? [pid] : [])]);
    },
  };
}
