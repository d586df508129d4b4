import { attributeOf as knownAttribute } from '../catalogue/lookups.js';
import type { Refers } from '../catalogue/types.js';
import { actionAround, pageVisited } from '../completion/actionNames.js';
import { elementsNamed, plainValue } from '../completion/elementNames.js';
import type { LanguageContext } from '../completion/languageContext.js';
import type { Place } from '../place/place.js';
import { linkOf, pathOfLink } from '../project/links.js';
import type { Element } from '../syntax/element.js';
import { attributeOf, type Attribute } from '../syntax/token.js';
import { resolve } from './resolve.js';
import type { NamedSymbol, Occurrence, SymbolKind } from './symbol.js';

/** Names that attributes hold without braces: of queries, actions, datasources, pages and the like. */
export function attributeOccurrences(
  element: Element,
  place: Place,
  context: LanguageContext,
  into: Occurrence[],
): void {
  const { tag } = element;
  if (tag.attributes.length === 0) return;
  declared(element, into);
  page(element, context, into);
  if (isActionField(element)) {
    const value = attributeOf(tag, 'value');
    if (value) add(element, value, actionSymbol(element, context), into);
  }
  if (place.name === 'q:action') {
    const name = attributeOf(tag, 'name');
    if (name) add(element, name, { kind: 'action', owner: context.path ?? '' }, into, true);
  }
  if (!place.tag) return;
  for (const attribute of tag.attributes) {
    const refers = knownAttribute(place.tag, attribute.name)?.refers;
    if (refers) referring(element, attribute, refers, context, into);
  }
}

type Owned = Pick<NamedSymbol, 'kind' | 'owner'>;

function referring(
  element: Element,
  attribute: Attribute,
  refers: Refers,
  context: LanguageContext,
  into: Occurrence[],
): void {
  switch (refers) {
    case 'query':
    case 'variable':
      variable(element, attribute, context, into);
      break;
    case 'function':
      add(element, attribute, { kind: 'function', owner: '' }, into);
      break;
    case 'action':
      add(element, attribute, actionSymbol(element, context), into);
      break;
    case 'datasource':
      add(element, attribute, { kind: 'datasource', owner: '' }, into);
      break;
    case 'parameter':
      parameter(element, attribute, context, into);
      break;
    default:
      if (Object.hasOwn(declaringTags, refers)) {
        add(element, attribute, { kind: 'declared', owner: refers }, into);
      }
  }
}

function variable(
  element: Element,
  attribute: Attribute,
  context: LanguageContext,
  into: Occurrence[],
): void {
  const name = nameIn(attribute);
  const around = name ? context.names.around(element) : null;
  if (!name || !around) return;
  const resolved = resolve(name.text, element, around.region, context);
  if (!resolved) return;
  const start = element.tag.start + name.start;
  const { symbol, written } = resolved;
  into.push({ symbol, start, end: start + written.length, isDefinition: false });
}

/** `bind` of a field: a parameter of the action that its form sends to. */
function parameter(
  element: Element,
  attribute: Attribute,
  context: LanguageContext,
  into: Occurrence[],
): void {
  const action = actionAround(context, element);
  const name = nameIn(attribute);
  if (!action || !name || context.document.dialect === 'test') return;
  if (!action.params.some((one) => one.name === name.text)) return;
  const declares = elementsNamed(context.document, 'q:action').find(
    (one) => plainValue(one, 'name') === action.name,
  );
  if (!declares) return;
  add(element, attribute, { kind: 'variable', owner: String(declares.tag.start) }, into);
}

/** In a test the action of the page that it is on then. */
function actionSymbol(element: Element, { document, path, project }: LanguageContext): Owned {
  if (document.dialect !== 'test') return { kind: 'action', owner: path ?? '' };
  const visited = pageVisited(element);
  return { kind: 'action', owner: project?.page(visited)?.path ?? visited };
}

/** A hidden field `action`: which action a plain form is sent to. */
function isActionField({ tag }: Element): boolean {
  return (
    tag.name === 'input' &&
    attributeOf(tag, 'name')?.value === 'action' &&
    attributeOf(tag, 'type')?.value === 'hidden'
  );
}

/** The tags that declare by their names what attributes of these kinds refer to. */
const declaringTags: Readonly<Record<string, string>> = {
  agent: 'q:agent',
  knowledge: 'q:knowledge',
  connection: 'q:websocket',
  llm: 'q:llm',
  tool: 'q:tool',
  prefab: 'qg:prefab',
  behavior: 'qg:behavior',
  scene: 'qg:scene',
  elementId: '',
};

const declaredBy = new Map(Object.entries(declaringTags).map(([owner, tag]) => [tag, owner]));

function declared(element: Element, into: Occurrence[]): void {
  const { tag } = element;
  const owner = declaredBy.get(tag.name);
  const name = owner === undefined ? undefined : attributeOf(tag, 'name');
  if (owner !== undefined && name) add(element, name, { kind: 'declared', owner }, into, true);
  const id = attributeOf(tag, 'id');
  if (id) add(element, id, { kind: 'declared', owner: 'elementId' }, into, true);
}

function page(element: Element, { project }: LanguageContext, into: Occurrence[]): void {
  const link = linkOf(element);
  if (!link || !project) return;
  const target = project.page(pathOfLink(link.name));
  if (!target) return;
  const symbol: NamedSymbol = { kind: 'page', name: target.path, owner: target.path };
  const { start } = element.tag;
  into.push({ symbol, start: start + link.start, end: start + link.end, isDefinition: false });
}

function add(
  element: Element,
  attribute: Attribute,
  { kind, owner }: { readonly kind: SymbolKind; readonly owner: string },
  into: Occurrence[],
  isDefinition = false,
): void {
  const name = nameIn(attribute);
  if (!name) return;
  const start = element.tag.start + name.start;
  const symbol = { kind, name: name.text, owner };
  into.push({ symbol, start, end: start + name.text.length, isDefinition });
}

/** The name an attribute holds: `save` of `save()` as well; null where it holds none, or more. */
function nameIn({ value, valueStart }: Attribute): { text: string; start: number } | null {
  const found = /^(\s*)([\w-]+)\s*(?:\(\s*\))?\s*$/.exec(value ?? '');
  const [, space = '', text = ''] = found ?? [];
  return text === '' ? null : { text, start: valueStart + space.length };
}
