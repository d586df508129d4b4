import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { gitState } from '../../../src/service/tests/gitState.js';

const run = promisify(execFile);

async function folder(t: TestContext): Promise<string> {
  const made = await realpath(await mkdtemp(path.join(tmpdir(), 'quantum-git-')));
  t.after(() => rm(made, { recursive: true, force: true }));
  return made;
}

const git = async (cwd: string, ...args: string[]): Promise<string> => {
  const who = ['-c', 'user.name=Tester', '-c', 'user.email=tester@example.com'];
  return (await run('git', [...who, ...args], { cwd })).stdout.trim();
};

/** A repository with one commit, and a folder in it. */
async function repository(
  t: TestContext,
): Promise<{ readonly root: string; readonly inner: string }> {
  const root = await folder(t);
  const inner = path.join(root, 'apps', 'shop');
  await mkdir(inner, { recursive: true });
  await git(root, 'init', '--quiet', '--initial-branch', 'main');
  await git(root, 'commit', '--quiet', '--allow-empty', '-m', 'One');
  return { root, inner };
}

test('what is checked out is told from any folder of a repository', async (t) => {
  const { root, inner } = await repository(t);
  const commit = await git(root, 'rev-parse', 'HEAD');
  assert.deepEqual(await gitState(inner), { commit, branch: 'main' });
  await git(root, 'switch', '--quiet', '-c', 'feature/cart');
  assert.deepEqual(await gitState(inner), { commit, branch: 'feature/cart' });
  await git(root, 'pack-refs', '--all');
  assert.deepEqual(await gitState(inner), { commit, branch: 'feature/cart' });
  await git(root, 'switch', '--quiet', '--detach');
  assert.deepEqual(await gitState(inner), { commit, branch: null });
});

test('a worktree has a branch of its own', async (t) => {
  const { root } = await repository(t);
  const beside = path.join(await folder(t), 'beside');
  await git(root, 'worktree', 'add', '--quiet', '-b', 'other', beside);
  await git(beside, 'commit', '--quiet', '--allow-empty', '-m', 'Two');
  const commit = await git(beside, 'rev-parse', 'HEAD');
  assert.deepEqual(await gitState(beside), { commit, branch: 'other' });
  assert.equal((await gitState(root)).branch, 'main');
});

test('outside of git, and before the first commit, there is neither', async (t) => {
  const root = await folder(t);
  assert.deepEqual(await gitState(root), { commit: null, branch: null });
  await git(root, 'init', '--quiet');
  assert.deepEqual(await gitState(root), { commit: null, branch: null });
});
