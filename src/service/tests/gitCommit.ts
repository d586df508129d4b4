import { runProgram } from '../../framework/runProgram.js';

/** The commit that is checked out at `root`; null outside of git. */
export async function gitCommit(root: string): Promise<string | null> {
  const { ok, stdout } = await runProgram('git', ['rev-parse', 'HEAD'], {
    cwd: root,
    timeoutMs: 3_000,
  });
  return ok ? stdout.trim() : null;
}
