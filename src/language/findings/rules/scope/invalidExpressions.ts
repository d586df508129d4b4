import type { Span } from '../../../expression/ast.js';
import { spanOf } from '../../../scope/expressionUse.js';
import type { Element } from '../../../syntax/element.js';
import { attributeOf } from '../../../syntax/token.js';
import type { FactsRule, UseRule } from './scopeRule.js';

/** Expressions the framework cannot read. */
export const invalidExpressions: UseRule = (use, { report }) => {
  if (use.mode === 'foreign') return;
  const [problem] = use.parsed.problems;
  if (!problem) return;
  const { start, end } = spanOf(use, markable(problem, use.source));
  const shown =
    use.mode === 'markup' ? ` Visitors see {${use.source.trim()}} as it is written.` : '';
  report.at('invalid-expression', use.anchor, start, end, problem.message + shown);
};

/** Where something is missing, the character before it is marked. */
function markable({ start, end }: Span, source: string): Span {
  if (end > start) return { start, end };
  const before = source.slice(0, start).trimEnd().length;
  return before > 0 ? { start: before - 1, end: before } : { start, end: start + 1 };
}

/** Braces without a partner. */
export const looseBraces: FactsRule = ({ loose }, { report }) => {
  for (const { kind, element, anchor, start, end } of loose) {
    if (kind === 'empty' && isEmptyObject(element, start)) continue;
    report.at('loose-brace', anchor, start, end, sentences[kind]);
  }
};

/** `{}` as the whole value of what is typed as an object: JSON, that is. */
function isEmptyObject(element: Element, at: number): boolean {
  const attribute = element.tag.attributes.find(
    ({ value, valueStart }) => value !== null && valueStart <= at && at < valueStart + value.length,
  );
  const type = attributeOf(element.tag, 'type')?.value?.toLowerCase() ?? '';
  return attribute?.value?.trim() === '{}' && (type === 'object' || type === 'json');
}

const sentences = {
  unclosed: 'This { has no }: visitors see it as it is written. Close the expression.',
  unopened: 'This } has no {: visitors see it as it is written. Open the expression, or remove it.',
  empty: 'Nothing stands in these braces: visitors see {} as it is written.',
} as const;
