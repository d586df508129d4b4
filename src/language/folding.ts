import { elements, type Element } from './elements.js';
import { scanTags } from './scanTags.js';

/** A stretch that may be folded, by offsets: from the end of what stays visible to where it ends. */
export interface Fold {
  readonly kind: 'element' | 'comment' | 'imports';
  readonly start: number;
  readonly end: number;
}

/** Elements with a body, comments, and runs of imports. The caller drops those within one line. */
export function folding(text: string): Fold[] {
  const scan = scanTags(text);
  const folds: Fold[] = [];
  const visit = (list: readonly Element[]) => {
    for (const element of list) {
      // The closing tag stays visible; without one the fold takes all that is left.
      folds.push({
        kind: 'element',
        start: element.open.start,
        end: element.close?.start ?? element.end,
      });
      visit(element.children);
    }
    folds.push(...importRuns(list));
  };
  visit(elements(scan, text.length));
  for (const { kind, start, end } of scan.opaque) {
    if (kind === 'comment') folds.push({ kind: 'comment', start, end });
  }
  return folds;
}

function importRuns(list: readonly Element[]): Fold[] {
  const runs: Fold[] = [];
  let run: Element[] = [];
  const finish = () => {
    const [first] = run;
    const last = run.at(-1);
    if (first && last && first !== last) {
      runs.push({ kind: 'imports', start: first.open.start, end: last.end });
    }
    run = [];
  };
  for (const element of list) {
    if (element.open.name === 'q:import') run.push(element);
    else finish();
  }
  finish();
  return runs;
}
