import path from 'node:path';
import * as vscode from 'vscode';
import type { Project } from '../../protocol/projects.js';
import type { ProjectRun, SourcePlace } from '../../protocol/running.js';
import type { RunningApi } from './runningApi.js';

/** The address of a running application as this window's person reaches it: forwarded where it runs elsewhere. */
async function addressOf(run: ProjectRun, api: RunningApi): Promise<vscode.Uri> {
  const local = vscode.Uri.parse(run.url ?? '', true);
  const outside = await vscode.env.asExternalUri(local);
  if (outside.authority !== local.authority)
    await api.addAddress(run.projectId, outside.toString());
  return outside;
}

export async function openInBrowser(run: ProjectRun, api: RunningApi): Promise<void> {
  await vscode.env.openExternal(await addressOf(run, api));
}

/** In an editor tab, by the browser that VS Code brings. */
export async function openInEditor(run: ProjectRun, api: RunningApi): Promise<void> {
  const address = await addressOf(run, api);
  await vscode.commands.executeCommand('simpleBrowser.api.open', address, {
    viewColumn: vscode.ViewColumn.Beside,
    preserveFocus: true,
  });
}

/** Shows a place of the source in an editor. */
export async function openPlace(project: Project, place: SourcePlace): Promise<void> {
  const uri = vscode.Uri.file(path.join(project.rootPath ?? '', place.file));
  const at = new vscode.Position(Math.max(0, (place.line ?? 1) - 1), place.column ?? 0);
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(at, at) });
}
