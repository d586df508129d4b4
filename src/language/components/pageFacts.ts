import type { Catalogue } from '../catalogue/types.js';
import { codeInfo } from '../findings/codes.js';
import { findOnce } from '../findings/documentFindings.js';
import { rangeOf } from '../findings/finding.js';
import { refusalRules } from '../findings/rules.js';
import type { ComponentSummary } from '../project/componentSummary.js';
import { summarise, valueOf } from '../project/summarise.js';
import { isOn } from '../syntax/booleans.js';
import { SyntaxDocument } from '../syntax/document.js';
import { endOfNode, startOf, type Element, type Node } from '../syntax/element.js';
import { LineTable } from '../text/lineTable.js';
import { workOf, type PageWork } from './statements.js';

/** What a `.q` file says by itself; all else is told by what stands around it. */
export interface PageFacts {
  readonly summary: ComponentSummary;
  /** Who may see the page and run its actions; null: everyone. */
  readonly guard: Guard | null;
  /** The comment at its top. */
  readonly description: string | null;
  /** The comments above its actions, in their order. */
  readonly actionDescriptions: readonly (string | null)[];
  /** Why the framework refuses it; null where it does not. */
  readonly refusal: string | null;
  /** What it asks of its databases. */
  readonly work: PageWork;
}

export interface Guard {
  readonly role: string | null;
  readonly permission: string | null;
}

/** Reads the facts of the text at `path`, from the project's root. */
export function pageFacts(path: string, text: string, catalogue: Catalogue): PageFacts {
  const document = new SyntaxDocument(text, 'page');
  const [root] = document.roots;
  const actions = root?.children.filter(isAction) ?? [];
  return {
    summary: summarise(document, path),
    guard: guardOf(root),
    description: root ? (commentAbove(text, document.nodes, root) ?? topComment(text, root)) : null,
    actionDescriptions: actions.map((action) => commentAbove(text, root?.children ?? [], action)),
    refusal: refusalOf(document, path, catalogue),
    work: workOf(document),
  };
}

/** As the parser reads it: a role or a permission without `require_auth` keeps nobody out. */
function guardOf(root: Element | undefined): Guard | null {
  if (!root || !isOn(root, 'require_auth')) return null;
  return {
    role: valueOf(root, 'require_role') || null,
    permission: valueOf(root, 'require_permission') || null,
  };
}

function isAction(node: Node): node is Element {
  return node.kind === 'element' && ['q:action', 'action'].includes(node.tag.name);
}

/** The comment right above a node, as one line. */
function commentAbove(text: string, siblings: readonly Node[], node: Node): string | null {
  for (let at = siblings.indexOf(node) - 1; at >= 0; at -= 1) {
    const above = siblings[at];
    if (above?.kind === 'comment') return sentenceIn(text, above);
    if (above?.kind !== 'text' || !above.isBlank) return null;
  }
  return null;
}

/** The comment that is the first thing in an element. */
function topComment(text: string, { children }: Element): string | null {
  const first = children.find((child) => child.kind !== 'text' || !child.isBlank);
  return first?.kind === 'comment' ? sentenceIn(text, first) : null;
}

const longestDescription = 300;

function sentenceIn(text: string, comment: Node): string | null {
  const inner = text.slice(startOf(comment), endOfNode(comment)).replace(/^<!--|-->$/g, '');
  const line = inner.replaceAll(/\s+/g, ' ').trim();
  if (line === '' || line.startsWith('quantum-')) return null;
  return line.length > longestDescription ? `${line.slice(0, longestDescription - 1)}…` : line;
}

/** The first thing in the text that the framework's parser refuses. */
function refusalOf(document: SyntaxDocument, path: string, catalogue: Catalogue): string | null {
  let first: { start: number; message: string } | null = null;
  for (const finding of findOnce(document, catalogue, path, refusalRules)) {
    const { consequence, severity } = codeInfo(finding.code);
    if (consequence !== 'parse' || severity !== 'error') continue;
    const { start } = rangeOf(finding);
    if (!first || start < first.start) first = { start, message: finding.message };
  }
  if (!first) return null;
  const { line } = new LineTable(document.text).positionAt(first.start);
  return `Line ${line + 1}: ${first.message}`;
}
