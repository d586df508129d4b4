import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { onPath, type Environment } from './searchPath.js';
import { runProgram } from './runProgram.js';

const limitMs = 10_000;

/** Prefix of the environment Poetry keeps for `folder`; null where Poetry is not used or not installed. */
export async function poetryPrefix(folder: string, env: Environment): Promise<string | null> {
  const used =
    (await has(folder, 'poetry.lock')) ||
    /^\[tool\.poetry\b/m.test(await text(folder, 'pyproject.toml'));
  const [poetry] = used ? await onPath('poetry', env) : [];
  if (!poetry) return null;
  return lastPath(await ask(poetry, ['env', 'info', '-p'], folder, env));
}

/** The Python uv would run in `folder`; null where uv is not used or not installed. */
export async function uvPython(folder: string, env: Environment): Promise<string | null> {
  const used =
    (await has(folder, 'uv.lock')) ||
    (await has(folder, '.python-version')) ||
    /^\[tool\.uv\b/m.test(await text(folder, 'pyproject.toml'));
  const [uv] = used ? await onPath('uv', env) : [];
  if (!uv) return null;
  return lastPath(
    await ask(uv, ['python', 'find', '--offline', '--no-python-downloads'], folder, env),
  );
}

/** Prefixes of the conda environment `folder` names in environment.yml, or keeps inside it. */
export async function condaPrefixes(folder: string, env: Environment): Promise<string[]> {
  const inside = [path.join(folder, '.conda'), path.join(folder, 'envs')];
  const file = (await text(folder, 'environment.yml')) || (await text(folder, 'environment.yaml'));
  const name = /^name:\s*["']?([\w.-]+)/m.exec(file)?.[1];
  const conda = env['CONDA_EXE'] ?? (name ? (await onPath('conda', env))[0] : undefined);
  if (!name || !conda) return inside;
  const output = await ask(conda, ['env', 'list', '--json'], folder, env);
  return [...environmentsOf(output).filter((prefix) => path.basename(prefix) === name), ...inside];
}

function environmentsOf(output: string): string[] {
  try {
    const value: unknown = JSON.parse(output);
    const list = (value as { envs?: unknown } | null)?.envs;
    return Array.isArray(list) ? list.filter((prefix) => typeof prefix === 'string') : [];
  } catch {
    return [];
  }
}

async function ask(file: string, args: string[], cwd: string, env: Environment): Promise<string> {
  const { ok, stdout } = await runProgram(file, args, { cwd, env: { ...env }, timeoutMs: limitMs });
  return ok ? stdout : '';
}

/** Managers may say something before they answer: the path is the last line. */
function lastPath(output: string): string | null {
  const line = output.trim().split(/\r?\n/).at(-1)?.trim() ?? '';
  return path.isAbsolute(line) ? line : null;
}

const text = (folder: string, name: string): Promise<string> =>
  readFile(path.join(folder, name), 'utf8').catch(() => '');

const has = async (folder: string, name: string): Promise<boolean> =>
  (await readFile(path.join(folder, name)).catch(() => null)) !== null;
