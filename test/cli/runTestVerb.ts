import path from 'node:path';
import { quantumPython } from '../support/pythonEnvironment.js';
import { runCli, type Outcome } from './runCli.js';

/** Runs `quantum-admin test` over the service of that home. */
export const run = (home: string, ...args: string[]): Promise<Outcome> =>
  runCli(home, ['test', ...args]);

/** The environment of a service that finds the framework as it does for a person with `quantum` on the PATH. */
export async function withFramework(): Promise<{ readonly PATH: string }> {
  const folder = path.dirname(await quantumPython());
  return { PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}` };
}
