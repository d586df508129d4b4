/** One measured figure. `floor`: the same work done bare, measured in the same run; `ratio`: value / floor. */
export interface BenchResult {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 's' | 'B' | 'MB' | '1/s' | 'x' | 'count';
  /** Samples behind `value`. */
  readonly n: number;
  /** Difference of the 90th and the 10th percentile, in `unit`. */
  readonly spread: number;
  readonly floor: number | null;
  readonly ratio: number | null;
  /** What was aimed at, in words: `p99 ≤ 10 ms`. */
  readonly target: string | null;
  /** Whether the target was met; null without one. Reported, never a failure. */
  readonly ok: boolean | null;
}

/** A benchmark is `bench/<name>.ts` exporting `run`. */
export interface Bench {
  run(): Promise<readonly BenchResult[]>;
}

/** The `p`-quantile (0 to 1) of unsorted samples by nearest rank. @throws RangeError when empty. */
export function quantile(samples: readonly number[], p: number): number {
  if (samples.length === 0) throw new RangeError('quantile of no samples');
  const sorted = [...samples].sort((a, b) => a - b);
  const rank = Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1));
  return sorted[rank] as number;
}

/** 90th minus 10th percentile. */
export function spread(samples: readonly number[]): number {
  return quantile(samples, 0.9) - quantile(samples, 0.1);
}
