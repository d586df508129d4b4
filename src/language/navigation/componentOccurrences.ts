import type { LanguageContext } from '../completion/languageContext.js';
import { calledComponent } from '../completion/projectNames.js';
import { elementsNamed } from '../completion/elementNames.js';
import type { Place } from '../place/place.js';
import type { Element } from '../syntax/element.js';
import { attributeOf, type Attribute } from '../syntax/token.js';
import type { NamedSymbol, Occurrence } from './symbol.js';

/** Components: their calls and imports, the names imports give them, what calls hand them. */
export function componentOccurrences(
  element: Element,
  place: Place,
  context: LanguageContext,
  into: Occurrence[],
): void {
  if (place.kind === 'call') call(element, context, into);
  else if (place.name === 'q:import') imported(element, context, into);
  else if (place.name === 'q:component' && place.parent === null) own(element, context, into);
}

/** The name that a component's file says it has. */
function own({ tag }: Element, { path, project }: LanguageContext, into: Occurrence[]): void {
  const name = attributeOf(tag, 'name');
  const file = path === null ? undefined : project?.files.get(path);
  if (!name?.value || !file || name.value !== file.name) return;
  const symbol: NamedSymbol = { kind: 'component', name: file.name, owner: file.path };
  into.push(valueOf(tag.start, name, symbol, true));
}

function call({ tag, endTag }: Element, context: LanguageContext, into: Occurrence[]): void {
  const { name } = tag;
  const component = calledComponent(context, name);
  const isAlias = elementsNamed(context.document, 'q:import').some(
    (one) => attributeOf(one.tag, 'as')?.value === name,
  );
  const symbol: NamedSymbol = isAlias
    ? { kind: 'alias', name, owner: '' }
    : { kind: 'component', name: component?.name ?? name, owner: component?.path ?? name };
  for (const start of endTag ? [tag.start + 1, endTag.start + 2] : [tag.start + 1]) {
    into.push({ symbol, start, end: start + name.length, isDefinition: false });
  }
  if (!component) return;
  for (const attribute of tag.attributes) {
    if (!component.params.some((param) => param.name === attribute.name)) continue;
    const prop: NamedSymbol = { kind: 'prop', name: attribute.name, owner: component.path };
    const start = tag.start + attribute.start;
    into.push({ symbol: prop, start, end: start + attribute.name.length, isDefinition: false });
  }
}

function imported({ tag }: Element, { project }: LanguageContext, into: Occurrence[]): void {
  const component = attributeOf(tag, 'component');
  const alias = attributeOf(tag, 'as');
  if (alias?.value) {
    into.push(valueOf(tag.start, alias, { kind: 'alias', name: alias.value, owner: '' }, true));
  }
  if (!component?.value) return;
  const from = attributeOf(tag, 'from')?.value ?? null;
  const file = project?.imported(component.value, from);
  // Folders may stand before the name.
  const name = component.value.slice(component.value.lastIndexOf('/') + 1);
  const owner = file?.path ?? component.value;
  const symbol: NamedSymbol = { kind: 'component', name: file?.name ?? name, owner };
  const end = tag.start + component.valueStart + component.value.length;
  into.push({ symbol, start: end - name.length, end, isDefinition: false });
}

function valueOf(
  base: number,
  { value, valueStart }: Attribute,
  symbol: NamedSymbol,
  isDefinition: boolean,
): Occurrence {
  const start = base + valueStart;
  return { symbol, start, end: start + (value ?? '').length, isDefinition };
}
