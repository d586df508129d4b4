import { completionContextAt } from '../completion/completionContext.js';
import { elementsNamed, plainValue } from '../completion/elementNames.js';
import { paramsOf } from '../completion/actionNames.js';
import type { LanguageContext } from '../completion/languageContext.js';
import { expressionContextAt } from '../expression/expressionContext.js';

/** A call as it can be written; parameters by their offsets in `label`. */
export interface Signature {
  readonly label: string;
  readonly documentation: string;
  readonly parameters: readonly { readonly start: number; readonly end: number }[];
}

export interface SignatureHelp {
  readonly signature: Signature;
  /** The parameter that is being written; null behind the last. */
  readonly activeParameter: number | null;
}

/** The call whose arguments are being written at `offset`; null outside of all. */
export function signatureHelpAt(context: LanguageContext, offset: number): SignatureHelp | null {
  const at = completionContextAt(context.document, context.catalogue, offset);
  if (at.kind !== 'expression') return null;
  const { source, caret } = at.expression;
  for (const call of expressionContextAt(source, caret).calls) {
    const signature = signatureOf(context, call.name);
    if (!signature) continue;
    const names = parameterNames(signature);
    const named = call.argumentName === null ? -1 : names.indexOf(call.argumentName);
    const active = named >= 0 ? named : call.argument;
    // `…` takes all that follow.
    const last = names.at(-1) === '…' ? names.length - 1 : Infinity;
    const index = Math.min(active, last);
    return { signature, activeParameter: index < names.length ? index : null };
  }
  return null;
}

/** The names of a call's parameters in their order; `…` takes all that follow. */
export function parameterNames({ label, parameters }: Signature): string[] {
  return parameters.map(({ start, end }) => (label.slice(start, end).split('=')[0] ?? '').trim());
}

/** How the function `name` of the framework or of the document is called; null where there is none. */
export function signatureOf(
  { catalogue, document }: LanguageContext,
  name: string,
): Signature | null {
  const known = catalogue.functions.find((one) => one.name === name);
  if (known) return withParameters(known.signature, known.doc);
  const own = elementsNamed(document, 'q:function').find((one) => plainValue(one, 'name') === name);
  if (!own) return null;
  const params = paramsOf(own).map((param) => param.name);
  return withParameters(`${name}(${params.join(', ')})`, plainValue(own, 'hint') ?? '');
}

function withParameters(label: string, documentation: string): Signature {
  const open = label.indexOf('(') + 1;
  const inside = label.slice(open, label.lastIndexOf(')'));
  const parameters: { start: number; end: number }[] = [];
  // Texts given by default may hold commas: `separator=", "`.
  for (const match of inside.matchAll(/(?:"[^"]*"|[^,"])+/g)) {
    const [written] = match;
    const start = open + match.index + (written.length - written.trimStart().length);
    if (written.trim() !== '') parameters.push({ start, end: start + written.trim().length });
  }
  return { label, documentation, parameters };
}
