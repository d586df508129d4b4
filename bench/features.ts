import type { BenchResult } from './bench.js';
import { largePageFeatures } from './features/largePage.js';
import { projectFeatures } from './features/wholeProject.js';

/** What a person asks the language server for: in a page of 10,000 lines, and across 10,000 files. */
export async function run(): Promise<readonly BenchResult[]> {
  return [...(await largePageFeatures()), ...(await projectFeatures())];
}
