import { onPath } from '../../../framework/searchPath.js';
import { runProgram } from '../../../framework/runProgram.js';
import type { SqlWay } from './sqlPlace.js';
import { versionOf, type SqlTools } from './sqlTools.js';

/** A client program of this machine. */
export interface ClientProgram {
  readonly file: string;
  /** All it says of its version. */
  readonly said: string;
}

export interface Unfit {
  readonly program: string;
  readonly version: string;
}

const patienceMs = 5_000;

/** The first program on PATH that can do it with a server of this version, else those that cannot. */
export async function clientProgram(
  tools: SqlTools,
  way: SqlWay,
  server: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<ClientProgram | readonly Unfit[]> {
  const unfit: Unfit[] = [];
  for (const program of tools.programs[way]) {
    for (const file of await onPath(program, env)) {
      const { ok, stdout } = await runProgram(file, ['--version'], { timeoutMs: patienceMs });
      if (!ok) continue;
      const version = versionOf(stdout);
      if (way === 'load' || tools.canDump(version, server)) return { file, said: stdout };
      unfit.push({ program, version });
    }
  }
  return unfit;
}
