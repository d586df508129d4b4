import * as vscode from 'vscode';
import type { Datasource } from '../../protocol/datasources.js';
import type { Project } from '../../protocol/projects.js';
import { requireTrust } from '../platform/trust.js';
import type { WorkDeps } from './followWork.js';
import { passwordVariables, shellProgram } from './shellProgram.js';

/** The database's own shell in a terminal. */
export async function openShell(
  datasource: Datasource,
  project: Project | undefined,
  { api }: WorkDeps,
): Promise<void> {
  requireTrust();
  const detail = await api.detail(datasource.id);
  const takesPassword = detail.hasPassword && passwordVariables[detail.type] !== undefined;
  // Asked for only where it is used: each time is written down.
  const password = takesPassword ? (await api.password(detail.id)).password : null;
  const engine = detail.connectionType === 'docker' ? await api.docker() : null;
  const shell = shellProgram(detail, password, engine);
  if (shell === undefined)
    throw new Error(vscode.l10n.t('There is no shell for "{0}".', datasource.name));
  const { program, args, env } = shell;
  vscode.window
    .createTerminal({
      ...{ name: datasource.name, shellPath: program, shellArgs: [...args], env },
      ...(typeof project?.rootPath === 'string' ? { cwd: project.rootPath } : {}),
      iconPath: new vscode.ThemeIcon('database'),
      // The editor keeps what a terminal was made with, and would keep the password.
      isTransient: true,
    })
    .show();
}
