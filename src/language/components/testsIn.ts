import { valueOf } from '../project/summarise.js';
import { SyntaxDocument } from '../syntax/document.js';
import { childElements, startOf } from '../syntax/element.js';
import { LineTable } from '../text/lineTable.js';

/** A test as its text has it. */
export interface WrittenTest {
  readonly name: string;
  /** From 1. */
  readonly line: number;
  /** The pages it asks for, as they are written: its own, and those its steps visit. */
  readonly visits: readonly string[];
}

/** The tests in the text of a `*.test.q`. */
export function testsIn(text: string): WrittenTest[] {
  const lines = new LineTable(text);
  return new SyntaxDocument(text, 'test').roots.flatMap((root) => {
    if (root.tag.name !== 'q:test') return [];
    const steps = childElements(root).filter(({ tag }) => tag.name === 'test:visit');
    const visits = [valueOf(root, 'page'), ...steps.map((step) => valueOf(step, 'path'))];
    return {
      name: valueOf(root, 'name') ?? '',
      line: lines.positionAt(startOf(root)).line + 1,
      visits: visits.flatMap((page) => page || []),
    };
  });
}
