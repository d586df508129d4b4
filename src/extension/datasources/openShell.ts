import * as vscode from 'vscode';
import { terminalRuntime } from '../../client/nodeCandidates.js';
import type { Datasource } from '../../protocol/datasources.js';
import { containerShell } from '../../protocol/datasourceShell.js';
import { defaultHome } from '../../protocol/home.js';
import type { Project } from '../../protocol/projects.js';
import { requireTrust } from '../platform/trust.js';
import type { WorkDeps } from './followWork.js';
import { serverTerminal } from './serverTerminal.js';

/** The database's own shell in a terminal. `commandLine`: the file of our own, which enters servers. */
export async function openShell(
  datasource: Datasource,
  project: Project | undefined,
  { api, commandLine }: WorkDeps & { readonly commandLine: string },
): Promise<void> {
  requireTrust();
  const detail = await api.detail(datasource.id);
  const own = { file: commandLine, home: defaultHome(), runtime: terminalRuntime() };
  const shell =
    detail.connectionType === 'docker'
      ? containerShell(detail, await api.docker())
      : serverTerminal(detail, own);
  if (shell === undefined)
    throw new Error(vscode.l10n.t('There is no shell for "{0}".', datasource.name));
  const { program, args, env } = shell;
  vscode.window
    .createTerminal({
      ...{ name: datasource.name, shellPath: program, shellArgs: [...args], env: { ...env } },
      ...(typeof project?.rootPath === 'string' ? { cwd: project.rootPath } : {}),
      iconPath: new vscode.ThemeIcon('database'),
      // The editor keeps what a terminal showed, and would keep what is in the database.
      isTransient: true,
    })
    .show();
}
