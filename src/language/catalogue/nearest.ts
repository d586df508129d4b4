/**
 * The candidates a person may have meant by `name`, the nearest first: at most a third of the longer
 * word may differ, where a swap of neighbours, a missing, an extra and a wrong letter cost one each and
 * the case of a letter next to nothing. Equally near ones keep the order of the alphabet.
 */
export function nearest(name: string, candidates: Iterable<string>, limit = 3): readonly string[] {
  const found: { readonly candidate: string; readonly cost: number }[] = [];
  for (const candidate of new Set(candidates)) {
    if (candidate === name) continue;
    const allowed = Math.max(1, Math.floor(Math.max(name.length, candidate.length) / 3));
    const cost = distance(name, candidate, allowed);
    if (cost <= allowed) found.push({ candidate, cost });
  }
  found.sort((a, b) => a.cost - b.cost || (a.candidate < b.candidate ? -1 : 1));
  return found.slice(0, limit).map(({ candidate }) => candidate);
}

/** The one that was surely meant: the nearest, when no other is as near. */
export function closest(name: string, candidates: Iterable<string>): string | undefined {
  return nearest(name, candidates, 1)[0];
}

/** So little that a difference in case alone is always the nearest. */
const caseCost = 0.1;
const tooFar = Number.POSITIVE_INFINITY;

function letter(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  return a?.toLowerCase() === b?.toLowerCase() ? caseCost : 1;
}

/** Optimal string alignment; gives up beyond `allowed`. */
function distance(a: string, b: string, allowed: number): number {
  if (Math.abs(a.length - b.length) > allowed) return tooFar;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      let cost = Math.min(
        at(above, column) + 1,
        at(current, column - 1) + 1,
        at(above, column - 1) + letter(a[row - 1], b[column - 1]),
      );
      const swapped =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, at(before, column - 2) + 1);
      current.push(cost);
    }
    if (Math.min(...current) > allowed) return tooFar;
    before = above;
    above = current;
  }
  return at(above, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? tooFar;
}
