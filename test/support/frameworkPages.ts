import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { quantumPython } from './pythonEnvironment.js';

/** The folder of the pages that the framework brings along: 17 files below `components`. */
export async function frameworkPages(): Promise<string> {
  const ask = 'import quantum_admin, os; print(os.path.dirname(quantum_admin.__file__))';
  const { stdout } = await promisify(execFile)(await quantumPython(), ['-c', ask]);
  return stdout.trim();
}
