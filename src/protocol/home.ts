import { homedir } from 'node:os';
import path from 'node:path';

/**
 * Folder of all state of one user: `QUANTUM_ADMIN_HOME`, else what the platform has for data
 * (XDG Base Directory, Apple's Application Support, Windows' LOCALAPPDATA).
 */
export function defaultHome(env: NodeJS.ProcessEnv = process.env): string {
  if (env['QUANTUM_ADMIN_HOME']) return path.resolve(env['QUANTUM_ADMIN_HOME']);
  const home = homedir();
  switch (process.platform) {
    case 'win32':
      return path.join(env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local'), 'quantum-admin');
    case 'darwin':
      return path.join(home, 'Library', 'Application Support', 'quantum-admin');
    default:
      return path.join(env['XDG_DATA_HOME'] ?? path.join(home, '.local', 'share'), 'quantum-admin');
  }
}
