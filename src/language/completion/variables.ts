import type { Definition } from '../scope/definition.js';
import { definitionsNamed, isWithin, visibleNames, type Region } from '../scope/region.js';
import type { Element } from '../syntax/element.js';
import type { LanguageContext } from './languageContext.js';

/** A name an expression can read, and what binds it: the last before the place, else the first behind. */
export interface Variable {
  readonly name: string;
  readonly definition: Definition;
  /** Bound before the place. */
  readonly isBefore: boolean;
}

/** Variables that `element` can read, the nearest first, those that are bound behind it last. */
export function variablesAt({ names }: LanguageContext, element: Element): Variable[] {
  const around = names.around(element);
  if (!around) return [];
  const at = element.tag.start;
  const found: Variable[] = [];
  for (const name of visibleNames(around.region)) {
    const variable = variableIn(around.region, element, name);
    if (variable) found.push(variable);
  }
  const distance = ({ definition, isBefore }: Variable): number =>
    isBefore ? at - definition.element.tag.start : 1e9 + definition.element.tag.start;
  return found.sort((a, b) => distance(a) - distance(b));
}

/** What binds `name` for an expression in `element`; null where nothing does. */
export function variableAt(
  { names }: LanguageContext,
  element: Element,
  name: string,
): Variable | null {
  const around = names.around(element);
  return around && variableIn(around.region, element, name);
}

function variableIn(region: Region, element: Element, name: string): Variable | null {
  const definitions = definitionsNamed(region, name).filter(
    (definition) =>
      definition.element !== element &&
      (definition.where !== 'inside' || isWithin(element, definition.element)),
  );
  const before = definitions.filter(
    (definition) => definition.element.tag.start < element.tag.start,
  );
  const definition = before.at(-1) ?? definitions[0];
  return definition ? { name, definition, isBefore: before.length > 0 } : null;
}
