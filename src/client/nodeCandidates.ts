import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import path from 'node:path';

/** A program that runs JavaScript, and what its environment needs for that. */
export interface NodeCandidate {
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * What the service may run on, best first: Node as found on PATH, then the runtime this process has
 * itself, which in VS Code is the editor. Whether one is new enough is found by running it: the service
 * says so itself at once.
 */
export function nodeCandidates(env: NodeJS.ProcessEnv = process.env): NodeCandidate[] {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(path.delimiter);
  const onPath = folders
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => path.join(folder, name))
    .filter(isProgram);
  const candidates = [...onPath.map((file) => ({ file, env: {} })), ownRuntime()];
  const seen = new Set<string>();
  return candidates.filter(({ file }) => {
    const real = realpathSync(file);
    return !seen.has(real) && seen.add(real);
  });
}

/**
 * What a program of ours runs on in a terminal. The editor of Windows has no console: without Node on PATH there is
 * nothing.
 */
export function terminalRuntime(): NodeCandidate | undefined {
  if (process.platform !== 'win32') return ownRuntime();
  return nodeCandidates().find(({ env }) => env[asNode] === undefined);
}

const asNode = 'ELECTRON_RUN_AS_NODE';

function ownRuntime(): NodeCandidate {
  const isElectron = process.versions['electron'] !== undefined;
  return { file: process.execPath, env: isElectron ? { [asNode]: '1' } : {} };
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
