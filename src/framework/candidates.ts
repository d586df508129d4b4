import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { InterpreterSource } from './installation.js';
import { interpreterOfScript } from './scriptInterpreter.js';
import { isExecutable, onPath, type Environment } from './searchPath.js';
import { condaPrefixes, poetryPrefix, uvPython } from './environmentManagers.js';

/** A Python that may be one: nothing has run it yet. */
export interface Candidate {
  readonly path: string;
  readonly source: InterpreterSource;
  /** Arguments that make the launcher pick a Python: `py -3`. */
  readonly args?: readonly string[];
}

export interface SearchOptions {
  /** The application's folder. */
  readonly root: string;
  /** Outermost folder whose environments belong to `root`; default `root` itself. */
  readonly within?: string;
  /** A person's choice: the setting, or what the Python extension has selected. */
  readonly chosen?: string;
  readonly chosenSource?: 'setting' | 'python-extension';
  readonly env?: Environment;
}

const windows = process.platform === 'win32';

/** Where `prefix` keeps its Python. */
export function pythonOfPrefix(prefix: string): string[] {
  return windows
    ? [path.join(prefix, 'Scripts', 'python.exe'), path.join(prefix, 'python.exe')]
    : [path.join(prefix, 'bin', 'python'), path.join(prefix, 'bin', 'python3')];
}

/**
 * Candidates in the order a person expects, found lazily: a later source is not even looked at when an
 * earlier one has what is needed. Poetry, uv and conda are asked only where the folder uses them.
 */
export async function* candidates(options: SearchOptions): AsyncGenerator<Candidate> {
  const env = options.env ?? process.env;
  if (options.chosen) {
    const source = options.chosenSource ?? 'setting';
    yield { path: await chosenPath(options.chosen, options.root, env), source };
    // The setting is an order; the Python extension's choice may be its default.
    if (source === 'setting') return;
  }
  const seen = new Set<string>();
  for await (const candidate of discovered(options, env)) {
    const key = [candidate.path, ...(candidate.args ?? [])].join('\0');
    if (seen.has(key)) continue;
    seen.add(key);
    yield candidate;
  }
}

/** What the choice means: `~`, the folder's variable, a folder with an environment, a name on PATH. */
async function chosenPath(chosen: string, root: string, env: Environment): Promise<string> {
  const home = env['HOME'] ?? env['USERPROFILE'] ?? '';
  const written = chosen
    .trim()
    .replace(/^~(?=[\\/])/, home)
    .replaceAll('${workspaceFolder}', root);
  if (!/[\\/]/.test(written)) return (await onPath(written, env))[0] ?? written;
  const file = path.resolve(root, written);
  for (const inside of pythonOfPrefix(file)) {
    if (await isExecutable(inside)) return inside;
  }
  return file;
}

async function* discovered(options: SearchOptions, env: Environment): AsyncGenerator<Candidate> {
  const folders = foldersUpTo(options.root, options.within ?? options.root);
  for (const folder of folders) {
    for (const name of ['.venv', 'venv', 'env']) {
      yield* firstOf(pythonOfPrefix(path.join(folder, name)), 'venv');
    }
  }
  if (env['VIRTUAL_ENV']) yield* firstOf(pythonOfPrefix(env['VIRTUAL_ENV']), 'venv');
  for (const folder of folders) {
    const poetry = await poetryPrefix(folder, env);
    if (poetry) yield* firstOf(pythonOfPrefix(poetry), 'poetry');
    const uv = await uvPython(folder, env);
    if (uv) yield { path: uv, source: 'uv' };
    for (const prefix of await condaPrefixes(folder, env)) {
      yield* firstOf(pythonOfPrefix(prefix), 'conda');
    }
  }
  if (env['CONDA_PREFIX']) yield* firstOf(pythonOfPrefix(env['CONDA_PREFIX']), 'conda');
  for (const script of await onPath('quantum', env)) {
    const interpreter = await interpreterOfScript(script);
    if (interpreter) yield { path: interpreter, source: 'quantum-on-path' };
  }
  yield* pythonsOnPath(env);
}

async function* pythonsOnPath(env: Environment): AsyncGenerator<Candidate> {
  for (const name of ['python3.14', 'python3.13', 'python3.12', 'python3', 'python']) {
    for (const file of await onPath(name, env)) yield { path: file, source: 'path' };
  }
  if (windows) {
    for (const file of await onPath('py', env)) yield { path: file, source: 'path', args: ['-3'] };
  }
  const home = env['HOME'] ?? env['USERPROFILE'];
  const pyenv = env['PYENV_ROOT'] ?? (home ? path.join(home, '.pyenv') : null);
  if (!pyenv) return;
  const versions = path.join(pyenv, 'versions');
  const names = await readdir(versions).catch((): string[] => []);
  names.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  const local = await readFile(path.join(pyenv, 'version'), 'utf8').catch(() => '');
  const preferred = local.split(/\s+/).filter((name) => names.includes(name));
  for (const name of new Set([...preferred, ...names])) {
    yield* firstOf(pythonOfPrefix(path.join(versions, name)), 'path');
  }
}

async function* firstOf(
  files: readonly string[],
  source: InterpreterSource,
): AsyncGenerator<Candidate> {
  for (const file of files) {
    if (await isExecutable(file)) {
      yield { path: file, source };
      return;
    }
  }
}

/** `root` and the folders above it, up to and with `within`. Only `root` when it is not inside. */
function foldersUpTo(root: string, within: string): string[] {
  const relative = path.relative(within, root);
  if (relative.startsWith('..') || path.isAbsolute(relative)) return [root];
  const folders = [root];
  for (let at = root; at !== within && at !== path.dirname(at);) {
    at = path.dirname(at);
    folders.push(at);
  }
  return folders;
}
