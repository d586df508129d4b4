import * as vscode from 'vscode';
import type { Datasource, DeleteDatasourceQuery } from '../../protocol/datasources.js';
import { nameProblem } from '../../protocol/datasourceRules.js';
import { showJobProgress } from '../jobs/jobProgress.js';
import { ask } from '../platform/ask.js';
import { Cancelled } from '../platform/reporter.js';
import { requireTrust } from '../platform/trust.js';
import { followWork, sayReady, type WorkDeps } from './followWork.js';
import { problemText } from './problemText.js';

const judged = (taken: readonly string[]) => (text: string) => {
  const problem = nameProblem(text, taken);
  return problem === undefined ? undefined : problemText(problem);
};

/** Asks for another name; entries of `quantum.config.yaml` keep the old one. */
export async function rename(
  datasource: Datasource,
  taken: readonly string[],
  { api }: WorkDeps,
): Promise<void> {
  const name = await ask({
    title: vscode.l10n.t('Rename "{0}"', datasource.name),
    prompt: vscode.l10n.t('The new name. An entry of quantum.config.yaml keeps the old one.'),
    value: datasource.name,
    validateInput: judged(taken.filter((one) => one !== datasource.name)),
  });
  if (name !== datasource.name) await api.update(datasource.id, { name });
}

/** Another of the same kind, with its own container, port and password. */
export async function duplicate(
  datasource: Datasource,
  taken: readonly string[],
  deps: WorkDeps,
): Promise<void> {
  requireTrust();
  const name = await ask({
    title: vscode.l10n.t('Duplicate "{0}"', datasource.name),
    prompt: vscode.l10n.t('The name of the new one. Data is not copied.'),
    value: freeName(datasource.name, taken),
    validateInput: judged(taken),
  });
  const made = await followWork(await deps.api.duplicate(datasource.id, name), deps);
  if (made !== null) void sayReady(made);
}

/** `shop-2` after `shop`, `shop-3` after `shop-2`. */
export function freeName(name: string, taken: readonly string[]): string {
  const stem = name.replace(/-\d+$/, '');
  for (let number = 2; ; number++) {
    if (!taken.includes(`${stem}-${number}`)) return `${stem}-${number}`;
  }
}

/** Changes the password in the running database, too. */
export async function changePassword(datasource: Datasource, deps: WorkDeps): Promise<void> {
  requireTrust();
  const password = await ask({
    title: vscode.l10n.t('Change the password of "{0}"', datasource.name),
    prompt: vscode.l10n.t('It is changed in the running database, too.'),
    password: true,
    validateInput: (text) => (text === '' ? problemText('empty') : undefined),
  });
  await followWork(await deps.api.update(datasource.id, { password }), deps);
}

/** Moves a container to another port, or says where an existing server is now. */
export async function changePort(datasource: Datasource, deps: WorkDeps): Promise<void> {
  requireTrust();
  const port = await ask({
    title: vscode.l10n.t('The port of "{0}"', datasource.name),
    value: String(datasource.port ?? ''),
    validateInput: (text) =>
      /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535
        ? undefined
        : problemText('port'),
  });
  if (Number(port) === datasource.port) return;
  if (datasource.connectionType === 'docker' && !(await confirmMove(datasource, Number(port))))
    throw new Cancelled();
  await followWork(await deps.api.update(datasource.id, { port: Number(port) }), deps);
}

/** Asks before a container is made anew: who is connected to it is cut off. */
export async function confirmMove({ name }: Datasource, port: number): Promise<boolean> {
  const move = vscode.l10n.t('Move and Restart');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('Move "{0}" to port {1}?', name, port),
    {
      modal: true,
      detail: vscode.l10n.t(
        'Its container is made anew and starts again; programs that are connected are cut off. The data stays.',
      ),
    },
    move,
  );
  return chosen === move;
}

/** Deletes after a choice of what goes with it. The data stays unless a person says otherwise. */
export async function deleteDatasource(
  datasource: Datasource,
  engineAway: boolean,
  deps: WorkDeps,
): Promise<void> {
  requireTrust();
  const query = await whatGoes(datasource, engineAway);
  const { jobId } = await deps.api.remove(datasource.id, query);
  if (jobId === null) return;
  const job = await showJobProgress(await deps.jobs.get(jobId), deps);
  if (job.state === 'failed') throw new Error(job.error ?? job.state);
}

async function whatGoes(
  datasource: Datasource,
  engineAway: boolean,
): Promise<DeleteDatasourceQuery> {
  if (datasource.connectionType !== 'docker') {
    const verb = vscode.l10n.t('Delete Datasource');
    const detail =
      datasource.connectionType === 'file'
        ? vscode.l10n.t('The file {0} stays where it is.', datasource.databaseName ?? '')
        : vscode.l10n.t('The server and its data are not touched.');
    const chosen = await confirm(datasource, detail, [verb]);
    return chosen === verb ? {} : cancelled();
  }
  if (engineAway) {
    const verb = vscode.l10n.t('Forget It');
    const detail = vscode.l10n.t(
      'The Docker engine does not answer. The container and its volume stay where they are.',
    );
    await confirm(datasource, detail, [verb]);
    return { container: 'keep', volume: 'keep', force: true };
  }
  const keepData = vscode.l10n.t('Delete, Keep the Data');
  const archive = vscode.l10n.t('Delete, Archive the Data');
  const all = vscode.l10n.t('Delete with All Data');
  const container = vscode.l10n.t('Delete, Keep the Container');
  const detail = vscode.l10n.t(
    'The container goes. Its data is in the volume {0}: it can stay, be written to an archive first, or go, too.',
    datasource.volume ?? '',
  );
  switch (await confirm(datasource, detail, [keepData, archive, all, container])) {
    case archive:
      return { container: 'remove', volume: 'archive' };
    case all:
      return { container: 'remove', volume: 'delete' };
    case container:
      return { container: 'keep', volume: 'keep' };
    default:
      return { container: 'remove', volume: 'keep' };
  }
}

async function confirm(
  { name }: Datasource,
  detail: string,
  verbs: readonly string[],
): Promise<string> {
  const title = vscode.l10n.t('Delete the datasource "{0}"?', name);
  const chosen = await vscode.window.showWarningMessage(title, { modal: true, detail }, ...verbs);
  return chosen ?? cancelled();
}

function cancelled(): never {
  throw new Cancelled();
}
