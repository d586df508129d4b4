import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, realpath, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { findInstallation, findInterpreters } from '../../src/framework/findInstallation.js';
import { InterpreterProbe } from '../../src/framework/probe.js';
import type { SearchOptions } from '../../src/framework/candidates.js';

let base: string;
let root: string;
let home: string;
let bin: string;
let env: Record<string, string>;

beforeEach(async () => {
  base = await realpath(await mkdtemp(path.join(tmpdir(), 'quantum-discovery-')));
  [root, home, bin] = ['app', 'home', 'bin'].map((name) => path.join(base, name)) as [
    string,
    string,
    string,
  ];
  for (const folder of [root, home, bin]) await mkdir(folder);
  env = { HOME: home, PATH: bin };
});
afterEach(() => rm(base, { recursive: true, force: true }));

const find = (options: Partial<SearchOptions> = {}) => findInstallation({ root, env, ...options });

async function program(file: string, body: string): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `#!/bin/sh\n${body}\n`);
  await chmod(file, 0o755);
  return file;
}

/** A program that answers the question an interpreter is asked, as a Python of `version` would. */
async function python(file: string, version: string, framework: string | null): Promise<string> {
  const packages = path.join(path.dirname(file), `packages of ${path.basename(file)}`);
  await mkdir(packages, { recursive: true });
  if (framework !== null) await install(packages, framework);
  const answer = JSON.stringify([file, version.split('.').map(Number), [packages]]);
  return program(file, `echo x >> '${file}.runs'; printf '%s\\n' '${answer}'`);
}

async function install(packages: string, version: string): Promise<void> {
  const info = path.join(packages, `quantum_framework-${version}.dist-info`);
  await mkdir(info, { recursive: true });
  await writeFile(
    path.join(info, 'METADATA'),
    `Metadata-Version: 2.1\nVersion: ${version}\n\nVersion: 9\n`,
  );
}

describe('the interpreter a person expects', () => {
  it('is found in the order: setting, Python extension, folder, Poetry, uv, conda, quantum, PATH', async () => {
    const at = {
      setting: await python(path.join(base, 'chosen'), '3.12.1', '1.0.1'),
      venv: await python(path.join(root, '.venv', 'bin', 'python'), '3.12.1', '1.0.1'),
      venv2: await python(path.join(root, 'venv', 'bin', 'python'), '3.12.1', '1.0.1'),
      venv3: await python(path.join(root, 'env', 'bin', 'python'), '3.12.1', '1.0.1'),
      poetry: await python(path.join(base, 'poetry env', 'bin', 'python'), '3.12.1', '1.0.1'),
      uv: await python(path.join(base, 'uv-python'), '3.12.1', '1.0.1'),
      conda: await python(path.join(base, 'conda', 'shop', 'bin', 'python'), '3.12.1', '1.0.1'),
      quantum: await python(path.join(base, 'tool', 'bin', 'python3.12'), '3.12.1', '1.0.1'),
      path: await python(path.join(bin, 'python3.13'), '3.13.0', '1.0.1'),
      path2: await python(path.join(bin, 'python3'), '3.12.1', '1.0.1'),
      pyenv: await python(
        path.join(home, '.pyenv', 'versions', '3.12.1', 'bin', 'python'),
        '3.12.1',
        '1.0.1',
      ),
    };
    await program(
      path.join(bin, 'poetry'),
      `echo "Warning: old lock file"; echo '${base}/poetry env'`,
    );
    await program(path.join(bin, 'uv'), `echo '${at.uv}'`);
    const list = JSON.stringify({
      envs: [path.join(base, 'conda'), path.join(base, 'conda', 'shop')],
    });
    await program(path.join(bin, 'conda'), `echo '${list}'`);
    await writeFile(path.join(root, 'poetry.lock'), '');
    await writeFile(path.join(root, 'uv.lock'), '');
    await writeFile(path.join(root, 'environment.yml'), 'name: shop\ndependencies: []\n');
    await writeFile(path.join(bin, 'quantum'), `#!${at.quantum}\nimport sys\n`);
    await chmod(path.join(bin, 'quantum'), 0o755);

    const chosen = { chosen: at.setting, chosenSource: 'python-extension' as const };
    const found = await findInterpreters({ root, env, ...chosen });
    assert.deepEqual(
      found.map(({ interpreter }) => [interpreter?.source, interpreter?.path]),
      [
        ['python-extension', at.setting],
        ['venv', at.venv],
        ['venv', at.venv2],
        ['venv', at.venv3],
        ['poetry', at.poetry],
        ['uv', at.uv],
        ['conda', at.conda],
        ['quantum-on-path', at.quantum],
        ['path', at.path],
        ['path', at.path2],
        ['path', at.pyenv],
      ],
    );
    assert.deepEqual(
      (await findInterpreters({ root, env, chosen: at.setting })).map(
        ({ interpreter }) => interpreter,
      ),
      [{ path: at.setting, pythonVersion: '3.12.1', source: 'setting' }],
    );
  });

  it('is not asked of Poetry, uv or conda where the folder does not use them', async () => {
    for (const name of ['poetry', 'uv', 'conda']) {
      await program(path.join(bin, name), `touch '${base}/asked'`);
    }
    await find();
    await assert.rejects(realpath(path.join(base, 'asked')));
  });

  it('may be named by a folder, a name on PATH, `~` or relative to the project', async () => {
    const own = await python(path.join(root, 'tools', 'bin', 'python'), '3.12.1', '1.0.1');
    const named = await python(path.join(bin, 'python-of-mine'), '3.13.2', '1.0.1');
    const inHome = await python(path.join(home, 'py'), '3.14.0', '1.0.1');
    const path_ = async (chosen: string) => (await find({ chosen })).interpreter?.path;
    assert.equal(await path_('tools/bin/python'), own);
    assert.equal(await path_('./tools'), own);
    assert.equal(await path_('${workspaceFolder}/tools'), own);
    assert.equal(await path_('python-of-mine'), named);
    assert.equal(await path_('~/py'), inHome);
  });

  it('is looked for in the folders above too, up to the one that is open', async () => {
    const inner = path.join(root, 'apps', 'shop');
    await mkdir(inner, { recursive: true });
    const venv = await python(path.join(root, '.venv', 'bin', 'python'), '3.12.1', '1.0.1');
    assert.equal((await find({ root: inner, within: root })).interpreter?.path, venv);
    assert.equal((await find({ root: inner, within: inner })).interpreter, null);
  });
});

describe('a candidate is run, not just found', () => {
  it('passes over a shim that fails, one that hangs, one that babbles and a file that is no program', async () => {
    const good = await python(path.join(base, 'real', 'python'), '3.12.1', '1.0.1');
    await program(
      path.join(bin, 'python3.14'),
      'echo "pyenv: python3.14: command not found" >&2; exit 127',
    );
    await program(path.join(bin, 'python3.13'), 'read forever; exit 1');
    await program(path.join(bin, 'python3.12'), 'echo "{}"; echo "[1,2"');
    await writeFile(path.join(bin, 'python3'), 'not a program');
    await mkdir(path.join(bin, 'python'));
    assert.equal((await find()).interpreter, null);
    await program(path.join(bin, 'python3'), `exec '${good}' "$@"`);
    const { interpreter, version } = await find();
    // A shim that works gives way to the Python it stands for.
    assert.deepEqual([interpreter?.path, version], [good, '1.0.1']);
  });

  it('gives up on one that does not answer in time', async () => {
    await program(path.join(bin, 'python3.14'), 'exec /bin/sleep 60');
    const good = await python(path.join(bin, 'python3'), '3.12.1', '1.0.1');
    const begin = performance.now();
    const { interpreter } = await findInstallation({ root, env }, new InterpreterProbe(env, 400));
    assert.equal(interpreter?.path, good);
    assert.ok(performance.now() - begin >= 400);
  });

  it('ignores the `quantum` of a shell shim, and reads the long form of a shebang', async () => {
    const own = await python(path.join(base, 'a long way', 'bin', 'python3'), '3.12.1', '1.0.1');
    await program(path.join(bin, 'quantum'), 'exec pyenv exec quantum "$@"');
    assert.equal((await find()).interpreter, null);
    await program(path.join(bin, 'quantum'), `'''exec' "${own}" "$0" "$@"\n' '''`);
    assert.equal((await find()).interpreter?.source, 'quantum-on-path');
  });

  it('runs again only after the file was changed, and sees an installation at once', async () => {
    const file = await python(path.join(bin, 'python3'), '3.12.1', null);
    const probe = new InterpreterProbe(env);
    const again = () => findInstallation({ root, env }, probe);
    const runs = async () =>
      (await import('node:fs/promises').then((fs) => fs.readFile(`${file}.runs`, 'utf8')))
        .trim()
        .split('\n').length;
    assert.equal((await again()).version, null);
    await install(path.join(bin, 'packages of python3'), '1.0.2');
    assert.equal((await again()).version, '1.0.2');
    assert.equal(await runs(), 1);
    await utimes(file, new Date(), new Date(Date.now() + 5000));
    await again();
    assert.equal(await runs(), 2);
  });
});

describe('what is missing is said in a sentence', () => {
  it('no Python at all', async () => {
    assert.match(
      (await find()).problem ?? '',
      /No Python was found\. Install Python 3\.12 or newer/,
    );
  });

  it('a Python that is too old, named with its version', async () => {
    const old = await python(path.join(bin, 'python3'), '3.9.18', null);
    const { problem, interpreter } = await find();
    assert.equal(
      problem?.startsWith(`${old} is Python 3.9.18; Quantum needs Python 3.12 or newer.`),
      true,
    );
    assert.equal(interpreter?.pythonVersion, '3.9.18');
  });

  it('a Python without the framework, with the command that installs it; a later one that has it wins', async () => {
    const venv = await python(path.join(root, '.venv', 'bin', 'python'), '3.12.1', null);
    const { problem } = await find();
    assert.ok(
      problem?.includes(`"${venv}" -m pip install "quantum-framework>=1.0.1,<2"`),
      problem ?? '',
    );
    const other = await python(path.join(bin, 'python3'), '3.13.0', '1.0.1');
    assert.equal((await find()).interpreter?.path, other);
  });

  it('a setting that does not run: nothing stands in for it', async () => {
    await python(path.join(bin, 'python3'), '3.13.0', '1.0.1');
    const { problem, interpreter } = await find({ chosen: '/nowhere/python' });
    assert.equal(interpreter, null);
    assert.match(
      problem ?? '',
      /setting quantum\.python\.interpreter does not run: \/nowhere\/python/,
    );
  });

  it('a newer Python without the framework is named rather than an older one', async () => {
    await python(path.join(bin, 'python3'), '3.9.18', null);
    const newer = await python(
      path.join(home, '.pyenv', 'versions', '3.13.0', 'bin', 'python'),
      '3.13.0',
      null,
    );
    assert.equal((await find()).interpreter?.path, newer);
  });
});
