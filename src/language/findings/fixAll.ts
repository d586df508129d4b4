import type { FixEdit } from './finding.js';
import type { ShownFinding } from './shown.js';

/**
 * The edits of every fix that is right nearly always, in order and not overlapping: where two would touch,
 * one is taken, and the other is there again afterwards. What several write at one place is in the order
 * of the text: elements that are closed there are closed from the inside.
 */
export function fixAllEdits(findings: readonly ShownFinding[]): FixEdit[] {
  const taken: FixEdit[] = [];
  const ordered = [...findings].sort((a, b) => b.start - a.start);
  for (const { fixes } of ordered) {
    const preferred = fixes?.().find((fix) => fix.isPreferred === true && !fix.creates);
    if (!preferred || preferred.edits.some((edit) => taken.some((one) => touches(edit, one)))) {
      continue;
    }
    taken.push(...preferred.edits);
  }
  return taken.sort((a, b) => a.start - b.start);
}

function touches(a: FixEdit, b: FixEdit): boolean {
  const areInserted = a.start === a.end && b.start === b.end;
  return !areInserted && a.start <= b.end && b.start <= a.end;
}
