import path from 'node:path';
import * as vscode from 'vscode';
import type { SetContext } from '../platform/contextKeys.js';
import type { Disposables } from '../platform/disposables.js';
import { focusedNode } from '../platform/focusedNode.js';
import { Cancelled, type CommandRegistry } from '../platform/reporter.js';
import { moveRows } from './componentMoves.js';
import type { ComponentRow, ComponentsNode, FolderRow } from './componentRows.js';
import type { ComponentsModel } from './componentsModel.js';
import type { ComponentsTree } from './componentsTree.js';
import { LastMove } from './lastMove.js';

export interface RowCommandDeps {
  readonly reporter: CommandRegistry;
  readonly model: ComponentsModel;
  readonly tree: ComponentsTree;
  readonly view: () => vscode.TreeView<ComponentsNode>;
  readonly setContext: SetContext;
}

/**
 * The rows a command is about: those that are chosen where the menu was opened on one of them, else the one it was
 * opened on; from keys and the palette those that are chosen, else the one the keyboard is on.
 */
export async function rowsOf(
  view: vscode.TreeView<ComponentsNode>,
  row: unknown,
  chosen: unknown,
): Promise<readonly ComponentsNode[]> {
  if (Array.isArray(chosen) && chosen.length > 0) return chosen as ComponentsNode[];
  if (isRow(row)) return [row];
  if (view.selection.length > 0) return view.selection;
  const focused = view.visible ? await focusedNode(view) : undefined;
  return focused ? [focused] : [];
}

/** The components among rows and in the folders among them, each once. */
export function componentsIn(rows: readonly ComponentsNode[]): readonly ComponentRow[] {
  const found = rows.flatMap((row) =>
    row.kind === 'component' ? [row] : componentsIn(row.children),
  );
  return [...new Set(found)];
}

function isRow(row: unknown): row is ComponentsNode {
  return ['project', 'folder', 'component'].includes(String(Reflect.get(Object(row), 'kind')));
}

/** Registers what is done with chosen rows; answers how dropped rows are moved. */
export function registerRowCommands(
  { reporter, model, tree, view, setContext }: RowCommandDeps,
  owned: Disposables,
): (rows: readonly ComponentsNode[], target: ComponentsNode | undefined) => Promise<void> {
  const lastMove = owned.add(
    new LastMove((isThere) => setContext('quantum.components.canUndoMove', isThere)),
  );
  const move = async (
    rows: readonly ComponentsNode[],
    target: ComponentsNode | undefined,
  ): Promise<void> => {
    const place = await moveRows(rows, target);
    if (place === undefined || target === undefined) throw new Cancelled();
    const { projectId } = target;
    // The rows follow at once, whether or not the files are followed.
    await model.scan(projectId);
    const [moved] = componentsIn(tree.rowsAt(projectId, place));
    if (!moved) return;
    lastMove.note({ file: vscode.Uri.file(moved.fsPath), projectId });
    await view().reveal(moved, { select: true, focus: true });
  };
  owned.add(
    reporter.register('quantum.components.undoMove', async () => {
      const projectId = await lastMove.undo();
      if (projectId !== undefined) await model.scan(projectId);
    }),
  );
  owned.add(
    reporter.register('quantum.components.open', async (row, chosen) => {
      const components = componentsIn(await rowsOf(view(), row, chosen));
      const preview = components.length === 1;
      for (const { fsPath } of components)
        await vscode.window.showTextDocument(vscode.Uri.file(fsPath), { preview });
    }),
  );
  owned.add(
    reporter.register('quantum.components.copyPath', async (row, chosen) => {
      const rows = await rowsOf(view(), row, chosen);
      const paths = rows.map(({ rootPath, fsPath }) => path.relative(rootPath, fsPath));
      await vscode.env.clipboard.writeText(paths.join('\n'));
    }),
  );
  owned.add(
    reporter.register('quantum.components.moveTo', async (row, chosen) => {
      const rows = await rowsOf(view(), row, chosen);
      if (rows.length === 0) throw new Error(vscode.l10n.t('Choose what to move first.'));
      await move(rows, await pickFolder(rows, tree));
    }),
  );
  return move;
}

/** A folder of the project that the rows are of. */
async function pickFolder(
  rows: readonly ComponentsNode[],
  tree: ComponentsTree,
): Promise<FolderRow> {
  const projectId = rows[0]?.projectId;
  const folders = foldersIn(tree.rows.filter((row) => row.projectId === projectId));
  const picked = await vscode.window.showQuickPick(
    folders.map((folder) => ({ label: folder.folder, folder, iconPath: vscode.ThemeIcon.Folder })),
    {
      title: vscode.l10n.t('Move to Folder'),
      placeHolder: vscode.l10n.t('Imports, calls, links and tests follow'),
    },
  );
  if (!picked) throw new Cancelled();
  return picked.folder;
}

function foldersIn(rows: readonly ComponentsNode[]): FolderRow[] {
  return rows.flatMap((row) => {
    if (row.kind === 'component') return [];
    return [...(row.kind === 'folder' ? [row] : []), ...foldersIn(row.children)];
  });
}
