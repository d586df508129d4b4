import type { LanguageContext } from '../completion/languageContext.js';
import type { Place } from '../place/place.js';
import { isServed } from '../project/routes.js';
import type { Definition } from '../scope/definition.js';
import { usesOf, type ExpressionUse } from '../scope/expressionUse.js';
import { definitionsNamed, mayKnowMore, type Region } from '../scope/region.js';
import { isRequired } from '../syntax/booleans.js';
import { endOfNode, startOf, type Element, type Node } from '../syntax/element.js';
import { attributeOf, type Attribute } from '../syntax/token.js';
import { elementsIn } from './drawnNodes.js';
import { loopGiving } from './drawnLoops.js';

/** A name that nodes read, and that is given to a value outside of them. */
export interface OutsideName {
  readonly name: string;
  /** Where it is given, outside; none for what the framework gives. */
  readonly definitions: readonly Definition[];
  /** The drawn loop around the nodes whose rounds it names. */
  readonly loop: Element | null;
  /** Some expression reads a property of it, other than its length. */
  readonly isReadByProperty: boolean;
}

/** What nodes need of the page around. */
export interface Needs {
  readonly names: readonly OutsideName[];
  /** Functions of the page that they call. */
  readonly functions: readonly string[];
  /** A name that is given inside too, elsewhere than where it is read: which value counts is not told. */
  readonly mixed: string | null;
  /** A name that only running the page can tell. */
  readonly untold: string | null;
}

interface Read {
  readonly name: string;
  readonly element: Element;
  readonly byProperty: boolean;
}

/** What drawn nodes, whose parent has that place, read of the page around them. */
export function needsOf(
  nodes: readonly Node[],
  parent: { readonly element: Element; readonly place: Place },
  context: LanguageContext,
): Needs {
  const around = context.names.around(parent.element);
  const needs = { names: [] as OutsideName[], functions: [] as string[] };
  let mixed: string | null = null;
  let untold: string | null = null;
  if (!around) return { ...needs, mixed, untold };
  const { scope, region } = around;
  const found = new Map<string, OutsideName>();
  for (const { element, place } of elementsIn(nodes, parent.place)) {
    const uses = usesOf(element, place, context.document.text).expressions;
    for (const use of uses) {
      for (const { name } of use.calls) {
        const isOwn = !context.catalogue.functions.some((one) => one.name === name);
        if (isOwn && scope.names.functions.has(name)) needs.functions.push(name);
      }
    }
    for (const read of [...readsOf(uses), ...plainReads(element, place)]) {
      const loop = loopGiving(read.name, element, context.catalogue);
      if (loop && isAmong(loop, nodes)) continue;
      const all = definitionsNamed(region, read.name);
      const outside = all.filter((one) => !isAmong(one.element, nodes));
      if (!loop && outside.length < all.length) mixed ??= read.name;
      if (!loop && all.length === 0 && !region.implicit.has(read.name)) {
        if (mayKnowMore(region)) untold ??= read.name;
        continue;
      }
      const before = found.get(read.name);
      found.set(read.name, {
        name: read.name,
        definitions: outside,
        loop,
        isReadByProperty: read.byProperty || before?.isReadByProperty === true,
      });
    }
  }
  return { ...needs, names: [...found.values()], mixed, untold };
}

/** Whether an element is one of `nodes`, which stand side by side, or lies in one. */
export function isAmong({ tag }: Element, nodes: readonly Node[]): boolean {
  const [first, last] = [nodes[0], nodes.at(-1)];
  return !!first && !!last && tag.start >= startOf(first) && tag.start < endOfNode(last);
}

function readsOf(uses: readonly ExpressionUse[]): Read[] {
  return uses.flatMap(({ names, element }) =>
    names.map(({ name, path: [step] }) => ({
      name,
      element,
      byProperty: step?.kind === 'member' && step.name !== 'length',
    })),
  );
}

/** Names that a loop reads without braces. */
export function plainReads(element: Element, place: Place): (Read & { attribute: Attribute })[] {
  if (place.reading.name !== 'q:loop') return [];
  return ['query', 'items', 'from', 'to', 'step'].flatMap((attributeName) => {
    const attribute = attributeOf(element.tag, attributeName);
    const name = attribute?.value?.trim() ?? '';
    return attribute && /^[A-Za-z_]\w*$/.test(name)
      ? [{ name, element, byProperty: false, attribute }]
      : [];
  });
}

/** Whether a name surely has a value wherever the page is drawn. */
export function isSure(
  { name, definitions, loop }: OutsideName,
  region: Region,
  root: Element,
  isPage: boolean,
): boolean {
  if (loop) return true;
  if (region.implicit.has(name) && isPage && isGiven(name)) return true;
  const endsEarly = root.children.some(
    (child) => child.kind === 'element' && /(?:^|:)return$/.test(child.tag.name),
  );
  return definitions.some(({ element, place, kind }) => {
    if (element.parent !== root) return false;
    const has = (attribute: string): boolean =>
      attributeOf(element.tag, attribute)?.value !== undefined;
    if (kind === 'parameter') {
      return has('default') || isRequired(element);
    }
    return !endsEarly && sureStatements.has(place.name) && !has('onerror');
  });
}

const sureStatements = new Set(['q:set', 'q:query', 'q:data', 'q:invoke']);

/** What the framework gives to every page; `form` and `query` come with some requests. */
function isGiven(name: string): boolean {
  return name !== 'form' && name !== 'query';
}

/** Whether requests are answered with this file, and it is nothing that others call. */
export function servesPages({ path, project }: LanguageContext): boolean {
  const below = path === null ? null : (project?.componentPath(path) ?? null);
  return below !== null && isServed(below) && project?.usesOf(path ?? '').length === 0;
}
