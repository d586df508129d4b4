import * as vscode from 'vscode';
import type { Datasource } from '../../protocol/datasources.js';
import { showJobProgress, type JobProgressDeps } from '../jobs/jobProgress.js';
import type { DatasourcesApi } from './datasourcesApi.js';

export interface WorkDeps extends JobProgressDeps {
  readonly api: DatasourcesApi;
}

/**
 * Shows the work on a datasource until it ends, and answers the datasource as it is then; null when a person
 * cancelled it. @throws with the cause and the repair when the work failed
 */
export async function followWork(started: Datasource, deps: WorkDeps): Promise<Datasource | null> {
  if (started.jobId === null) return started;
  const job = await showJobProgress(await deps.jobs.get(started.jobId), deps);
  if (job.state === 'cancelled') return null;
  const now = await deps.api.detail(started.id);
  if (job.state === 'completed') return now;
  const { error } = now;
  throw Object.assign(new Error(error?.message ?? job.error ?? job.state), {
    ...(error === null || error.repair === null ? {} : { repair: error.repair }),
  });
}

/** Says that a new datasource can be used, with what usually comes next. */
export async function sayReady(datasource: Datasource): Promise<void> {
  const use = vscode.l10n.t('Use in Project');
  const details = vscode.l10n.t('Open Details');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('"{0}" is ready.', datasource.name),
    use,
    details,
  );
  if (chosen === use)
    await vscode.commands.executeCommand('quantum.datasources.useInProject', datasource.id);
  if (chosen === details)
    await vscode.commands.executeCommand('quantum.datasources.openDetails', datasource.id);
}
