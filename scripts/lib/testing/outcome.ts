export interface Failure {
  readonly name: string;
  /** `file:line`, null when it is not about a file. */
  readonly where: string | null;
  readonly message: string;
  /** Absolute path of the test file, null when it is not about one. */
  readonly file: string | null;
}

/** What came of one stage. */
export interface Outcome {
  readonly passed: number;
  readonly failures: readonly Failure[];
  readonly skipped: readonly string[];
  readonly timed: readonly { readonly name: string; readonly ms: number }[];
  /** What failed at first and passed when its file ran alone: see secondLook.ts. */
  readonly unsteady: readonly Failure[];
}

export const nothing: Outcome = { passed: 0, failures: [], skipped: [], timed: [], unsteady: [] };

/** The outcome of work that is one test in all, such as the linter. */
export async function single(name: string, work: () => Promise<void>): Promise<Outcome> {
  const start = performance.now();
  try {
    await work();
    return { ...nothing, passed: 1, timed: [{ name, ms: performance.now() - start }] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ...nothing, failures: [{ name, where: null, message, file: null }] };
  }
}

export function added(a: Outcome, b: Outcome): Outcome {
  return {
    passed: a.passed + b.passed,
    failures: [...a.failures, ...b.failures],
    skipped: [...a.skipped, ...b.skipped],
    timed: [...a.timed, ...b.timed],
    unsteady: [...a.unsteady, ...b.unsteady],
  };
}
