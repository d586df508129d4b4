import * as vscode from 'vscode';
import type { Datasource } from '../../protocol/datasources.js';
import { requireTrust } from '../platform/trust.js';
import type { LifeAction } from './datasourcesApi.js';
import { followWork, type WorkDeps } from './followWork.js';

/** Starts, stops, restarts or sets up, and follows that to its end. */
export async function live(
  datasource: Datasource,
  action: LifeAction,
  deps: WorkDeps,
): Promise<void> {
  requireTrust();
  await followWork(await deps.api.act(datasource.id, action), deps);
}

/** Connects as the application would, and says how that went. @throws with the cause when it failed */
export async function testConnection({ id, name }: Datasource, { api }: WorkDeps): Promise<void> {
  requireTrust();
  const { ok, ms, serverVersion, error } = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Connecting to "{0}"…', name),
    },
    () => api.test(id),
  );
  if (!ok)
    throw Object.assign(new Error(error?.message ?? vscode.l10n.t('It does not connect.')), {
      repair: error?.repair,
    });
  void vscode.window.showInformationMessage(
    vscode.l10n.t('"{0}" answers: {1}, in {2} ms.', name, serverVersion ?? '', Math.round(ms)),
  );
}

/** The connection URL without its password; the one with it only on a second, explicit request. */
export async function copyUrl(datasource: Datasource, { api }: WorkDeps): Promise<void> {
  const { connection } = await api.detail(datasource.id);
  if (connection.url === null)
    throw new Error(vscode.l10n.t('"{0}" has no address yet.', datasource.name));
  await vscode.env.clipboard.writeText(connection.url);
  if (!datasource.hasPassword) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The URL was copied.'));
    return;
  }
  const withPassword = vscode.l10n.t('Copy with Password');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('The URL was copied; *** stands where the password goes.'),
    withPassword,
  );
  if (chosen !== withPassword) return;
  const { url } = await api.password(datasource.id);
  if (url !== null) await vscode.env.clipboard.writeText(url);
}

/** The password, after a word that this is written down. */
export async function copyPassword({ id, name }: Datasource, { api }: WorkDeps): Promise<void> {
  requireTrust();
  const { password } = await api.password(id);
  if (password === null) throw new Error(vscode.l10n.t('"{0}" has no password.', name));
  await vscode.env.clipboard.writeText(password);
  void vscode.window.showInformationMessage(
    vscode.l10n.t('The password of "{0}" was copied. That you asked for it is written down.', name),
  );
}

/** Writes the datasource into `quantum.config.yaml` and shows it there. */
export async function useInProject(datasource: Datasource, { api }: WorkDeps): Promise<void> {
  requireTrust();
  const { path, changed, variable } = await api.use(datasource.id);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(path));
  const editor = await vscode.window.showTextDocument(document);
  const at = document
    .getText()
    .search(new RegExp(`^\\s+["']?${escaped(datasource.name)}["']?:`, 'm'));
  const line = document.positionAt(at).translate(1).line;
  const range = document.lineAt(Math.min(line, document.lineCount - 1)).range;
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  const text = changed
    ? vscode.l10n.t('"{0}" stands in quantum.config.yaml.', datasource.name)
    : vscode.l10n.t('quantum.config.yaml says all of "{0}" already.', datasource.name);
  const more =
    variable === null
      ? ''
      : vscode.l10n.t('What the editor starts gets {0}; elsewhere set it yourself.', variable);
  void vscode.window.showInformationMessage(`${text} ${more}`.trim());
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
