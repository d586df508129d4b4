import type { LanguageContext } from '../completion/languageContext.js';
import { isComponentName } from '../project/summarise.js';
import type { Element } from '../syntax/element.js';
import { attributeOf } from '../syntax/token.js';
import { referencesAt, referencesTo, type DocumentReferences } from '../navigation/referencesAt.js';
import type { ReadDocument } from '../navigation/projectDocuments.js';

/** A definition that says how often it is used. Offsets of its name. */
export interface Lens {
  readonly kind: 'references' | 'pages';
  readonly start: number;
  readonly end: number;
}

const defining = new Set(['q:function', 'q:action', 'q:query']);

/** The definitions of a document that others may use. How often they are is asked for each by itself. */
export function lensesIn({ document, path, project }: LanguageContext): Lens[] {
  const lenses: Lens[] = [];
  const file = path === null ? undefined : project?.files.get(path);
  for (const token of document.tokens) {
    if (token.kind !== 'start' || !token.element || token.attributes.length === 0) continue;
    const { element } = token;
    if (token.name === 'q:component' && element.parent === null) {
      if (file && isComponentName(file.name)) lenses.push(lensOver(element, 'pages'));
    } else if (defining.has(token.name) || isOwnParam(element)) {
      if (attributeOf(token, 'name')?.value) lenses.push(lensOver(element, 'references'));
    }
  }
  return lenses;
}

/** What a component is handed; parameters of functions and queries stand beside their uses. */
function isOwnParam({ tag, parent }: Element): boolean {
  return tag.name === 'q:param' && parent?.parent === null && parent.tag.name === 'q:component';
}

function lensOver({ tag }: Element, kind: Lens['kind']): Lens {
  const name = attributeOf(tag, 'name');
  const start = tag.start + (name?.valueStart ?? 1);
  return { kind, start, end: start + (name?.value ?? tag.name).length };
}

/** The uses that a lens counts. */
export async function usesOfLens(
  { kind, start }: Lens,
  context: LanguageContext,
  read: ReadDocument,
): Promise<DocumentReferences[]> {
  const { path, project } = context;
  const name = project?.files.get(path ?? '')?.name;
  // The name that a component gives itself may be another than that of its file, which is called.
  const found =
    kind === 'pages' && path !== null && name !== undefined
      ? await referencesTo({ kind: 'component', name, owner: path }, context, read)
      : await referencesAt(context, start, read);
  return found.flatMap((document) => {
    const occurrences = document.occurrences.filter(({ isDefinition }) => !isDefinition);
    return occurrences.length === 0 ? [] : [{ ...document, occurrences }];
  });
}

/** How a lens says it. */
export function titleOf({ kind }: Lens, uses: readonly DocumentReferences[]): string {
  const count =
    kind === 'pages'
      ? uses.length
      : uses.reduce((sum, { occurrences }) => sum + occurrences.length, 0);
  const one = kind === 'pages' ? 'page' : 'reference';
  const counted = `${count} ${one}${count === 1 ? '' : 's'}`;
  return kind === 'pages' ? `used by ${counted}` : counted;
}
