import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { runProgram } from '../../framework/runProgram.js';

/** What is checked out: both null outside of git, no branch where a commit alone is. */
export interface GitState {
  readonly commit: string | null;
  readonly branch: string | null;
}

/** The commit and the branch that are checked out at `root`. */
export async function gitState(root: string): Promise<GitState> {
  return (await readState(root)) ?? askGit(root);
}

const commitName = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/** As it stands in git's own files: no program is started. Null where they say it in another way. */
async function readState(root: string): Promise<GitState | null> {
  if (process.env['GIT_DIR'] !== undefined) return null;
  const folder = await gitFolder(root);
  if (folder === null) return { commit: null, branch: null };
  const head = await textOf(path.join(folder, 'HEAD'));
  const [, branch] = /^ref: refs\/heads\/(.+)$/.exec(head) ?? [];
  if (branch === undefined) return commitName.test(head) ? { commit: head, branch: null } : null;
  // A worktree has its branches where the repository has them.
  const shared = path.resolve(folder, (await textOf(path.join(folder, 'commondir'))) || '.');
  const ref = `refs/heads/${branch}`;
  const loose = await textOf(path.join(shared, ref));
  const commit = loose || packed(await textOf(path.join(shared, 'packed-refs')), ref);
  return commitName.test(commit) ? { commit, branch } : null;
}

async function gitFolder(root: string): Promise<string | null> {
  for (let folder = root; ; folder = path.dirname(folder)) {
    const found = path.join(folder, '.git');
    if ((await textOf(path.join(found, 'HEAD'))) !== '') return found;
    const [, elsewhere] = /^gitdir: (.+)$/.exec(await textOf(found)) ?? [];
    if (elsewhere !== undefined) return path.resolve(folder, elsewhere);
    if (folder === path.dirname(folder)) return null;
  }
}

const packed = (refs: string, ref: string): string =>
  refs
    .split('\n')
    .find((line) => line.endsWith(` ${ref}`))
    ?.split(' ')[0] ?? '';

/** Its lines; empty when it cannot be read. */
function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').then(
    (text) => text.trim(),
    () => '',
  );
}

async function askGit(root: string): Promise<GitState> {
  const { ok, stdout } = await runProgram('git', ['rev-parse', 'HEAD', '--abbrev-ref', 'HEAD'], {
    cwd: root,
    timeoutMs: 3_000,
  });
  const [commit, branch] = ok ? stdout.split('\n') : [];
  return {
    commit: commit ?? null,
    branch: branch === undefined || branch === 'HEAD' ? null : branch,
  };
}
