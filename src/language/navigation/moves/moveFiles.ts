import type { LanguageContext } from '../../completion/languageContext.js';
import type { ProjectView } from '../../project/projectView.js';
import { attributeOf } from '../../syntax/token.js';
import type { PlacedDocument, ReadDocument } from '../projectDocuments.js';
import type { Rename, RenameEdit } from '../rename.js';
import { placeOfComponent, type Moves } from './fileMove.js';
import { movedComponentEdits } from './movedComponents.js';
import { leadsToMoved, movedLinkEdits } from './movedLinks.js';

/**
 * What a project has to say otherwise once files have moved: imports, calls, links, form targets, redirects,
 * tests, and the name that a component's file gives itself. Edits are of the files where they are before.
 */
export async function editsForMoves(
  moves: Moves,
  project: ProjectView,
  read: ReadDocument,
): Promise<Rename['documents']> {
  const documents: (PlacedDocument & { readonly edits: readonly RenameEdit[] })[] = [];
  for (const path of pathsNaming(moves, project)) {
    const context = await read(path);
    if (!context) continue;
    const edits = [
      ...ownNameEdits(path, context, moves),
      ...movedComponentEdits(context, moves),
      ...movedLinkEdits(context, moves),
    ];
    if (edits.length > 0) documents.push({ path, context, edits });
  }
  return documents;
}

function pathsNaming(moves: Moves, project: ProjectView): Set<string> {
  const paths = new Set<string>();
  for (const path of moves.keys()) {
    if (project.files.has(path)) paths.add(path);
    for (const use of project.usesOf(path)) paths.add(use.path);
  }
  for (const [path, { links }] of project.files) {
    if (links.some(({ name }) => leadsToMoved(name, project, moves))) paths.add(path);
  }
  return paths;
}

/** A component that is called as its file goes on doing so. */
function ownNameEdits(path: string, { document }: LanguageContext, moves: Moves): RenameEdit[] {
  const to = moves.get(path);
  const tag = document.roots.find((root) => root.tag.name === 'q:component')?.tag;
  const name = tag && attributeOf(tag, 'name');
  if (to === undefined || !tag || name?.value !== placeOfComponent(path).name) return [];
  const start = tag.start + name.valueStart;
  const text = placeOfComponent(to).name;
  return text === name.value ? [] : [{ start, end: start + name.value.length, text }];
}
