import type { Element } from '../../syntax/element.js';
import { endOfNode } from '../../syntax/element.js';
import { localOf, prefixOf } from '../../syntax/names.js';
import type { ElementRule } from '../rule.js';

/** An else belongs in its if or right behind it; behind an inner if it could belong to either. */
export const elses: ElementRule = (element, { place, report }) => {
  const isIf = localOf(element.tag.name) === 'if';
  const isComponent = place.reading.as === 'root' && place.reading.name === 'q:component';
  let before: Element | null = null;
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    const { name } = child.tag;
    const isQuantum = prefixOf(name) === 'q';
    if (!isElse(name) || !(isQuantum || isComponent)) {
      before = localOf(name) === 'if' && (isQuantum || isComponent) ? child : null;
      continue;
    }
    if (isIf && before) {
      const inner = before;
      const message = `This <${name}> could belong to either <q:if>, and the file is refused. Write it inside the inner one, or before it.`;
      report.atName('ambiguous-else', child, message, {
        fixes: ({ text }) => moveInto(inner, child, text),
      });
    }
    if (!isIf && !before) {
      const message = `<${name}> stands behind no <q:if>: the file is refused. Put it right after the </q:if> it belongs to.`;
      report.atName('stray-else', child, message);
    }
    if (isIf) before = null;
  }
};

function isElse(name: string): boolean {
  const local = localOf(name);
  return local === 'else' || local === 'elseif';
}

/** Moves an else to the end of the if before it. */
function moveInto(
  { endTag }: Element,
  branch: Element,
  text: string,
): { title: string; edits: { start: number; end: number; text: string }[] }[] {
  if (!endTag) return [];
  const start = branch.tag.start;
  const end = endOfNode(branch);
  return [
    {
      title: 'Move it into the inner if',
      edits: [
        { start: endTag.start, end: endTag.start, text: text.slice(start, end) },
        { start, end, text: '' },
      ],
    },
  ];
}
