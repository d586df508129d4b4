import { homedir } from 'node:os';
import path from 'node:path';

/** Folder for what is fetched once per machine (editors, Python environments), outside the checkout. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env['QUANTUM_ADMIN_CACHE']) return path.resolve(env['QUANTUM_ADMIN_CACHE']);
  switch (process.platform) {
    case 'win32':
      return path.join(
        env['LOCALAPPDATA'] ?? path.join(homedir(), 'AppData', 'Local'),
        'quantum-admin',
        'cache',
      );
    case 'darwin':
      return path.join(homedir(), 'Library', 'Caches', 'quantum-admin');
    default:
      return path.join(env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'), 'quantum-admin');
  }
}
