import type { TestContext } from 'node:test';
import { ensurePackages } from '../../../scripts/lib/debian.js';
import { run, runOrThrow } from '../../../scripts/lib/run.js';
import { cleanUp } from '../../support/cleanup.js';

/** Two machines in one: this one with the engine, and a network of its own for what works with it. */
export interface FarNetwork {
  /** The engine's machine, as it is seen from there. */
  readonly engineHost: string;
  /** Runs a program there. */
  command(program: readonly string[]): [string, string[]];
}

/** A network namespace with one cable to this machine. Gone after the test. */
export async function farNetwork(t: TestContext): Promise<FarNetwork> {
  await ensurePackages(['iproute2'], console.log);
  const id = process.pid % 60_000;
  const name = `quantum-${id}`;
  const [near, far] = [`qn${id}`, `qf${id}`];
  const subnet = `10.${200 + (id % 50)}.${Math.floor(id / 50) % 250}`;
  const ip = (...args: string[]): Promise<string> => runOrThrow('ip', args);
  await ip('netns', 'add', name);
  cleanUp(t, () => run('ip', ['netns', 'del', name]));
  // It is gone with that only some time later.
  cleanUp(t, () => run('ip', ['link', 'del', near]));
  await ip('link', 'add', near, 'type', 'veth', 'peer', 'name', far, 'netns', name);
  await ip('addr', 'add', `${subnet}.1/24`, 'dev', near);
  await ip('link', 'set', near, 'up');
  await ip('-n', name, 'addr', 'add', `${subnet}.2/24`, 'dev', far);
  await ip('-n', name, 'link', 'set', far, 'up');
  await ip('-n', name, 'link', 'set', 'lo', 'up');
  return {
    engineHost: `${subnet}.1`,
    command: (program) => ['ip', ['netns', 'exec', name, ...program]],
  };
}
