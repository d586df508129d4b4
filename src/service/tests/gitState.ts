import { runProgram } from '../../framework/runProgram.js';

/** What is checked out: both null outside of git, no branch where a commit alone is. */
export interface GitState {
  readonly commit: string | null;
  readonly branch: string | null;
}

/** The commit and the branch that are checked out at `root`. */
export async function gitState(root: string): Promise<GitState> {
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
