import { isDrawn, isRunStatement, lookedThroughTo } from '../../place/drawn.js';
import { endOfNode, type Element } from '../../syntax/element.js';
import type { Fix } from '../finding.js';
import type { ElementRule } from '../rule.js';

/** Statements run before the page is drawn: in markup they never do, and the parser says so. */
export const statementInMarkup: ElementRule = (element, { place, report }) => {
  if (!isRunStatement(place)) return;
  const around = lookedThroughTo(place);
  const markup = around?.findLast(isDrawn);
  if (!around || !markup) return;
  const { name } = element.tag;
  const message = `<${name}> never runs inside <${markup.name}>: the file is refused. Move it before the markup.`;
  // The fix needs the outermost element of the markup.
  const depth = around.lastIndexOf(markup);
  report.atName('statement-in-markup', element, message, {
    fixes: ({ text }) => moveBefore(element, depth, text),
  });
};

function moveBefore(element: Element, depth: number, text: string): Fix[] {
  let target = element.parent;
  for (let level = 0; target && level < depth; level += 1) target = target.parent;
  if (!target) return [];
  const start = element.tag.start;
  const end = endOfNode(element);
  const to = target.tag.start;
  const indent = /[ \t]*$/.exec(text.slice(0, to))?.[0] ?? '';
  const edits = [
    { start: to, end: to, text: `${text.slice(start, end)}\n${indent}` },
    { start, end, text: '' },
  ];
  return [{ title: `Move it before <${target.tag.name}>`, edits }];
}
