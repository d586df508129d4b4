import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runProgram } from '../../framework/runProgram.js';

/** What is checked out: both null outside of git, no branch where a commit alone is. */
export interface GitState {
  readonly commit: string | null;
  readonly branch: string | null;
}

/** The commit and the branch that are checked out at `root`. */
export async function gitState(root: string): Promise<GitState> {
  return readState(root) ?? (await askGit(root));
}

const commitName = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/** As it stands in git's own files: no program is started. Null where they say it in another way. */
function readState(root: string): GitState | null {
  if (process.env['GIT_DIR'] !== undefined) return null;
  const folder = gitFolder(root);
  if (folder === null) return { commit: null, branch: null };
  const head = textOf(path.join(folder, 'HEAD'));
  const [, branch] = /^ref: refs\/heads\/(.+)$/.exec(head) ?? [];
  if (branch === undefined) return commitName.test(head) ? { commit: head, branch: null } : null;
  // A worktree has its branches where the repository has them.
  const shared = path.resolve(folder, textOf(path.join(folder, 'commondir')) || '.');
  const ref = `refs/heads/${branch}`;
  const loose = textOf(path.join(shared, ref));
  const commit = loose || packed(textOf(path.join(shared, 'packed-refs')), ref);
  return commitName.test(commit) ? { commit, branch } : null;
}

function gitFolder(root: string): string | null {
  for (let folder = root; ; folder = path.dirname(folder)) {
    const found = path.join(folder, '.git');
    if (textOf(path.join(found, 'HEAD')) !== '') return found;
    const [, elsewhere] = /^gitdir: (.+)$/.exec(textOf(found)) ?? [];
    if (elsewhere !== undefined) return path.resolve(folder, elsewhere);
    if (folder === path.dirname(folder)) return null;
  }
}

const packed = (refs: string, ref: string): string =>
  refs
    .split('\n')
    .find((line) => line.endsWith(` ${ref}`))
    ?.split(' ')[0] ?? '';

/** Its lines; empty when it cannot be read. At once: each of these looks takes microseconds. */
function textOf(file: string): string {
  if (!existsSync(file)) return '';
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
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
