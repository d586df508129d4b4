import type { Catalogue } from '../catalogue/types.js';
import { placesOf, type Place } from '../place/place.js';
import { testFile } from '../place/roots.js';
import type { ProjectView } from '../project/projectView.js';
import type { SyntaxDocument } from '../syntax/document.js';
import { childElements, type Element, type Node } from '../syntax/element.js';
import { ListValues } from '../syntax/listValues.js';
import { localOf } from '../syntax/names.js';
import { endOf, type Token } from '../syntax/token.js';
import type { Finding } from './finding.js';
import { reportInto } from './rule.js';
import { said } from './reads.js';
import { pageRules, testFileRules, type RuleSet } from './rules.js';

/** What was found in an element, while it and its place stay as they are. */
interface Kept {
  readonly place: Place;
  /** In the element and all it holds. */
  readonly findings: readonly Finding[];
}

const none: readonly Finding[] = [];

/**
 * Finds mistakes in one document, again and again as it is edited: only elements that changed, and those
 * around them, are looked at anew.
 */
export class DocumentFindings {
  private readonly rules: RuleSet;
  private readonly kept = new WeakMap<Element, Kept>();
  private readonly inner = new ListValues<Node, readonly Finding[], Place, null>((child, place) =>
    child.kind === 'element' ? this.of(child, place.enter(child.tag.name)) : none,
  );

  constructor(
    private readonly document: SyntaxDocument,
    private readonly catalogue: Catalogue,
    private readonly path: string | null = null,
    rules?: RuleSet,
  ) {
    this.rules = rules ?? (document.dialect === 'test' ? testFileRules : pageRules);
  }

  /** What is wrong with the document as it is now, in no particular order. */
  all(project: ProjectView | null = null): Finding[] {
    const findings: Finding[] = [];
    const places = placesOf(this.catalogue);
    for (const root of this.document.roots) {
      findings.push(...this.of(root, places.enter(root.tag.name, rootType(this.document, root))));
    }
    const report = reportInto(findings);
    const { document, catalogue, path } = this;
    const context = { catalogue, report, path, project };
    for (const rule of this.rules.documents) rule(document, context);
    return findings;
  }

  private of(element: Element, place: Place): readonly Finding[] {
    const known = this.kept.get(element);
    if (known?.place === place) return known.findings;
    const own: Finding[] = [];
    const source = (token: Token): string => this.document.text.slice(token.start, endOf(token));
    const context = { place, catalogue: this.catalogue, report: reportInto(own), source };
    if (!isPassedOver(element)) for (const rule of this.rules.elements) rule(element, context);
    for (const inner of this.inner.of(element.tag, element.children, place, null)) {
      for (const finding of inner) own.push(finding);
    }
    const findings = own.length > 0 ? own : none;
    this.kept.set(element, { place, findings });
    return findings;
  }
}

/** What `rules` find in a document that is read once and never edited: nothing is kept, which takes half the time. */
export function findOnce(
  document: SyntaxDocument,
  catalogue: Catalogue,
  path: string | null,
  rules: RuleSet,
): Finding[] {
  const findings: Finding[] = [];
  const report = reportInto(findings);
  const source = (token: Token): string => document.text.slice(token.start, endOf(token));
  const visit = (element: Element, place: Place): void => {
    const context = { place, catalogue, report, source };
    if (!isPassedOver(element)) for (const rule of rules.elements) rule(element, context);
    for (const child of element.children)
      if (child.kind === 'element') visit(child, place.enter(child.tag.name));
  };
  const places = placesOf(catalogue);
  for (const root of document.roots)
    visit(root, places.enter(root.tag.name, rootType(document, root)));
  const context = { catalogue, report, path, project: null };
  for (const rule of rules.documents) rule(document, context);
  return findings;
}

/** What tells documents of one root element apart. */
function rootType({ dialect }: SyntaxDocument, root: Element): string {
  if (dialect === 'test') return testFile;
  return localOf(root.tag.name) === 'application' ? said(root, 'type') : '';
}

/** A bare `<param>` at the top of a component counts only where no `<q:param>` stands beside it. */
function isPassedOver({ tag, parent }: Element): boolean {
  if (tag.name !== 'param' || !parent || parent.parent) return false;
  return childElements(parent).some((sibling) => sibling.tag.name === 'q:param');
}
