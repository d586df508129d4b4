import type { LanguageContext } from '../../completion/languageContext.js';
import { decodeAttribute } from '../../expression/entities.js';
import { decodedAddress, linkOf, pathOfLink } from '../../project/links.js';
import type { ProjectView } from '../../project/projectView.js';
import type { Element } from '../../syntax/element.js';
import type { RenameEdit } from '../rename.js';
import type { Moves } from './fileMove.js';
import { movedAddress, staticAddress } from './movedAddress.js';

/** Links, form targets, redirects and tests of a document that lead to what moves: where they lead then. */
export function movedLinkEdits({ document, project }: LanguageContext, moves: Moves): RenameEdit[] {
  if (!project) return [];
  return document.tokens.flatMap((token) => {
    const edit =
      token.kind === 'start' && token.element
        ? linkEdit(token.element, document.text, project, moves)
        : null;
    return edit ? [edit] : [];
  });
}

/** Whether a link, as a summary has it, leads to something that moves. */
export function leadsToMoved(link: string, project: ProjectView, moves: Moves): boolean {
  return targetOf(pathOfLink(link), project, moves) !== null;
}

function linkEdit(
  element: Element,
  text: string,
  project: ProjectView,
  moves: Moves,
): RenameEdit | null {
  const link = linkOf(element);
  if (!link) return null;
  const start = element.tag.start + link.start;
  const written = pathOfLink(text.slice(start, element.tag.start + link.end));
  const target = targetOf(decodeAttribute(written).text, project, moves);
  const moved = target && newAddress(written, target, project);
  if (!moved || moved === written) return null;
  return { start, end: start + written.length, text: moved };
}

interface Target {
  readonly from: string;
  readonly to: string;
  readonly isPage: boolean;
}

function targetOf(address: string, project: ProjectView, moves: Moves): Target | null {
  const asked = decodedAddress(address);
  const page = project.page(asked)?.path ?? null;
  const from = page ?? staticFile(asked, project);
  const to = from === null ? undefined : moves.get(from);
  return from === null || to === undefined ? null : { from, to, isPage: page !== null };
}

function staticFile(address: string, project: ProjectView): string | null {
  return address.startsWith('/static/') ? project.staticPath(address.slice(8)) : null;
}

function newAddress(
  written: string,
  { from, to, isPage }: Target,
  project: ProjectView,
): string | null {
  if (isPage) {
    const old = project.componentPath(from);
    const below = project.componentPath(to);
    return old === null || below === null ? null : movedAddress(written, old, below);
  }
  const folder = project.staticPath('') ?? null;
  if (folder === null || !to.startsWith(folder)) return null;
  return staticAddress(to.slice(folder.length));
}
