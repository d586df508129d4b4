import type { ParseArgsConfig } from 'node:util';
import type { CliService } from './cliService.js';
import type { Output } from './output.js';

/** How the program ends. Documented in docs/cli.md: scripts rely on it. */
export const exitCodes = { ok: 0, failed: 1, usage: 2, unavailable: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export type OptionValues = Readonly<Record<string, string | boolean | undefined>>;

export interface VerbContext {
  readonly home: string;
  readonly positionals: readonly string[];
  readonly values: OptionValues;
  readonly output: Output;
  /** The service, started when there is none. @throws ServiceUnavailableError */
  readonly service: () => Promise<CliService>;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** One thing the program does. `--json` and `--help` are everyone's. */
export interface Verb {
  /** As typed: `projects list`. */
  readonly name: string;
  /** What follows the name: `ID`, `[DIR]`. */
  readonly args?: string;
  readonly summary: string;
  readonly options?: NonNullable<ParseArgsConfig['options']>;
  /** A line for each option, for the help. */
  readonly optionHelp?: readonly string[];
  run(context: VerbContext): Promise<ExitCode>;
}

/** The command was not understood: said together with how it goes. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
