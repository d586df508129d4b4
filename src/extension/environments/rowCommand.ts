import type { EnvironmentVariable, Environment } from '../../protocol/environments.js';
import { requireTrust } from '../platform/trust.js';
import type { EnvironmentsNode } from './environmentRows.js';
import { environmentTarget, rowOf, variableTarget, type TargetDeps } from './environmentTarget.js';

/** What is done with a row, or with what a person picks where there is none. */
export type OnRow = (row: EnvironmentsNode | undefined) => Promise<void>;

/** A command of a trusted window on the row it means. */
export const onRow =
  ({ view }: Pick<TargetDeps, 'view'>, run: OnRow) =>
  async (argument: unknown): Promise<void> => {
    requireTrust();
    await run(await rowOf(argument, view));
  };

/** Something done with an environment; `ask` is what a person is asked when no row says which. */
export const withEnvironment =
  (
    deps: TargetDeps,
    ask: string,
    run: (environment: Environment) => unknown,
    fits?: (environment: Environment) => boolean,
  ): OnRow =>
  async (row) => {
    await run(await environmentTarget(row, ask, deps, fits));
  };

/** Something done with a variable, as `withEnvironment`. */
export const withVariable =
  (
    deps: TargetDeps,
    ask: string,
    run: (variable: EnvironmentVariable) => unknown,
    fits?: (variable: EnvironmentVariable) => boolean,
  ): OnRow =>
  async (row) => {
    await run(await variableTarget(row, ask, deps, fits));
  };

/** The keys are one for both: on the row of a variable they mean that. */
export const byRow =
  (ofEnvironment: OnRow, ofVariable: OnRow): OnRow =>
  (row) =>
    row?.kind === 'variable' ? ofVariable(row) : ofEnvironment(row);
