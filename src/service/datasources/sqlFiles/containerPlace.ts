import type { Engine } from '../../platform/docker/engine.js';
import { withSecret } from '../kinds/secretFile.js';
import { nothingToClose, type SqlPlace, type SqlTarget } from './sqlPlace.js';
import { flavourOf, type SqlTools } from './sqlTools.js';

export interface InContainer {
  readonly engine: Engine;
  readonly container: string;
  readonly tools: SqlTools;
  readonly target: SqlTarget;
  readonly where: string;
  readonly close?: () => Promise<void>;
}

/** The programs of a container that runs, which has the password in its file. */
export function containerPlace(at: InContainer): SqlPlace {
  const { engine, container, tools, target, where, close = nothingToClose } = at;
  return {
    ...{ where, close, framed: (text) => tools.framed(text) },
    async run(way, _, streams) {
      const { program, version } = await programIn(at, tools.programs[way], streams.signal);
      const args = tools.args(way, target, flavourOf(tools, version));
      return engine.run(container, withSecret(tools.variable, [program, ...args]), streams);
    },
  };
}

/** The first of these programs that a container has, and what it says of its version. */
export async function programIn(
  { engine, container }: Pick<InContainer, 'engine' | 'container'>,
  names: readonly string[],
  signal: AbortSignal,
): Promise<{ readonly program: string; readonly version: string }> {
  for (const program of names) {
    let version = '';
    const { exitCode } = await engine.run(container, ['sh', '-c', '"$0" --version', program], {
      signal,
      onOutput: (chunk) => {
        version += chunk.toString();
        return Promise.resolve();
      },
    });
    if (exitCode === 0) return { program, version };
  }
  return { program: names[0] ?? '', version: '' };
}
