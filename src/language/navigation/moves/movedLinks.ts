import type { LanguageContext } from '../../completion/languageContext.js';
import { decodeAttribute } from '../../expression/entities.js';
import { cssLinksIn } from '../../project/cssLinks.js';
import { decodedAddress, linkOf, pathOfLink } from '../../project/links.js';
import type { ProjectView } from '../../project/projectView.js';
import type { Token } from '../../syntax/token.js';
import type { RenameEdit } from '../rename.js';
import type { Moves } from './fileMove.js';
import { movedAddress } from './movedAddress.js';
import { isStaticAddress, movedStatic } from './movedStatic.js';

/**
 * Links, form targets, redirects and tests of a document that lead to what moves, and what its CSS is drawn
 * with: where they lead then.
 */
export function movedLinkEdits({ document, project }: LanguageContext, moves: Moves): RenameEdit[] {
  if (!project) return [];
  const { text, tokens } = document;
  const links = tokens.flatMap((token) => linkIn(token) ?? []);
  return [
    ...links.flatMap((link) => linkEdit(link, text, project, moves) ?? []),
    ...cssLinksIn(document).flatMap((link) => cssEdit(link, text, project, moves) ?? []),
  ];
}

/** Whether a link, as a summary has it, leads to something that moves. */
export function leadsToMoved(link: string, project: ProjectView, moves: Moves): boolean {
  const address = pathOfLink(link);
  if (isStaticAddress(address)) return movedStatic(address, project, moves) !== null;
  const page = project.page(decodedAddress(address));
  return page !== null && moves.has(page.path);
}

/** The place of a link in a document. */
type Span = Pick<RenameEdit, 'start' | 'end'>;

function linkIn(token: Token): Span | null {
  const element = token.kind === 'start' ? token.element : null;
  const link = element && linkOf(element);
  return link && { start: token.start + link.start, end: token.start + link.end };
}

function linkEdit(
  { start, end }: Span,
  text: string,
  project: ProjectView,
  moves: Moves,
): RenameEdit | null {
  const written = pathOfLink(text.slice(start, end));
  const moved = movedWritten(written, project, moves);
  return moved === null ? null : { start, end: start + written.length, text: moved };
}

/** Without quotes a parenthesis would end the address. */
function cssEdit(link: Span, text: string, project: ProjectView, moves: Moves): RenameEdit | null {
  const edit = linkEdit(link, text, project, moves);
  if (!edit || /["']/.test(text.charAt(link.start - 1))) return edit;
  return { ...edit, text: edit.text.replaceAll('(', '%28').replaceAll(')', '%29') };
}

/** The address, as written in an attribute, of what an address leads to once that moved; null: the same. */
export function movedWritten(written: string, project: ProjectView, moves: Moves): string | null {
  const address = decodeAttribute(written).text;
  if (isStaticAddress(address)) return movedStatic(written, project, moves);
  const from = project.page(decodedAddress(address))?.path;
  const to = from === undefined ? undefined : moves.get(from);
  if (from === undefined || to === undefined) return null;
  const old = project.componentPath(from);
  const below = project.componentPath(to);
  const moved = old === null || below === null ? null : movedAddress(written, old, below);
  return moved === written ? null : moved;
}
