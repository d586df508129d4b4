import type { FoundSuites } from '../../../framework/bridgeMessages.js';

export interface PlannedFile {
  /** Relative to the checkout, with `/`. */
  readonly file: string;
  /** Its result was asked for; else it runs because one after it needs what it leaves in the database. */
  readonly isWanted: boolean;
}

/**
 * What has to run so that `wanted` has results, in the runner's order. Tests that share a database see
 * what those before them wrote: where one of them is wanted, those run, too.
 */
export function planOf(
  { suites }: Pick<FoundSuites, 'suites'>,
  wanted: ReadonlySet<string>,
): PlannedFile[] {
  const all = suites.flatMap(({ tests }) => tests);
  const lastThatShares = all.findLastIndex(
    ({ file, sharesData }) => sharesData && wanted.has(file),
  );
  return all.flatMap(({ file, sharesData }, index) => {
    const isWanted = wanted.has(file);
    return isWanted || (sharesData && index < lastThatShares) ? [{ file, isWanted }] : [];
  });
}
