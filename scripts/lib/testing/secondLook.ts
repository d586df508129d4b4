import { added, type Failure, type Outcome } from './outcome.js';

/** More files than this that fail are no accident of a busy machine. */
const mostFiles = 3;

/** Runs one test file alone. */
export type RunAlone = (file: string) => Promise<Outcome>;

/**
 * Runs the test files that failed beside others once more, each alone on the machine, and answers the total.
 * A file that passes now was unsteady: it no longer fails the run, but it stays in the report with what it
 * said at first. A file that fails again failed, as does everything where more than three files failed.
 */
export async function secondLook(total: Outcome, runAlone: RunAlone): Promise<Outcome> {
  const files = new Set(total.failures.map(({ file }) => file));
  if (files.size === 0 || files.size > mostFiles || files.has(null)) return total;
  let outcome: Outcome = { ...total, failures: [] };
  for (const file of files) {
    if (file === null) continue;
    const first = total.failures.filter((failure) => failure.file === file);
    const again = await runAlone(file);
    outcome =
      again.failures.length > 0
        ? added(outcome, { ...again, passed: 0 })
        : added(outcome, settled(first));
  }
  return outcome;
}

/** What a file's failures come to when it passes alone: each test passed in the end, and was unsteady. */
function settled(first: readonly Failure[]): Outcome {
  return { passed: first.length, failures: [], skipped: [], timed: [], unsteady: first };
}
