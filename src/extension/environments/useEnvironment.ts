import * as vscode from 'vscode';
import type { Environment } from '../../protocol/environments.js';
import type { Project } from '../../protocol/projects.js';
import { Cancelled } from '../platform/reporter.js';
import { confirm } from './confirm.js';
import { environmentWords } from './environmentItem.js';
import type { EnvironmentsApi } from './environmentsApi.js';

type UpdateApi = Pick<EnvironmentsApi, 'update'>;

/** What is run here has its variables from now on; of production only after a question. */
export async function use(
  { id, name, type, variables }: Environment,
  project: Project | undefined,
  api: UpdateApi,
): Promise<void> {
  if (type === 'prod')
    await confirm(
      vscode.l10n.t('Use the production environment "{0}" here?', name),
      vscode.l10n.t(
        'What is run of "{0}" on this machine, its server, tests, previews, try-outs and terminals, is given the variables of production ({1}), and reaches with them what they name. A running application starts again with them.',
        ...[project?.name ?? '', variables],
      ),
      vscode.l10n.t('Use Production'),
    );
  await api.update(id, { inUse: true });
}

/** What is run here has the variables of the project alone. */
export async function stopUsing({ id }: Environment, api: UpdateApi): Promise<void> {
  await api.update(id, { inUse: false });
}

/** Asks which environment of a project is in use, or none. @throws Cancelled */
export async function chooseInUse(
  project: Project,
  environments: readonly Environment[],
  api: UpdateApi,
): Promise<void> {
  if (environments.length === 0)
    throw new Error(vscode.l10n.t('There is no environment this can be done with.'));
  const none: vscode.QuickPickItem & { readonly environment?: Environment } = {
    label: vscode.l10n.t('None'),
    description: vscode.l10n.t('the variables of the project alone'),
    iconPath: new vscode.ThemeIcon('circle-slash'),
  };
  const items = environments.map((environment) => ({
    ...{ label: environment.name, description: environmentWords(environment), environment },
    iconPath: new vscode.ThemeIcon(environment.inUse ? 'record' : 'circle-large'),
  }));
  const picked = await vscode.window.showQuickPick([...items, none], {
    title: vscode.l10n.t('The environment of "{0}" in use', project.name),
    placeHolder: vscode.l10n.t('What is run here has the variables of which environment?'),
  });
  if (!picked) throw new Cancelled();
  const before = environments.find(({ inUse }) => inUse);
  if (picked.environment?.id === before?.id) return;
  if (picked.environment) await use(picked.environment, project, api);
  else if (before) await stopUsing(before, api);
}

/** Asks its address; the answer stands on the row, and in a message where that is not seen. */
export async function check(
  { id, name }: Environment,
  isRowSeen: boolean,
  api: Pick<EnvironmentsApi, 'check'>,
): Promise<void> {
  const { status, problem } = await vscode.window.withProgress(
    { location: { viewId: 'quantum.environments' } },
    () => api.check(id),
  );
  if (status === 'down')
    void vscode.window.showWarningMessage(vscode.l10n.t('"{0}" is down: {1}', name, problem ?? ''));
  else if (!isRowSeen)
    void vscode.window.showInformationMessage(vscode.l10n.t('"{0}" is up.', name));
}

/** Its page, in the browser. */
export async function openUrl({ url }: Environment): Promise<void> {
  if (url !== null) await vscode.env.openExternal(vscode.Uri.parse(url, true));
}
