// A Python with the framework, outside the sources, made once per machine. Plain JavaScript without
// dependencies: `npm start` runs it before anything is built, the tests through test/support.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export const frameworkVersion = '1.0.1';
const windows = process.platform === 'win32';
const makingLimitMs = 900_000;

export async function ensureQuantumPython({ log = () => undefined, env = process.env } = {}) {
  const cache = cacheFolder(env);
  for (const folder of await madeBefore(cache)) return pythonOf(folder);

  const candidates = await suitablePythons(env);
  if (candidates.length === 0) throw new Error(noPythonMessage());
  const failures = [];
  for (const { executable, version } of candidates) {
    const folder = path.join(cache, `python-${version}-quantum-${frameworkVersion}`);
    try {
      return await withLock(folder, () => make(folder, executable, { log, env }));
    } catch (error) {
      failures.push(`${executable} (${version}): ${error.message}`);
    }
  }
  throw new Error(
    `No environment with quantum-framework ${frameworkVersion} could be made.\n${failures.join('\n')}`,
  );
}

/** The machine's folder for what is fetched once; the same rule as scripts/lib/cache.ts. */
function cacheFolder(env) {
  if (env.QUANTUM_ADMIN_CACHE) return path.resolve(env.QUANTUM_ADMIN_CACHE);
  const home = env.HOME ?? homedir();
  if (windows) {
    const local = env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local');
    return path.join(local, 'quantum-admin', 'cache');
  }
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Caches', 'quantum-admin');
  return path.join(env.XDG_CACHE_HOME || path.join(home, '.cache'), 'quantum-admin');
}

const pythonOf = (folder) =>
  path.join(folder, ...(windows ? ['Scripts', 'python.exe'] : ['bin', 'python']));
const markerOf = (folder) => path.join(folder, 'quantum-admin-ready');

/** Environments that were finished and whose Python is still there, the newest Python first. */
async function madeBefore(cache) {
  const names = await readdir(cache).catch(() => []);
  return names
    .filter((name) => name.startsWith('python-') && name.endsWith(`-quantum-${frameworkVersion}`))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .map((name) => path.join(cache, name))
    .filter((folder) => existsSync(markerOf(folder)) && existsSync(pythonOf(folder)));
}

async function make(folder, executable, { log, env }) {
  if (existsSync(markerOf(folder)) && existsSync(pythonOf(folder))) return pythonOf(folder);
  await rm(folder, { recursive: true, force: true });
  log(`making a Python environment with quantum-framework ${frameworkVersion} in ${folder}`);
  const clean = { ...env, PYTHONHOME: undefined, PYTHONPATH: undefined, VIRTUAL_ENV: undefined };
  const venv = await run(executable, ['-I', '-m', 'venv', folder], { env: clean });
  if (venv.code !== 0) {
    const cure = /ensurepip/.test(venv.output)
      ? ' Install it with `sudo apt-get install -y python3-venv`.'
      : '';
    throw new Error(`it cannot make virtual environments.${cure}\n${tail(venv.output)}`);
  }
  const pip = ['-I', '-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', '-q'];
  const requirement = `quantum-framework==${frameworkVersion}`;
  const installed = await run(pythonOf(folder), [...pip, requirement], { env: clean });
  if (installed.code !== 0) {
    throw new Error(
      `pip could not install ${requirement}; check the network and try again.\n${tail(installed.output)}`,
    );
  }
  const works = await run(pythonOf(folder), ['-I', '-c', 'import quantum.cli.runner'], {
    env: clean,
  });
  if (works.code !== 0) throw new Error(`the framework does not load.\n${tail(works.output)}`);
  await writeFile(markerOf(folder), `${requirement}\n`);
  return pythonOf(folder);
}

const tail = (text) => text.trim().split('\n').slice(-12).join('\n');

/** Every Python ≥ 3.12 that runs, in the order of preference; shims and Store stubs answer nothing and fall out. */
async function suitablePythons(env) {
  const found = [];
  for (const command of await commands(env)) {
    const { code, output } = await run(
      command[0],
      [
        ...command.slice(1),
        '-I',
        '-c',
        'import sys; print(sys.executable, *sys.version_info[:3], sep="\\n")',
      ],
      { env, limitMs: 10_000 },
    );
    const [executable, major, minor, micro] = output.trim().split(/\r?\n/);
    if (code !== 0 || Number(major) !== 3 || !(Number(minor) >= 12)) continue;
    const version = `${major}.${minor}.${micro}`;
    if (!found.some((other) => other.version === version)) found.push({ executable, version });
  }
  return found;
}

async function commands(env) {
  const list = [];
  if (env.QUANTUM_ADMIN_PYTHON) list.push([env.QUANTUM_ADMIN_PYTHON]);
  const names = ['python3.14', 'python3.13', 'python3.12', 'python3', 'python'];
  for (const name of names) {
    for (const folder of (env.PATH ?? env.Path ?? '').split(path.delimiter).filter(Boolean)) {
      const file = path.join(folder, windows ? `${name}.exe` : name);
      if (existsSync(file)) list.push([file]);
    }
  }
  if (windows) list.push(['py', '-3']);
  const home = env.HOME ?? homedir();
  const trees = [
    path.join(env.PYENV_ROOT ?? path.join(home, '.pyenv'), 'versions'),
    path.join(home, '.local', 'share', 'uv', 'python'),
    path.join(home, 'miniconda3', 'envs'),
  ];
  for (const tree of trees) {
    const versions = await readdir(tree).catch(() => []);
    versions.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
    for (const version of versions) {
      const file = path.join(tree, version, 'bin', 'python3');
      if (existsSync(file)) list.push([file]);
    }
  }
  return list;
}

function noPythonMessage() {
  const how = {
    darwin: 'brew install python@3.13',
    win32: 'winget install Python.Python.3.13',
  };
  return `Python 3.12 or newer is needed and none was found. Install it with \`${
    how[process.platform] ?? 'sudo apt-get install -y python3 python3-venv'
  }\` (or set QUANTUM_ADMIN_PYTHON to its path).`;
}

/** One process makes the environment, the others wait for it; the lock of a process that died is taken over. */
async function withLock(folder, work) {
  const lock = `${folder}.lock`;
  await mkdir(path.dirname(lock), { recursive: true });
  const deadline = Date.now() + makingLimitMs;
  while (!(await take(lock))) {
    if (Date.now() > deadline)
      throw new Error(`another process has held ${lock} for too long; delete it.`);
    await delay(200);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function take(lock) {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const owner = Number(await readFile(lock, 'utf8').catch(() => ''));
  if (owner > 0 && !isAlive(owner)) await rm(lock, { force: true });
  return false;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Runs a program to its end. Never rejects; a program that cannot be started has code 127. */
function run(command, args, { env, limitMs = makingLimitMs }) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limitMs,
      killSignal: 'SIGKILL',
    });
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
