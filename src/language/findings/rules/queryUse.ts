import type { Element } from '../../syntax/element.js';
import { addAttribute } from '../fixes.js';
import { attributeNamed, said, textsIn, valueOf } from '../reads.js';
import type { ElementContext, ElementRule } from '../rule.js';
import { namedParameters } from './sqlParameters.js';

/** Parameters of a query and its name, against its SQL. */
export const queryUse: ElementRule = (element, context) => {
  if (context.place.read?.name !== 'q:query') return;
  const sql = textsIn(element, context.source).join('\n').trim();
  if (sql === '') return;
  const read = namedParameters(sql);
  const bound = new Set(
    [...sql.matchAll(/(?<!:):([\p{L}\p{N}_]+)/gu)].map(([, name = '']) => name),
  );
  for (const child of element.children) {
    if (child.kind === 'element') unused(child, bound, context);
  }
  const quoted = [...bound].find((name) => !read.has(name));
  if (quoted !== undefined && said(element, 'source') === '') {
    const message = `":${quoted}" in quotes, a comment or a cast is taken for a parameter when the query runs, which then fails. Write it another way.`;
    context.report.atName('quoted-sql-parameter', element, message);
  }
  if (!attributeNamed(element, 'name', 'result') && /^\s*select\b/i.test(sql)) {
    const message = 'Without a name nothing can show the rows this reads.';
    context.report.atName('nameless-query', element, message, {
      fixes: () => [{ title: 'Add name', edits: addAttribute(element, 'name', '') }],
    });
  }
};

function unused(
  param: Element,
  bound: ReadonlySet<string>,
  { place, report }: ElementContext,
): void {
  if (place.enter(param.tag.name).reading.name !== 'q:param') return;
  const attribute = attributeNamed(param, 'name');
  if (!attribute || valueOf(attribute) === '' || bound.has(valueOf(attribute))) return;
  const message = `The SQL reads no :${valueOf(attribute)}.`;
  report.atValue('unused-sql-parameter', param, attribute, message, { tag: 'unnecessary' });
}
