import type { BenchResult } from './bench.js';
import { openAndClose } from './language/cycles.js';
import { typing } from './language/typing.js';
import { worstInputs } from './language/worstInputs.js';
import { indexBench } from './support/indexBench.js';

/**
 * The language core: keys in a large page, the worst there is to read, documents that come and go, and a
 * large project taken into the index.
 */
export async function run(): Promise<readonly BenchResult[]> {
  return [
    ...(await typing()),
    ...worstInputs(),
    ...(await openAndClose()),
    ...(await indexBench(process.cwd())),
  ];
}
