import type { SyntaxDocument } from './document.js';
import { documentProblems } from './documentProblems.js';
import type { Element, PairingProblem } from './element.js';
import { namespaceProblems } from './namespaces.js';
import { endOf, type TokenProblemCode } from './token.js';

/** Every reason for which the framework's XML parser would refuse a document. */
export type SyntaxProblemCode = TokenProblemCode | PairingProblem['code'] | DocumentProblemCode;

/** What is wrong with the document as a whole. */
export type DocumentProblemCode =
  | 'no-root-element'
  | 'second-root-element'
  | 'text-outside-root'
  | 'misplaced-declaration'
  | 'misplaced-doctype'
  | 'unbound-prefix'
  | 'bad-namespace'
  | 'root-greater-than'
  | 'self-closed-raw-tag'
  | 'byte-order-mark';

/** Something not well-formed, by offsets of the document. */
export interface SyntaxProblem {
  readonly code: SyntaxProblemCode;
  readonly start: number;
  readonly end: number;
  /** The element it is about, where there is one. */
  readonly element: Element | null;
}

/** Everything that is not well-formed in `document`, by place. Empty if its XML would be read. */
export function syntaxProblems(document: SyntaxDocument): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const notable = document.tokens.filter((token) => token.isNotable);
  for (const token of notable) {
    for (const { code, start, end } of token.problems) {
      const element = token.kind === 'start' ? token.element : null;
      problems.push({ code, start: token.start + start, end: token.start + end, element });
    }
  }
  for (const problem of document.pairingProblems) problems.push(paired(problem));
  problems.push(...documentProblems(document, notable), ...namespaceProblems(document, notable));
  return problems.sort((a, b) => a.start - b.start);
}

function paired({ code, tag, element }: PairingProblem): SyntaxProblem {
  const lead = tag.kind === 'end' ? 2 : 1;
  const end = tag.kind === 'end' ? endOf(tag) : tag.start + lead + tag.name.length;
  return { code, start: tag.start, end, element };
}
