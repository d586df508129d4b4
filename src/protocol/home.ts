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

/** Where things lie in the folder of all state. */
export interface HomePaths {
  /** The bearer token: readable by its owner only, made once by the service. */
  readonly token: string;
  /** Where the running service says it listens: a hint, never the truth. */
  readonly portFile: string;
  readonly logs: string;
  /** What the service says before its log is open, and when it cannot open it. */
  readonly startLog: string;
  /** Immutable copies of the product that services run from, by content. */
  readonly runtime: string;
  /** Which of them is the newest ever started here. */
  readonly newestRuntime: string;
  readonly store: string;
  /** Capped files beside the store: logs of jobs. */
  readonly files: string;
  /** The key that wraps the store's data key: readable by its owner only, made at the first password. */
  readonly encryptionKey: string;
}

export function homePaths(home: string): HomePaths {
  return {
    token: path.join(home, 'token'),
    portFile: path.join(home, 'service.json'),
    logs: path.join(home, 'logs'),
    startLog: path.join(home, 'logs', 'start.log'),
    runtime: path.join(home, 'runtime'),
    newestRuntime: path.join(home, 'runtime', 'newest.json'),
    store: path.join(home, 'store'),
    files: path.join(home, 'files'),
    encryptionKey: path.join(home, 'encryption.key'),
  };
}
