import { askFramework } from './askFramework.js';

export interface JudgedConfiguration {
  readonly text: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Also ask how pages and migrations connect to each datasource. */
  readonly connect?: boolean;
}

/** What the framework did with one configuration. */
export interface ConfigurationJudgement {
  /** Why the server did not start; null when it did. */
  readonly refused: { readonly type: string; readonly message: string } | null;
  readonly warnings: readonly string[];
  /** Why a connection of a datasource failed; null when it did not. */
  readonly connections?: Readonly<
    Record<string, { readonly pages: string | null; readonly migrate: string | null }>
  >;
}

/** Starts the framework's server on each configuration, one after the other. */
export function judgeConfigurations(
  requests: readonly JudgedConfiguration[],
): Promise<ConfigurationJudgement[]> {
  return askFramework('configurationJudge.py', requests);
}
