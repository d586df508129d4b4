import type { CatalogueAttribute, Refers } from '../catalogue/types.js';
import { actionsOf } from './actionNames.js';
import type { CompletionContext } from './completionContext.js';
import { addWholeExpressions } from './expressionItems.js';
import { addressAttributes, elementAttributes, globalAttributes } from './htmlAttributes.js';
import type { ItemList } from './item.js';
import { routesOf } from './projectNames.js';
import { referencesOf, type Reference } from './references.js';
import type { LanguageContext } from './languageContext.js';

export type ValueAt = CompletionContext & { kind: 'value' };

/** Adds values the attribute at the caret can have. */
export function addValues(list: ItemList, context: LanguageContext, at: ValueAt): void {
  const { known, place, attribute } = at;
  const add: AddValue = (rank, value, more) => {
    if (/["'<&]/.test(value)) return;
    list.add(rank, { label: value, kind: 'value', ...more, insert: quoted(value, at) });
  };
  if (known) {
    addKnown(known, add);
    if (known.refers) addReferences(context, at, known.refers, add);
  } else if (place.kind === 'html') {
    for (const value of htmlValues(context, place.name, attribute)) add(10, value, {});
  }
  if (place.kind === 'html' && addressAttributes.has(attribute)) {
    for (const { route, path } of routesOf(context)) {
      add(20, route, { kind: 'route', description: path });
    }
  }
  if (takesExpression(at)) {
    addWholeExpressions(list, context, at, (text) => quoted(text, at));
  }
}

/** The usual values first, then the rest. */
function htmlValues({ html }: LanguageContext, element: string, attribute: string): string[] {
  const usual = [...(elementAttributes.get(element) ?? []), ...globalAttributes];
  return [usual, html?.attributesOf(element) ?? []].flatMap(
    (known) => known.find(({ name }) => name === attribute)?.values ?? [],
  );
}

/** Whether a whole expression is a likely value: nothing is written, and nothing else is expected. */
function takesExpression({ known, place, value }: ValueAt): boolean {
  if (value.trim() !== '') return false;
  if (!known) return place.kind !== 'framework';
  const { evaluated, values, type, refers } = known;
  if (!evaluated || values !== null || type === 'boolean') return false;
  return refers === null || refers === 'variable' || refers === 'route';
}

type AddValue = (
  rank: number,
  value: string,
  more: Partial<Parameters<ItemList['add']>[1]>,
) => void;

function addKnown(known: CatalogueAttribute, add: AddValue): void {
  const { values, type, default: preset } = known;
  const all = values ?? (type === 'boolean' ? ['true', 'false'] : preset === null ? [] : [preset]);
  for (const value of all) {
    const description = value === preset ? 'default' : '';
    // What is so anyway is seldom written.
    add(value === preset && values !== null ? 11 : 10, value, { description });
  }
}

function addReferences(context: LanguageContext, at: ValueAt, refers: Refers, add: AddValue): void {
  if (refers === 'action') {
    for (const action of actionsOf(context, at.element)) {
      const detail = action.params.map(({ name }) => name).join(', ');
      add(5, action.name, { kind: 'action', detail });
    }
    return;
  }
  const references: readonly Reference[] = referencesOf(context, at.element, refers);
  for (const { name, kind, detail, description, rank } of references) {
    add(rank ?? 5, name, { kind, detail: detail ?? '', description: description ?? '' });
  }
}

/** A value with the quotes that are missing around it. */
function quoted(value: string, { quote, missingQuote }: ValueAt): string {
  return quote === null ? `"${value}"` : `${value}${missingQuote ?? ''}`;
}
