import type { SyntaxDocument } from './syntax/document.js';
import { childElements, endOfNode, type Element } from './syntax/element.js';
import { endOf } from './syntax/token.js';

/** A stretch that may be folded, by offsets: from the end of what stays visible to where it ends. */
export interface Fold {
  readonly kind: 'element' | 'comment' | 'imports';
  readonly start: number;
  readonly end: number;
}

/** Elements with a body, comments, and runs of imports. The caller drops those within one line. */
export function folding(document: SyntaxDocument): Fold[] {
  const folds: Fold[] = [];
  const visit = (list: readonly Element[]) => {
    for (const element of list) {
      // The closing tag stays visible; without one the fold takes all that is left.
      const end = element.endTag?.start ?? endOfNode(element);
      folds.push({ kind: 'element', start: element.tag.start, end });
      visit(childElements(element));
    }
    folds.push(...importRuns(list));
  };
  visit(document.roots);
  for (const token of document.tokens) {
    if (token.kind !== 'comment') continue;
    folds.push({ kind: 'comment', start: token.start, end: endOf(token) });
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
      runs.push({ kind: 'imports', start: first.tag.start, end: endOfNode(last) });
    }
    run = [];
  };
  for (const element of list) {
    if (element.tag.name === 'q:import') run.push(element);
    else finish();
  }
  finish();
  return runs;
}
