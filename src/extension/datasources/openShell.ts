import * as vscode from 'vscode';
import type { Datasource } from '../../protocol/datasources.js';
import type { Project } from '../../protocol/projects.js';
import { requireTrust } from '../platform/trust.js';
import type { WorkDeps } from './followWork.js';

/** The variable a client program of a terminal reads the password from. */
const passwordVariables: Partial<Record<Datasource['type'], string>> = {
  ...{ postgresql: 'PGPASSWORD', mysql: 'MYSQL_PWD', mariadb: 'MYSQL_PWD' },
  redis: 'REDISCLI_AUTH',
};

/**
 * The database's own shell in a terminal. The password goes by the terminal's environment, so that no command
 * line and no history has it.
 */
export async function openShell(
  datasource: Datasource,
  project: Project | undefined,
  { api }: WorkDeps,
): Promise<void> {
  requireTrust();
  const { connection } = await api.detail(datasource.id);
  const [program, ...given] = connection.shell ?? [];
  if (program === undefined)
    throw new Error(vscode.l10n.t('There is no shell for "{0}".', datasource.name));
  const variable = passwordVariables[datasource.type];
  const env: Record<string, string> = {};
  if (variable !== undefined && datasource.hasPassword) {
    const { password } = await api.password(datasource.id);
    if (password !== null) env[variable] = password;
  }
  // Docker hands the named variable on from its own environment: its value is in no argument.
  const isExec = program === 'docker' && given[0] === 'exec' && variable !== undefined;
  const shellArgs = isExec ? ['exec', '-e', variable, ...given.slice(1)] : given;
  vscode.window
    .createTerminal({
      ...{ name: datasource.name, shellPath: program, shellArgs, env },
      ...(typeof project?.rootPath === 'string' ? { cwd: project.rootPath } : {}),
      iconPath: new vscode.ThemeIcon('database'),
    })
    .show();
}
