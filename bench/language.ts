import type { BenchResult } from './bench.js';
import { indexBench } from './support/indexBench.js';

/** The language core: a large project taken into the index. */
export async function run(): Promise<readonly BenchResult[]> {
  return indexBench(process.cwd());
}
