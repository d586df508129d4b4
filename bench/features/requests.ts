import { quantile, spread, type BenchResult } from '../bench.js';

/** The 99th percentile of what a request took, in ms. */
export function requestResult(
  name: string,
  samples: readonly number[],
  floors: readonly number[],
  limit: number,
): BenchResult {
  const value = quantile(samples, 0.99);
  const floor = quantile(floors, 0.99);
  return {
    name: `${name}, p99`,
    value,
    unit: 'ms',
    n: samples.length,
    spread: spread(samples),
    floor,
    ratio: value / floor,
    target: `≤ ${limit} ms`,
    ok: value <= limit,
  };
}
