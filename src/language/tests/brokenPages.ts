import { SyntaxDocument } from '../syntax/document.js';
import { childElements, endOfNode, startOf, type Element, type Node } from '../syntax/element.js';
import { valueOf } from '../project/summarise.js';

/** A page with one thing broken: a test worth having notices it. */
export interface BrokenPage {
  readonly what: 'content' | 'query' | 'action' | 'step';
  /** Of the query; of a step its element. */
  readonly name: string;
  readonly text: string;
}

/** Elements that draw nothing: what else stands in a page is its content. */
const drawsNothing = new Set(
  'q:import q:set q:query q:param q:action q:function q:log q:data q:invoke q:mail q:file q:transaction'.split(
    ' ',
  ),
);
const mostBroken = 12;

/** The page without its content, and with each query finding nothing. */
export function brokenPages(text: string): BrokenPage[] {
  const [root] = new SyntaxDocument(text, 'page').roots;
  if (!root) return [];
  const content = root.children.filter(
    (node) => node.kind === 'text' || (node.kind === 'element' && !drawsNothing.has(node.tag.name)),
  );
  const queries = elementsIn(
    root,
    (element) => !['q:action', 'q:function'].includes(element.tag.name),
  )
    .filter(({ tag }) => tag.name === 'q:query')
    .flatMap((element): BrokenPage[] => {
      const emptied = withoutRows(text, element);
      const name = valueOf(element, 'name') ?? '';
      return emptied === null ? [] : [{ what: 'query', name, text: emptied }];
    });
  const empty = { what: 'content', name: '', text: without(text, content) } as const;
  return [empty, ...queries].slice(0, mostBroken);
}

/** The page with the action doing nothing, and without each of its steps. */
export function brokenActions(text: string, action: string): BrokenPage[] {
  const [root] = new SyntaxDocument(text, 'page').roots;
  const element = root?.children.find(
    (node): node is Element =>
      node.kind === 'element' &&
      ['q:action', 'action'].includes(node.tag.name) &&
      valueOf(node, 'name') === action,
  );
  if (!element) return [];
  const steps = childElements(element).filter(({ tag }) => tag.name !== 'q:param');
  const idle = { what: 'action', name: action, text: without(text, steps) } as const;
  const each = steps.map((step): BrokenPage => {
    const name = `${step.tag.name} ${valueOf(step, 'name') ?? ''}`.trim();
    return { what: 'step', name, text: without(text, [step]) };
  });
  return [idle, ...each].slice(0, mostBroken);
}

function elementsIn(element: Element, enters: (element: Element) => boolean): Element[] {
  return childElements(element)
    .filter(enters)
    .flatMap((child) => [child, ...elementsIn(child, enters)]);
}

function without(text: string, nodes: readonly Node[]): string {
  let left = text;
  for (const node of [...nodes].sort((one, other) => startOf(other) - startOf(one)))
    left = left.slice(0, startOf(node)) + left.slice(endOfNode(node));
  return left;
}

/** The same columns and no row; null for what is no SELECT. */
function withoutRows(text: string, query: Element): string | null {
  const parts = query.children.filter((node) => node.kind === 'text' || node.kind === 'cdata');
  const sql = parts.find((node) => node.kind === 'cdata' || !node.isBlank);
  if (!sql) return null;
  const [start, end] = [startOf(sql), endOfNode(sql)];
  const written = text.slice(start, end).replace(/^<!\[CDATA\[|\]\]>$/g, '');
  if (!/^\s*(?:select|with)\b/i.test(written)) return null;
  const [before, after] = sql.kind === 'cdata' ? ['<![CDATA[', ']]>'] : ['', ''];
  const inner = written.trim().replace(/;$/, '');
  const emptied = `${before}SELECT * FROM (${inner}) AS found_nothing WHERE 1 = 0${after}`;
  return text.slice(0, start) + emptied + text.slice(end);
}
