/** From `at` of the new text on, `length` units are a run of the old text from `source` on. */
export interface MappedRun {
  readonly at: number;
  readonly source: number;
}

/**
 * A text made from another one by leaving parts out or writing them differently, and where its parts come from.
 * `runs` is null when nothing was changed: then each offset is the same in both.
 */
export interface MappedText {
  readonly text: string;
  /** In rising order; a run whose parts were rewritten as one has the same `source` at both ends. */
  readonly runs: readonly MappedRun[] | null;
  readonly source: MappedText | null;
}

/** A text as it is. */
export function unmapped(text: string): MappedText {
  return { text, runs: null, source: null };
}

/** The offset in the first text of all behind `mapped`, for an offset in `mapped.text`. */
export function sourceOffset(mapped: MappedText, offset: number): number {
  let at = offset;
  for (let each: MappedText | null = mapped; each !== null; each = each.source)
    if (each.runs !== null) at = sourceInRuns(each.runs, at);
  return at;
}

/** The offset in `mapped.text` for one in the first text behind it; inside a rewritten part, its beginning. */
export function mappedOffset(mapped: MappedText, sourceAt: number): number {
  const at = mapped.source === null ? sourceAt : mappedOffset(mapped.source, sourceAt);
  const { runs } = mapped;
  if (runs === null) return at;
  const index = lastRun(runs, (run) => run.source <= at);
  const run = runs[index];
  if (run === undefined) return at;
  const next = runs[index + 1];
  const found = run.at + (at - run.source);
  return next === undefined ? found : Math.min(found, next.at);
}

function sourceInRuns(runs: readonly MappedRun[], at: number): number {
  const index = lastRun(runs, (run) => run.at <= at);
  const run = runs[index];
  if (run === undefined) return at;
  const next = runs[index + 1];
  const found = run.source + (at - run.at);
  return next === undefined ? found : Math.min(found, next.source);
}

/** The last run that meets a claim that, once false, stays false. */
function lastRun(runs: readonly MappedRun[], isMet: (run: MappedRun) => boolean): number {
  let low = -1;
  let high = runs.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run !== undefined && isMet(run)) low = middle;
    else high = middle;
  }
  return low;
}
