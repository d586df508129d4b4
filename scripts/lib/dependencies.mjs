// What every command needs before anything else: a Node that is new enough and the exact packages of the
// lock file. Only Node's own modules here: a fresh clone has nothing else yet.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.join(import.meta.dirname, '..', '..');

/** One sentence when this Node is too old, with what mends it. */
export function nodeProblem(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return null;
  return `Node ${version} is too old, 20.19 or newer is needed: install it from https://nodejs.org or run \`nvm install 22\`.`;
}

/** Whether node_modules is what the lock file says, by npm's own record of what it installed. */
export function dependenciesAreFresh() {
  const record = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([folder, { version, optional }]) =>
      // Packages for other systems are in the lock file but not here.
      folder === '' || optional || installed[folder]?.version === version,
  );
}

/** Installs the exact packages of the lock file if they are not there. Answers whether it had to. */
export function ensureDependencies() {
  if (dependenciesAreFresh()) return false;
  const windows = process.platform === 'win32';
  const { status, stdout, stderr, error } = spawnSync(
    windows ? 'npm.cmd' : 'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: root, shell: windows, encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  if (status !== 0) {
    const said = error?.message ?? `${stdout}${stderr}`.trim().split('\n').slice(-30).join('\n');
    throw new Error(`The packages could not be installed (npm ci):\n${said}`);
  }
  return true;
}

/**
 * Runs one of the typed scripts with this command's arguments in a Node that reads TypeScript, and ends as
 * it ends. Ctrl+C reaches the whole group, so the child cleans up and this waits for it.
 */
export async function runTyped(file, args = process.argv.slice(2)) {
  const problem = nodeProblem();
  if (problem !== null) {
    console.error(problem);
    process.exit(1);
  }
  try {
    ensureDependencies();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(root, 'scripts', file), ...args],
    // Paths a person gives are relative to where they stood: npm says so by INIT_CWD.
    { stdio: 'inherit', cwd: root, env: { INIT_CWD: process.cwd(), ...process.env } },
  );
  const [code, signal] = await new Promise((resolve) => {
    child.on('close', (...ended) => resolve(ended));
  });
  if (signal !== null && signal !== 'SIGINT') console.error(`It was ended by ${signal}.`);
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
}
