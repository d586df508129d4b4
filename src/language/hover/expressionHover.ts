import { completionContextAt } from '../completion/completionContext.js';
import { columnsOf } from '../completion/columns.js';
import type { LanguageContext } from '../completion/languageContext.js';
import { variableAt } from '../completion/variables.js';
import { expressionContextAt } from '../expression/expressionContext.js';
import type { Definition } from '../scope/definition.js';
import type { Element } from '../syntax/element.js';
import { endOf } from '../syntax/token.js';
import { describeFunction, describeResult } from './describe.js';
import type { Hover } from './hoverAt.js';
import { block, escaped, inline, parts, sentence } from './markdown.js';

/** What a name in an expression is: a variable and where it is set, a function, a field. */
export function expressionHover(context: LanguageContext, offset: number): Hover | null {
  // The completion at the end of a character tells what it belongs to.
  const at = completionContextAt(context.document, context.catalogue, offset + 1);
  if (at.kind !== 'expression') return null;
  const { source, caret, rawOffset } = at.expression;
  const found = expressionContextAt(source, caret);
  const { start, end } = found.replace;
  const name = source.slice(start, end);
  const element = at.element ?? at.container;
  if (name === '' || !element || caret > end) return null;
  const markdown =
    found.kind === 'member'
      ? ofMember(context, element, found.path, name)
      : found.kind === 'value' || found.kind === 'operator'
        ? ofName(context, element, name, /^\s*\(/.test(source.slice(end)))
        : null;
  if (markdown === null) return null;
  const from = at.base + rawOffset(start);
  return { start: from, end: from + name.length, markdown };
}

function ofName(
  context: LanguageContext,
  element: Element,
  name: string,
  isCalled: boolean,
): string | null {
  const { catalogue } = context;
  const called = catalogue.functions.find((one) => one.name === name);
  if (isCalled) return called ? describeFunction(called) : null;
  const variable = variableAt(context, element, name);
  if (variable) return ofVariable(context, element, name, variable.definition);
  const known =
    catalogue.scopes.find((one) => one.name === name) ??
    catalogue.implicitVariables.find((one) => one.name === name);
  return known ? parts(`**${escaped(name)}**`, sentence(known.doc)) : null;
}

const kinds: Record<Definition['kind'], string> = {
  value: 'variable',
  rows: 'rows of a query',
  row: 'row of a loop',
  result: 'result',
  function: 'function',
  component: 'component',
  parameter: 'parameter',
  python: 'Python variable',
};

function ofVariable(
  context: LanguageContext,
  element: Element,
  name: string,
  definition: Definition,
): string {
  const { results, kind } = definition;
  const columns = kind === 'rows' || kind === 'row' ? columnsOf(context, element, name) : null;
  return parts(
    `**${escaped(name)}**, ${kinds[kind]}`,
    setBy(context, definition),
    columns !== null && columns.length > 0 && `Columns: ${columns.map(inline).join(', ')}.`,
    results !== null && describeResult(context.catalogue, results, []),
  );
}

/** The tag that binds a name, as it is written. */
function setBy({ document }: LanguageContext, { element: { tag } }: Definition): string {
  const line = document.text.slice(tag.start, endOf(tag)).replaceAll(/\s+/g, ' ');
  return block(line.length > 200 ? `${line.slice(0, 200)}…` : line);
}

function ofMember(
  context: LanguageContext,
  element: Element,
  path: readonly string[],
  name: string,
): string | null {
  const [first, ...steps] = path;
  if (first === undefined) return null;
  const definition = variableAt(context, element, first)?.definition;
  if (definition?.results) {
    const described = describeResult(context.catalogue, definition.results, [...steps, name]);
    if (described !== null) return parts(`**${escaped([...path, name].join('.'))}**`, described);
  }
  if (steps.length > 0) return null;
  if (definition && columnsOf(context, element, first)?.includes(name)) {
    return parts(`**${escaped(name)}**, column of ${inline(first)}`, setBy(context, definition));
  }
  const scoped = context.names
    .around(element)
    ?.scope.names.scoped.find((one) => one.scope === first && one.name === name);
  return scoped
    ? parts(`**${escaped(`${first}.${name}`)}**, set here:`, setBy(context, scoped))
    : null;
}
