import { decodedAddress, pathOfLink } from '../project/links.js';
import { valueOf } from '../project/summarise.js';
import { SyntaxDocument } from '../syntax/document.js';
import type { Element } from '../syntax/element.js';
import { LineTable } from '../text/lineTable.js';

/** A test of an application, as far as it is about pages. */
export interface TestFacts {
  /** Of its file, from the project's root. */
  readonly path: string;
  readonly name: string;
  /** From 1. */
  readonly line: number;
  /** Addresses it asks for, each once. */
  readonly visits: readonly string[];
  /** Actions it sends a form to, with the address of their page. */
  readonly submits: readonly { readonly address: string; readonly action: string }[];
}

/** The tests in the text of a `*.test.q` file. */
export function testFacts(path: string, text: string): TestFacts[] {
  const document = new SyntaxDocument(text, 'test');
  const lines = new LineTable(text);
  const found: TestFacts[] = [];
  const find = (element: Element): void => {
    if (element.tag.name === 'q:test')
      found.push(
        testOf(path, lines.positionAt(element.tag.start).line + 1, {
          element,
          page: valueOf(element, 'page') ?? '/',
        }),
      );
    else for (const child of element.children) if (child.kind === 'element') find(child);
  };
  for (const root of document.roots) find(root);
  return found;
}

function testOf(
  path: string,
  line: number,
  { element, page }: { readonly element: Element; readonly page: string },
): TestFacts {
  const visits = new Set([addressOf(page)]);
  const submits = new Map<string, TestFacts['submits'][number]>();
  const step = (one: Element): void => {
    if (one.tag.name === 'test:visit') visits.add(addressOf(valueOf(one, 'path') ?? page));
    if (one.tag.name === 'test:submit') {
      const action = valueOf(one, 'action') ?? '';
      if (action !== '') submits.set(action, { address: addressOf(page), action });
    }
    for (const child of one.children) if (child.kind === 'element') step(child);
  };
  for (const child of element.children) if (child.kind === 'element') step(child);
  const name = valueOf(element, 'name') ?? '';
  return { path, name, line, visits: [...visits], submits: [...submits.values()] };
}

function addressOf(link: string): string {
  return decodedAddress(pathOfLink(link));
}
