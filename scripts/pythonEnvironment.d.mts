/**
 * Path of a Python that has quantum-framework 1.0.1: a virtual environment outside the sources, made on
 * first use and kept for the machine. Safe to call from several processes at once.
 * @throws Error naming the command that mends it, when there is no Python ≥ 3.12 or PyPI cannot be reached.
 */
export function ensureQuantumPython(options?: {
  readonly log?: (line: string) => void;
  readonly env?: NodeJS.ProcessEnv;
}): Promise<string>;

/** The release of quantum-framework the product is tested on. */
export const frameworkVersion: string;
