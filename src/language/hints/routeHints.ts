import type { LanguageContext } from '../completion/languageContext.js';
import { decodedAddress, linkOf, pathOfLink } from '../project/links.js';
import type { Element } from '../syntax/element.js';
import type { Hint } from './hint.js';

/** The page that answers a link. */
export function routeHint(element: Element, { project, path }: LanguageContext): Hint | null {
  const link = linkOf(element);
  const page = link && project?.page(decodedAddress(pathOfLink(link.name)));
  if (!page || page.path === path) return null;
  const below = project?.componentPath(page.path) ?? page.path;
  return { kind: 'route', offset: element.tag.start + link.end, label: `→ ${below}` };
}
