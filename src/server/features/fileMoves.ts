import path from 'node:path';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { movedFiles, type FileMove } from '../../language/navigation/moves/fileMove.js';
import { editsForMoves } from '../../language/navigation/moves/moveFiles.js';
import { isInside, pathOf } from '../applications.js';
import type { Projects } from '../projects.js';
import type { FeatureContext } from './feature.js';
import { editOfPages } from './editOfPages.js';
import type { OwnMoves } from './ownMoves.js';

/** What the client asks about before it renames or moves anything. */
export const fileOperations = {
  willRename: {
    filters: [
      { scheme: 'file', pattern: { glob: '**/*.q', matches: 'file' as const } },
      { scheme: 'file', pattern: { glob: '**', matches: 'folder' as const } },
    ],
  },
};

/** Imports, calls, links and tests follow the files they are about. */
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
      const edits: WorkspaceEdit[] = [];
      for (const root of new Set(moves.map((move) => move.root))) {
        const view = projects.view(root);
        if (!view) continue;
        const pages = context.pagesOf(root);
        const own = moves.filter((move) => move.root === root);
        const documents = await editsForMoves(movedFiles(own, view.allFiles), view, pages.read);
        if (documents.length > 0)
          edits.push(editOfPages({ documents, file: null }, pages, context));
      }
      return edits.length === 0 ? null : joined(edits);
    },
  );
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

function joined(edits: readonly WorkspaceEdit[]): WorkspaceEdit {
  if (edits.every(({ documentChanges }) => documentChanges === undefined)) {
    return {
      changes: Object.fromEntries(edits.flatMap(({ changes = {} }) => Object.entries(changes))),
    };
  }
  return { documentChanges: edits.flatMap(({ documentChanges = [] }) => documentChanges) };
}
