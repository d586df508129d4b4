import { routeOf } from '../components/endpointsOf.js';
import type { LanguageContext } from '../completion/languageContext.js';
import { attributeOf } from '../syntax/token.js';

/** A start tag that answers requests: of a page, or of an action. */
export interface SendLens {
  /** null: the page itself. */
  readonly action: string | null;
  readonly start: number;
  readonly end: number;
}

/** What of a document can be asked for over its address; nothing of a part, which has none. */
export function sendLensesIn({ document, path, project }: LanguageContext): SendLens[] {
  const below = path === null || !project ? null : project.componentPath(path);
  if (routeOf(below) === null) return [];
  const lenses: SendLens[] = [];
  for (const token of document.tokens) {
    if (token.kind !== 'start' || !token.element) continue;
    const { start } = token;
    const end = start + token.name.length + 1;
    if (token.name === 'q:component' && token.element.parent === null)
      lenses.push({ action: null, start, end });
    const action = token.name === 'q:action' ? attributeOf(token, 'name')?.value : undefined;
    if (action) lenses.push({ action, start, end });
  }
  return lenses;
}
