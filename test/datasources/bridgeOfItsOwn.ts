import type { TestContext } from 'node:test';
import { runOrThrow } from '../../scripts/lib/run.js';
import { cleanUp } from '../support/cleanup.js';
import { Random } from '../support/random.js';
import { seed } from '../support/slice.js';

/** The network of a second engine until the test ends: an engine without one takes away the bridge of the other. */
export async function bridgeOfItsOwn(t: TestContext): Promise<string> {
  const draw = new Random(seed + process.pid);
  const bridge = `qa${process.pid}`;
  await runOrThrow('ip', ['link', 'add', 'name', bridge, 'type', 'bridge']);
  cleanUp(t, async () => {
    await runOrThrow('ip', ['link', 'delete', bridge]);
  });
  const network = `10.${64 + draw.below(128)}.${draw.below(256)}.1/24`;
  await runOrThrow('ip', ['addr', 'add', network, 'dev', bridge]);
  await runOrThrow('ip', ['link', 'set', bridge, 'up']);
  return bridge;
}
