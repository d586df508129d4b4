import { execFile } from 'node:child_process';
import path from 'node:path';
import { builtProduct } from '../support/builtProduct.js';
import { quantumPython } from '../support/pythonEnvironment.js';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `quantum-admin test` over the service of that home. */
export async function run(home: string, ...args: string[]): Promise<Outcome> {
  const script = path.join(await builtProduct(), 'cli.js');
  const env = { ...process.env, CI: '', QUANTUM_ADMIN_HOME: home };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, 'test', ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

/** The environment of a service that finds the framework as it does for a person with `quantum` on the PATH. */
export async function withFramework(): Promise<{ readonly PATH: string }> {
  const folder = path.dirname(await quantumPython());
  return { PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}` };
}
