import * as vscode from 'vscode';
import type { Project } from '../../protocol/projects.js';
import { showJobProgress, type JobProgressDeps } from '../jobs/jobProgress.js';
import { requireTrust } from '../platform/trust.js';
import type { ProjectsApi } from './projectsApi.js';

/** Runs the install job to its end and says what to do next. @throws NotTrusted, the service's problem */
export async function installFramework(
  project: Project,
  api: ProjectsApi,
  deps: JobProgressDeps,
): Promise<void> {
  requireTrust();
  const job = await showJobProgress(await api.installFramework(project.id), deps);
  const showLog = vscode.l10n.t('Show Log');
  if (job.state === 'completed') {
    const terminal = vscode.l10n.t('Open Terminal');
    const chosen = await vscode.window.showInformationMessage(
      vscode.l10n.t(
        'quantum-framework is installed for "{0}". Run "quantum start" in a terminal to see the application.',
        project.name,
      ),
      terminal,
    );
    if (chosen === terminal)
      await vscode.commands.executeCommand('quantum.projects.openTerminal', project.id);
    return;
  }
  if (job.state === 'cancelled') {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The installation for "{0}" was cancelled.', project.name),
    );
    return;
  }
  const doctor = vscode.l10n.t('Doctor');
  const chosen = await vscode.window.showErrorMessage(
    vscode.l10n.t(
      'quantum-framework was not installed for "{0}": {1}',
      project.name,
      job.error ?? job.state,
    ),
    showLog,
    doctor,
  );
  if (chosen === showLog) deps.log.show();
  if (chosen === doctor) await vscode.commands.executeCommand('quantum.doctor');
}
