import type { LanguageContext } from '../completion/languageContext.js';
import { calledComponent } from '../completion/projectNames.js';
import { variableAt } from '../completion/variables.js';
import { entryOf, valueAt } from '../configuration/configurationDocument.js';
import { parseConfiguration } from '../configuration/parseConfiguration.js';
import type { Span } from '../expression/ast.js';
import { elementAround, tokenBefore } from '../place/elementAt.js';
import type { Element } from '../syntax/element.js';
import { attributeOf } from '../syntax/token.js';
import { definitionsAt, fileTarget, type Target } from './definitionsAt.js';
import { occurrenceAt } from './occurrencesIn.js';
import type { ReadDocument } from './projectDocuments.js';
import type { Occurrence } from './symbol.js';

/** What determines the type of what stands at a place. */
export interface TypeDefinition {
  readonly origin: Occurrence;
  readonly targets: readonly Target[];
  /** A datasource, which the configuration describes. */
  readonly datasource: string | null;
}

/**
 * What determines the type of what stands at `offset`: the query whose rows a variable has, the component
 * that is called, the parameter it is handed, the datasource; null where nothing is named.
 */
export async function typeDefinitionAt(
  context: LanguageContext,
  offset: number,
  read: ReadDocument,
): Promise<TypeDefinition | null> {
  const origin = occurrenceAt(context, offset);
  if (!origin) return null;
  const { symbol } = origin;
  if (symbol.kind === 'datasource') return { origin, targets: [], datasource: symbol.name };
  if (symbol.kind === 'alias') {
    const path = calledComponent(context, symbol.name)?.path;
    const file = path === undefined ? null : await read(path);
    const targets = file && path !== undefined ? [fileTarget(path, file)] : [];
    return { origin, targets, datasource: null };
  }
  const determining = symbol.kind === 'variable' ? ofVariable(context, origin) : null;
  if (determining) {
    const target = { path: context.path, context, ...nameSpan(determining) };
    return { origin, targets: [target], datasource: null };
  }
  const targets = (await definitionsAt(context, offset, read))?.targets ?? [];
  return { origin, targets, datasource: null };
}

/** Where the configuration names a datasource; null where it does not. */
export function datasourceKey(text: string, name: string): Span | null {
  const { content } = parseConfiguration(text);
  const key = entryOf(valueAt(content, ['datasources']), name)?.key;
  return key ? { start: key.start, end: key.end } : null;
}

function ofVariable(
  context: LanguageContext,
  { symbol, start, isDefinition }: Occurrence,
): Element | null {
  const token = tokenBefore(context.document, start + 1);
  const element = token?.kind === 'start' ? token.element : elementAround(context.document, start);
  if (!element) return null;
  if (isDefinition) return followed(context, element, new Set());
  return determiningElement(context, element, symbol.name, new Set());
}

/** The element that says what `name` holds for an expression in `element`. */
function determiningElement(
  context: LanguageContext,
  element: Element,
  name: string,
  seen: Set<Element>,
): Element | null {
  const definition = variableAt(context, element, name)?.definition;
  return definition ? followed(context, definition.element, seen) : null;
}

/** Loops hand on what they go through, and `value="{name}"` what that holds. */
function followed(context: LanguageContext, element: Element, seen: Set<Element>): Element {
  if (seen.has(element)) return element;
  seen.add(element);
  const name = handedOn(element);
  const around = element.tag.name === 'q:loop' ? element.parent : element;
  const source = name && around && determiningElement(context, around, name, seen);
  return source || element;
}

function handedOn({ tag }: Element): string | null {
  if (tag.name === 'q:set') return onlyName(attributeOf(tag, 'value')?.value);
  if (tag.name !== 'q:loop') return null;
  return attributeOf(tag, 'query')?.value ?? onlyName(attributeOf(tag, 'items')?.value);
}

function onlyName(value: string | null | undefined): string | null {
  return /^\s*\{\s*([A-Za-z_]\w*)\s*\}\s*$/.exec(value ?? '')?.[1] ?? null;
}

function nameSpan({ tag }: Element): Span {
  const name = attributeOf(tag, 'name');
  if (!name?.value) return { start: tag.start + 1, end: tag.start + 1 + tag.name.length };
  const start = tag.start + name.valueStart;
  return { start, end: start + name.value.length };
}
