import { nearest } from '../../../catalogue/nearest.js';
import type { ExpressionFunction } from '../../../catalogue/types.js';
import type { FunctionCall } from '../../../expression/names.js';
import { spanOf, type ExpressionUse } from '../../../scope/expressionUse.js';
import { isRequired } from '../../../syntax/booleans.js';
import { childElements, type Element } from '../../../syntax/element.js';
import { attributeOf } from '../../../syntax/token.js';
import { dates } from './dates.js';
import type { NamesContext, UseRule } from './scopeRule.js';

/** Calls of functions that do not exist, or with arguments that do not fit. */
export const calls: UseRule = (use, context) => {
  if (use.mode === 'foreign') return;
  for (const call of use.calls) {
    const builtIn = context.catalogue.functions.find(({ name }) => name === call.name);
    const own = context.names.function(call.name);
    if (builtIn) checkBuiltIn(call, builtIn, use, context);
    else if (own) checkOwn(call, own.element, use, context);
    else unknown(call, use, context);
  }
};

function unknown(call: FunctionCall, use: ExpressionUse, context: NamesContext): void {
  const { catalogue, names, report } = context;
  if (names.isAnyOpen()) return;
  const functions = [...catalogue.functions.map(({ name }) => name), ...names.functions()];
  const [guess] = nearest(call.name, functions);
  const at = use.anchor.start;
  const { start, end } = spanOf(use, call);
  const advice =
    guess === undefined ? 'Write a q:function of that name.' : `Did you mean ${guess}()?`;
  const edits = [{ start: at + start, end: at + end, text: guess ?? '' }];
  report.at(
    'unknown-function',
    use.anchor,
    start,
    end,
    `There is no function ${call.name}: ${use.mode === 'markup' ? 'visitors see the expression as it is written' : 'the page stops with an error'}. ${advice}`,
    guess === undefined
      ? {}
      : { fixes: () => [{ title: `Write ${guess}`, edits, isPreferred: true }] },
  );
}

function checkBuiltIn(
  call: FunctionCall,
  { signature, minimum, maximum, name }: ExpressionFunction,
  use: ExpressionUse,
  { report }: NamesContext,
): void {
  const count = call.arguments.length;
  if (count < minimum || (maximum !== null && count > maximum)) {
    const message = `${name} is called as ${signature}, and here with ${count} argument${count === 1 ? '' : 's'}: the call fails.`;
    const { start, end } = spanOf(use, call);
    report.at('missing-argument', use.anchor, start, end, message);
  }
  dates(call, use, report);
}

function checkOwn(
  call: FunctionCall,
  element: Element,
  use: ExpressionUse,
  { report }: NamesContext,
): void {
  const params = childElements(element).filter(({ tag }) => tag.name === 'q:param');
  const names = params.map(({ tag }) => attributeOf(tag, 'name')?.value ?? '');
  const named = new Set(call.arguments.flatMap(({ name }) => (name ? [name.name] : [])));
  const positional = call.arguments.length - named.size;
  const { start, end } = spanOf(use, call);
  const missing = params.find(
    (param, at) =>
      at >= positional &&
      !named.has(names[at] ?? '') &&
      attributeOf(param.tag, 'default') === undefined &&
      isRequired(param),
  );
  if (missing) {
    const name = attributeOf(missing.tag, 'name')?.value ?? '';
    const message = `${call.name} needs its parameter ${name}: without it the call fails.`;
    report.at('missing-argument', use.anchor, start, end, message);
  }
  if (positional > params.length) {
    const message = `${call.name} takes ${params.length} argument${params.length === 1 ? '' : 's'}: what is more is ignored.`;
    report.at('needless-argument', use.anchor, start, end, message);
  }
  if (!hasReturn(element)) {
    const message = `${call.name} has no q:return, so its value is empty: add one.`;
    report.at('function-without-return', use.anchor, start, end, message);
  }
}

function hasReturn(element: Element): boolean {
  return childElements(element).some(
    (child) => child.tag.name === 'q:return' || child.tag.name === 'return' || hasReturn(child),
  );
}
