import { spawn } from 'node:child_process';
import type { ShellProgram } from '../../protocol/datasourceShell.js';
import { exitCodes, type ExitCode } from '../verb.js';

/** Of how this process runs; of no use to another. */
const ownVariables = ['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS'];

/** Hands this terminal to a program until it ends. @throws when there is no such program */
export function runHere({ program, args, env }: ShellProgram): Promise<ExitCode> {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !ownVariables.includes(name)),
  );
  // Ctrl-C is the program's: it goes to both.
  const leaveIt = (): void => undefined;
  process.on('SIGINT', leaveIt);
  return new Promise<ExitCode>((resolve, reject) => {
    const child = spawn(program, [...args], { env: { ...inherited, ...env }, stdio: 'inherit' });
    // The terminal is closed.
    process.once('SIGHUP', () => child.kill('SIGHUP'));
    child.on('error', (error: NodeJS.ErrnoException) => {
      const isMissing = error.code === 'ENOENT';
      reject(isMissing ? new Error(`There is no ${program} on this machine.`) : error);
    });
    child.on('close', (code) => resolve(code === 0 ? exitCodes.ok : exitCodes.failed));
  }).finally(() => process.off('SIGINT', leaveIt));
}
