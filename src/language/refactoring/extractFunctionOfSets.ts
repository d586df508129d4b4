import type { LanguageContext } from '../completion/languageContext.js';
import { elementsNamed } from '../completion/elementNames.js';
import { occurrencesIn } from '../navigation/occurrencesIn.js';
import { placeOf } from '../place/elementAt.js';
import { usesOf } from '../scope/expressionUse.js';
import { definitionsNamed, mayKnowMore, type Region } from '../scope/region.js';
import type { Element, Node } from '../syntax/element.js';
import { attributeOf } from '../syntax/token.js';
import { componentOf } from './imports.js';
import { edited, reindent } from './indentation.js';
import { markedNodes, type MarkedNodes } from './markedNodes.js';
import { freshFunction, newFunction } from './newFunction.js';
import { isSure, plainReads, servesPages, type OutsideName } from './outsideNames.js';
import { offered, refused, type Changes, type Refactoring } from './refactoring.js';
import { isText } from './siblings.js';

const title = 'Extract function';

/** Several `q:set` become the body of a `q:function`, which gives the value of the last of them. */
export const extractFunctionOfSets: Refactoring = {
  kind: 'refactor.extract.function.sets',
  offer: (marked) => {
    const { context } = marked;
    const root = componentOf(context);
    const nodes = markedNodes(marked);
    if (!root || nodes?.parent !== root) return null;
    const sets = setsOf(nodes.nodes, context);
    const region = context.names.around(root)?.region;
    if (!sets || !region) return null;
    const names = outsideNames(sets, region, context);
    const refusal = refusalOf(sets, names, nodes, region, root, context);
    return refusal === null
      ? offered(title, () => changesOf(sets, names, nodes, root, context))
      : refused(title, refusal);
  },
};

/** Two `q:set` or more, and nothing else. */
function setsOf(nodes: readonly Node[], { catalogue }: LanguageContext): Element[] | null {
  const sets = nodes.filter((node) => node.kind === 'element');
  const areSets = sets.every((one) => placeOf(one, catalogue).reading.name === 'q:set');
  return areSets && sets.length > 1 && !nodes.some(isText) ? sets : null;
}

function nameOf({ tag }: Element): string {
  return attributeOf(tag, 'name')?.value ?? '';
}

/** What they read of the page; what it has without a value now and then is seen in a function as well. */
function outsideNames(
  sets: readonly Element[],
  region: Region,
  { document, catalogue }: LanguageContext,
): OutsideName[] {
  const own = new Set(sets.map(nameOf));
  const names = new Map<string, OutsideName>();
  for (const set of sets) {
    for (const use of usesOf(set, placeOf(set, catalogue), document.text).expressions) {
      for (const { name, path } of use.names) {
        const definitions = definitionsNamed(region, name);
        const isField =
          path[0]?.kind === 'member' && definitions.some(({ kind }) => kind === 'rows');
        if (own.has(name) || scopes.has(name) || isField) continue;
        names.set(name, { name, definitions, loop: null, isReadByProperty: false });
      }
    }
  }
  return [...names.values()];
}

const scopes = new Set(['session', 'application', 'request', 'cookie', 'form', 'query']);

function refusalOf(
  sets: readonly Element[],
  names: readonly OutsideName[],
  { start, end }: MarkedNodes,
  region: Region,
  root: Element,
  context: LanguageContext,
): string | null {
  const unsure = names.find((one) => !isSure(one, region, root, servesPages(context)));
  if (unsure) return `${unsure.name} may have no value, and a function cannot be handed none.`;
  const own = new Set(sets.map(nameOf));
  const given = sets.at(-1);
  for (const set of sets) {
    const name = nameOf(set);
    const isPlain = /^[A-Za-z_]\w*$/.test(name) && !attributeOf(set.tag, 'scope');
    if (!isPlain) return `${name} is no variable of the page alone.`;
    const others = (context.names.around(root)?.scope.regions ?? [])
      .filter(({ facts }) => facts.place.name !== 'q:action')
      .flatMap((one) => one.definitions.get(name) ?? [])
      .filter(({ element }) => !sets.includes(element));
    if (others.length > 0 || region.implicit.has(name)) return `${name} is given elsewhere too.`;
  }
  if (mayKnowMore(region)) return 'Code of the page may read what is set here.';
  const read = readOutside(start, end, context).find(
    (name) => own.has(name) && (!given || name !== nameOf(given)),
  );
  return read === undefined ? null : `${read} is read after it, and a function gives one value.`;
}

/** The names that the rest of the page reads. */
function readOutside(start: number, end: number, context: LanguageContext): string[] {
  const { document, catalogue } = context;
  const named = occurrencesIn(context)
    .filter((one) => one.end <= start || one.start >= end)
    .map(({ symbol }) => symbol.name);
  const plain = elementsNamed(document, 'q:loop', 'loop').flatMap((loop) =>
    plainReads(loop, placeOf(loop, catalogue)).map(({ name }) => name),
  );
  return [...named, ...plain];
}

function changesOf(
  sets: readonly Element[],
  names: readonly OutsideName[],
  { start, end }: MarkedNodes,
  root: Element,
  context: LanguageContext,
): Changes {
  const { document } = context;
  const name = freshFunction(context);
  const last = sets.at(-1);
  const given = last ? nameOf(last) : '';
  const body = (indent: string): string[] => [
    edited(document.text, start, end, reindent(document, start, end, indent)),
    `<q:return value="{${given}}" />`,
  ];
  const made = newFunction(root, name, names, body, context);
  const call = `${name}(${names.map((one) => one.name).join(', ')})`;
  const before = `<q:set name="${given}" value="{`;
  return {
    edits: [made, { start, end, text: `${before}${call}}" />` }],
    nameAt: start + (made.start <= start ? made.text.length : 0) + before.length,
  };
}
