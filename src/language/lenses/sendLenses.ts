import { routeOf } from '../components/endpointsOf.js';
import type { LanguageContext } from '../completion/languageContext.js';
import type { Element } from '../syntax/element.js';
import { attributeOf } from '../syntax/token.js';

/** A start tag of what can be tried out: a page, an action, a function. */
export interface SendLens {
  /** null: the page itself, or its function. */
  readonly action: string | null;
  readonly function: string | null;
  readonly start: number;
  readonly end: number;
}

/** What of a document can be asked for over its address, and its functions: those of a part, too, which has none. */
export function sendLensesIn({ document, path, project }: LanguageContext): SendLens[] {
  const below = path === null || !project ? null : project.componentPath(path);
  if (below === null) return [];
  const hasAddress = routeOf(below) !== null;
  const lenses: SendLens[] = [];
  for (const token of document.tokens) {
    if (token.kind !== 'start' || !token.element) continue;
    const { start } = token;
    const end = start + token.name.length + 1;
    const { parent } = token.element;
    const name = attributeOf(token, 'name')?.value;
    if (hasAddress && token.name === 'q:component' && parent === null)
      lenses.push({ action: null, function: null, start, end });
    else if (hasAddress && token.name === 'q:action' && name)
      lenses.push({ action: name, function: null, start, end });
    else if (token.name === 'q:function' && name && parent !== null && isPage(parent))
      lenses.push({ action: null, function: name, start, end });
  }
  return lenses;
}

/** Functions of tools and applications are nobody’s to call. */
function isPage({ tag, parent }: Element): boolean {
  return parent === null && tag.name === 'q:component';
}
