import path from 'node:path';
import * as vscode from 'vscode';
import type { Project, ProjectDetail } from '../../protocol/projects.js';
import { environmentOf } from './terminalEnvironment.js';

/** Opens the project's folder as a workspace. @throws when it has none or it is gone */
export async function openFolder(project: Project, forceNewWindow: boolean): Promise<void> {
  await vscode.commands.executeCommand('vscode.openFolder', folderOf(project), { forceNewWindow });
}

/** Shows the folder in the Explorer when it is part of this window, else offers to open it. */
export async function revealInExplorer(project: Project): Promise<void> {
  const folder = folderOf(project);
  if (vscode.workspace.getWorkspaceFolder(folder) !== undefined) {
    await vscode.commands.executeCommand('revealInExplorer', folder);
    return;
  }
  const open = vscode.l10n.t('Open in New Window');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('The folder of "{0}" is not part of this window.', project.name),
    open,
  );
  if (chosen === open) await openFolder(project, true);
}

/** Shows the folder in the system's file manager. */
export async function revealInOs(project: Project): Promise<void> {
  await vscode.commands.executeCommand('revealFileInOS', folderOf(project));
}

/** A terminal in the project's folder that finds the project's Python and `quantum` first. */
export function openTerminal(
  project: Project,
  detail: ProjectDetail,
  variables: Readonly<Record<string, string>>,
): void {
  const folder = folderOf(project);
  vscode.window
    .createTerminal({
      name: project.name,
      cwd: folder,
      env: { ...environmentOf(detail.framework.interpreter, process.env), ...variables },
      // The editor keeps what a terminal was made with, and would keep passwords.
      isTransient: Object.keys(variables).length > 0,
      iconPath: new vscode.ThemeIcon('package'),
    })
    .show();
}

function folderOf(project: Project): vscode.Uri {
  if (project.rootPath === null)
    throw new Error(vscode.l10n.t('"{0}" has no folder. Link one first.', project.name));
  if (project.folderState !== 'present')
    throw new Error(
      vscode.l10n.t(
        'The folder of "{0}" is not at {1} any more. Use "Re-link Folder…".',
        project.name,
        path.normalize(project.rootPath),
      ),
    );
  return vscode.Uri.file(project.rootPath);
}
