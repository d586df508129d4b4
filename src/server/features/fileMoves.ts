import path from 'node:path';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { movedFiles, type FileMove } from '../../language/navigation/moves/fileMove.js';
import { movedConfigurationEdits } from '../../language/navigation/moves/movedConfiguration.js';
import { editsForMoves } from '../../language/navigation/moves/moveFiles.js';
import { isInside, pathOf } from '../applications.js';
import type { Projects } from '../projects.js';
import type { FeatureContext } from './feature.js';
import { changeOf, editOfAll, type DocumentChange } from '../workspaceEdit.js';
import { changesOfPages } from './editOfPages.js';
import type { OwnMoves } from './ownMoves.js';

/** What the client asks about before it renames or moves anything. */
export const fileOperations = {
  willRename: {
    filters: (['file', 'folder'] as const).map((matches) => ({
      scheme: 'file',
      pattern: { glob: '**', matches },
    })),
  },
};

/** Imports, calls, links, tests and settings follow the files they are about, pages and static files alike. */
export function offerFileMoves(
  context: FeatureContext,
  projects: Projects,
  ownMoves: OwnMoves,
): void {
  context.connection.workspace.onWillRenameFiles(
    async ({ files }): Promise<WorkspaceEdit | null> => {
      const moves = files
        .filter((move) => !ownMoves.has(move))
        .flatMap(({ oldUri, newUri }) => moveIn(projects.roots(), oldUri, newUri));
      const changes: DocumentChange[] = [];
      for (const root of new Set(moves.map((move) => move.root))) {
        const own = moves.filter((move) => move.root === root);
        changes.push(...(await changesFor(own, root, context, projects)));
      }
      return changes.length === 0 ? null : editOfAll(context.client(), changes);
    },
  );
}

async function changesFor(
  moves: readonly FileMove[],
  root: string,
  context: FeatureContext,
  projects: Projects,
): Promise<DocumentChange[]> {
  const view = projects.view(root);
  const moved = movedFiles(moves, view?.allFiles ?? []);
  if (!view || moved.size === 0) return [];
  const pages = context.pagesOf(root);
  const documents = await editsForMoves(moved, view, pages.read);
  const changes = changesOfPages(documents, pages, context.document);
  const configuration = await pages.configuration();
  const edits = configuration && movedConfigurationEdits(configuration.text, view, moved);
  if (!edits || edits.length === 0) return changes;
  const isOpen = context.document(configuration.uri) !== null;
  return [...changes, changeOf(configuration, edits, isOpen)];
}

/** A move within one project, which is the innermost around it. */
function moveIn(
  roots: readonly string[],
  oldUri: string,
  newUri: string,
): (FileMove & { readonly root: string })[] {
  const from = pathOf(oldUri);
  const to = pathOf(newUri);
  if (from === null || to === null) return [];
  const around = roots.filter((root) => root !== from && isInside(root, from));
  const root = around.sort((a, b) => b.length - a.length).at(0);
  if (root === undefined || !isInside(root, to)) return [];
  return [{ root, from: placeIn(root, from), to: placeIn(root, to) }];
}

function placeIn(root: string, file: string): string {
  return path.relative(root, file).replaceAll(path.sep, '/');
}
