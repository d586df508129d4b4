import type { LanguageContext } from '../completion/languageContext.js';
import { elementsNamed } from '../completion/elementNames.js';
import { occurrencesIn } from '../navigation/occurrencesIn.js';
import { isSameSymbol, type Occurrence } from '../navigation/symbol.js';
import { placeOf } from '../place/elementAt.js';
import { spanOf } from '../scope/expressionUse.js';
import { usesIn } from '../scope/facts.js';
import { mayKnowMore } from '../scope/region.js';
import type { Element } from '../syntax/element.js';
import { attributeOf } from '../syntax/token.js';
import { componentOf } from './imports.js';
import { markedElement } from './markedNodes.js';
import { plainReads } from './outsideNames.js';
import { offered, RefactoringRefused, refused, type Refactoring } from './refactoring.js';

/** A variable of the page becomes one of the session, wherever it is set and read. */
export const moveToSession: Refactoring = {
  kind: 'refactor.rewrite.session',
  offer: (marked) => {
    const { context } = marked;
    const root = componentOf(context);
    const element = markedElement(marked);
    if (!root || !element || placeOf(element, context.catalogue).reading.name !== 'q:set')
      return null;
    const attribute = attributeOf(element.tag, 'name');
    const name = attribute?.value ?? '';
    if (!attribute || !/^[A-Za-z_]\w*$/.test(name) || attributeOf(element.tag, 'scope'))
      return null;
    const title = `Move ${name} to the session`;
    const refusal = refusalOf(name, element, root, context);
    if (refusal !== null) return refused(title, refusal);
    const loops = elementsNamed(context.document, 'q:loop', 'loop');
    const isReadPlainly = loops.some((loop) =>
      plainReads(loop, placeOf(loop, context.catalogue)).some((read) => read.name === name),
    );
    if (isReadPlainly) return refused(title, withoutBraces(name));
    // Every name of the page is looked at when it is chosen: that is more than an editor asks for at every place.
    return offered(title, () => {
      const occurrences = occurrencesOf(element.tag.start + attribute.valueStart, context);
      if (isReadOtherwise(name, occurrences, context)) {
        throw new RefactoringRefused(withoutBraces(name));
      }
      return { edits: occurrences.map(({ start }) => ({ start, end: start, text: 'session.' })) };
    });
  },
};

function refusalOf(
  name: string,
  element: Element,
  root: Element,
  context: LanguageContext,
): string | null {
  const around = context.names.around(element);
  if (!around) return `Nothing tells where ${name} is read.`;
  const { scope, region } = around;
  if (region.facts.element !== root)
    return 'A variable of the page alone can be kept for other pages.';
  const definitions = region.definitions.get(name) ?? [];
  const others = definitions.filter(({ place }) => place.name !== 'q:set');
  if (others.length > 0 || region.implicit.has(name)) return `${name} is not given by q:set alone.`;
  const isPlain = definitions.every(
    ({ element: { tag } }) =>
      attributeOf(tag, 'name')?.value === name && !attributeOf(tag, 'scope'),
  );
  if (!isPlain) return `Parts of ${name} are set by themselves.`;
  const first = definitions[0]?.element;
  const operation = first ? (attributeOf(first.tag, 'operation')?.value ?? 'assign') : '';
  if (first?.parent !== root || operation !== 'assign') {
    return `${name} must be set at the beginning of every request, or it would still have the value of the last.`;
  }
  // Actions do not see the page.
  const isElsewhere = scope.regions.some(
    (one) => one !== region && one.facts.place.name !== 'q:action' && one.definitions.has(name),
  );
  if (isElsewhere || mayKnowMore(region)) return `Which ${name} is meant is not told everywhere.`;
  return isTaken(name, context) ? `There is a session.${name} already.` : null;
}

function isTaken(name: string, { project, document }: LanguageContext): boolean {
  if (new RegExp(`\\bsession\\.${name}\\b`).test(document.text)) return true;
  return [...(project?.files.values() ?? [])].some(({ uses }) =>
    uses.some((use) => use.kind === 'session' && use.name === name),
  );
}

function occurrencesOf(at: number, context: LanguageContext): readonly Occurrence[] {
  const all = occurrencesIn(context);
  const own = all.find(({ start }) => start === at);
  return own ? all.filter(({ symbol }) => isSameSymbol(symbol, own.symbol)) : [];
}

function withoutBraces(name: string): string {
  return `${name} is read by its name alone somewhere, without braces.`;
}

/** Whether something other than an expression reads it. */
function isReadOtherwise(
  name: string,
  occurrences: readonly Occurrence[],
  context: LanguageContext,
): boolean {
  const inExpressions = new Set<number>();
  for (const { facts } of context.names.outermost()) {
    for (const use of usesIn(facts)) {
      for (const read of use.names) {
        if (read.name === name) inExpressions.add(use.anchor.start + spanOf(use, read).start);
      }
    }
  }
  return occurrences.some(({ start, isDefinition }) => !isDefinition && !inExpressions.has(start));
}
