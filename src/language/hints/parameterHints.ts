import type { LanguageContext } from '../completion/languageContext.js';
import type { Expression } from '../expression/ast.js';
import type { FunctionCall } from '../expression/names.js';
import { parameterNames, signatureOf } from '../hover/signatureHelpAt.js';
import { spanOf, type ExpressionUse } from '../scope/expressionUse.js';
import type { Hint } from './hint.js';

/** The names of parameters that calls give by their position, where the argument does not say it itself. */
export class ParameterHints {
  private readonly names = new Map<string, readonly string[]>();

  /** For one answer: each function is looked up once. */
  constructor(private readonly context: LanguageContext) {}

  of(use: ExpressionUse): Hint[] {
    return use.calls.flatMap((call) => {
      const isBuiltIn = this.context.catalogue.functions.some(({ name }) => name === call.name);
      // People know what `upper` is handed; among three values they lose track.
      if (isBuiltIn && call.arguments.length < 3) return [];
      return ofCall(call, this.namesOf(call.name), use);
    });
  }

  private namesOf(name: string): readonly string[] {
    let names = this.names.get(name);
    if (!names) {
      const signature = signatureOf(this.context, name);
      names = signature ? parameterNames(signature) : [];
      this.names.set(name, names);
    }
    return names;
  }
}

function ofCall(call: FunctionCall, names: readonly string[], use: ExpressionUse): Hint[] {
  if (names.includes('…')) return [];
  return call.arguments.flatMap((argument, at) => {
    const name = names[at];
    if (argument.name || name === undefined || says(argument.value, name)) return [];
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
