import type { LanguageContext } from '../completion/languageContext.js';
import type { Expression } from '../expression/ast.js';
import type { FunctionCall } from '../expression/names.js';
import { parameterNames, signatureOf } from '../hover/signatureHelpAt.js';
import { spanOf, type ExpressionUse } from '../scope/expressionUse.js';
import type { Hint } from './hint.js';

/** The names of parameters that a call gives by their position, where the argument does not say it itself. */
export function parameterHints(use: ExpressionUse, context: LanguageContext): Hint[] {
  return use.calls.flatMap((call) => ofCall(call, use, context));
}

function ofCall(call: FunctionCall, use: ExpressionUse, context: LanguageContext): Hint[] {
  const signature = signatureOf(context, call.name);
  if (!signature) return [];
  const isBuiltIn = context.catalogue.functions.some(({ name }) => name === call.name);
  // People know what `upper` is handed; among three values they lose track.
  if (isBuiltIn && call.arguments.length < 3) return [];
  const names = parameterNames(signature);
  if (names.includes('…')) return [];
  return call.arguments.flatMap((argument, at) => {
    const name = names[at];
    if (argument.name || name === undefined || says(argument.value, name))
      return [];
    const { start } = spanOf(use, argument);
    return [{ kind: 'parameter' as const, offset: use.anchor.start + start, label: `${name}:` }];
  });
}

/** Whether an argument is called as its parameter is: `order.id` for `id`, and for `orderId`. */
function says(value: Expression, parameter: string): boolean {
  const wanted = plain(parameter);
  if (value.kind === 'name') return plain(value.name) === wanted;
  if (value.kind !== 'member') return false;
  const object = value.object.kind === 'name' ? value.object.name : '';
  return [value.property.name, object + value.property.name].some((name) => plain(name) === wanted);
}

function plain(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}
