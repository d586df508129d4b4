/** Where an interpreter was found, in the order users expect (docs/architecture.md). */
export type InterpreterSource =
  'setting' | 'python-extension' | 'venv' | 'poetry' | 'uv' | 'conda' | 'quantum-on-path' | 'path';

/** A Python that was executed and answered. */
export interface Interpreter {
  readonly path: string;
  readonly pythonVersion: string;
  readonly source: InterpreterSource;
}

/** The framework as one interpreter has it. */
export interface Installation {
  readonly interpreter: Interpreter | null;
  /** Version of quantum-framework, null when it is not installed. */
  readonly version: string | null;
  /** One sentence, for a person, saying why it cannot be used and what to do; null when it can. */
  readonly problem: string | null;
}
