import type { SyntaxDocument } from './document.js';
import type { Element, Node } from './element.js';
import { rawNameOf } from './names.js';
import type { DocumentProblemCode, SyntaxProblem } from './problems.js';
import { endOf, type StartTag, type Text, type Token } from './token.js';

/** What stands where it may not, seen from the whole document. `notable`: its tokens of a rarer kind. */
export function documentProblems(
  document: SyntaxDocument,
  notable: readonly Token[],
): SyntaxProblem[] {
  return document.dialect === 'test'
    ? testProblems(document, notable)
    : pageProblems(document, notable);
}

function pageProblems(document: SyntaxDocument, notable: readonly Token[]): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  let root: Element | null = null;
  let doctypes = 0;
  for (const node of document.nodes) {
    switch (node.kind) {
      case 'element':
        if (root) problems.push(about('second-root-element', node));
        root ??= node;
        break;
      case 'doctype':
        doctypes += 1;
        if (root || doctypes > 1) problems.push(at('misplaced-doctype', node));
        break;
      case 'text':
        if (!isNothing(node, document)) problems.push(outside(node, document));
        break;
      case 'cdata':
      case 'raw':
        problems.push(at('text-outside-root', node));
        break;
      case 'instruction':
      case 'comment':
        break;
    }
  }
  if (!root && problems.length === 0) {
    problems.push({ code: 'no-root-element', start: 0, end: 0, element: null });
  }
  for (const token of notable) {
    if (token.kind === 'doctype' && token.start > (root?.tag.start ?? Infinity)) {
      if (!document.nodes.includes(token)) problems.push(at('misplaced-doctype', token));
    }
    if (token.kind === 'start' && token.selfClosing && swallows(token, document.text)) {
      problems.push(tagged('self-closed-raw-tag', token));
    }
  }
  problems.push(...declarationProblems(document, notable));
  return problems;
}

/** `*.test.q`: fragments side by side, without a prolog. */
function testProblems(document: SyntaxDocument, notable: readonly Token[]): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  if (document.text.startsWith('\uFEFF')) {
    problems.push({ code: 'byte-order-mark', start: 0, end: 1, element: null });
  }
  for (const token of notable) {
    if (token.kind === 'doctype') problems.push(at('misplaced-doctype', token));
    if (token.kind === 'instruction' && token.target === 'xml') {
      problems.push(at('misplaced-declaration', token));
    }
  }
  return problems;
}

/** The XML declaration may stand at the very beginning only. */
function declarationProblems(document: SyntaxDocument, notable: readonly Token[]): SyntaxProblem[] {
  const first = document.text.startsWith('\uFEFF') ? 1 : 0;
  return notable.flatMap((token) =>
    token.kind === 'instruction' && token.target === 'xml' && token.start > first
      ? [at('misplaced-declaration', token)]
      : [],
  );
}

/** Whether what follows `<script src="…"/>` is its body to the framework: an end tag comes later. */
function swallows(tag: StartTag, text: string): boolean {
  const raw = rawNameOf(tag.name);
  if (raw === null) return false;
  const close = new RegExp(`</${raw}\\s*>`, 'gi');
  close.lastIndex = endOf(tag);
  return close.test(text);
}

function isNothing(text: Text, document: SyntaxDocument): boolean {
  if (text.isBlank)
    return !/[^\s\uFEFF]|\u00A0/.test(contentOf(text, document)) || text.start === 0;
  return text.start === 0 && contentOf(text, document).replace('\uFEFF', '').trim() === '';
}

function contentOf(text: Text, document: SyntaxDocument): string {
  return document.text.slice(text.start, endOf(text));
}

function outside(text: Text, document: SyntaxDocument): SyntaxProblem {
  const content = contentOf(text, document);
  const start = text.start + (content.length - content.trimStart().length);
  return {
    code: 'text-outside-root',
    start,
    end: text.start + content.trimEnd().length,
    element: null,
  };
}

function at(code: DocumentProblemCode, node: Exclude<Node, Element>): SyntaxProblem {
  return { code, start: node.start, end: endOf(node), element: null };
}

function about(code: DocumentProblemCode, element: Element): SyntaxProblem {
  return tagged(code, element.tag);
}

function tagged(code: DocumentProblemCode, tag: StartTag): SyntaxProblem {
  return { code, start: tag.start, end: tag.start + 1 + tag.name.length, element: tag.element };
}
