import type { BenchResult } from './bench.js';
import { typing } from './language/typing.js';
import { indexBench } from './support/indexBench.js';

/** The language core: keys in a large page, and a large project taken into the index. */
export async function run(): Promise<readonly BenchResult[]> {
  return [...(await typing()), ...(await indexBench(process.cwd()))];
}
