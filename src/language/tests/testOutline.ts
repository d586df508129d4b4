import { decodeAttribute } from '../expression/entities.js';
import { SyntaxDocument } from '../syntax/document.js';
import { childElements, type Element } from '../syntax/element.js';
import { attributeOf } from '../syntax/token.js';
import { LineTable } from '../text/lineTable.js';

/** A test as it is written, whether or not the file is valid at the moment. */
export interface OutlinedTest {
  readonly name: string;
  readonly page: string;
  /** 1-based, of its start tag. */
  readonly line: number;
  /** Whether it puts rows into the database or looks at them. */
  readonly usesDatabase: boolean;
}

const value = (element: Element, name: string): string | null =>
  attributeOf(element.tag, name)?.value ?? null;

const usesDatabase = (step: Element): boolean =>
  step.tag.name === 'test:given' ||
  value(step, 'table') !== null ||
  value(step, 'history') !== null;

/** An element that is a test, and those in it: one that is not closed yet holds what follows. */
function testsIn(element: Element): Element[] {
  const inner = childElements(element).flatMap(testsIn);
  return element.tag.name === 'q:test' ? [element, ...inner] : inner;
}

/** The tests of a `*.test.q` text, in its order. Those without a name, or with one that was before, have none. */
export function testOutline(text: string): OutlinedTest[] {
  const document = new SyntaxDocument(text, 'test');
  const lines = new LineTable(text);
  const found = new Map<string, OutlinedTest>();
  for (const element of document.roots.flatMap(testsIn)) {
    const name = value(element, 'name');
    if (name === null || name === '' || found.has(name)) continue;
    found.set(name, {
      name: decodeAttribute(name).text,
      page: decodeAttribute(value(element, 'page') ?? '/').text,
      line: lines.positionAt(element.tag.start).line + 1,
      usesDatabase: childElements(element).some(usesDatabase),
    });
  }
  return [...found.values()];
}
