import * as vscode from 'vscode';
import type { DeleteConsequences, Project } from '../../protocol/projects.js';
import { Cancelled } from '../platform/reporter.js';
import type { ProjectsApi } from './projectsApi.js';

/** Deletes a project after a modal that says what goes with it and what stays. @throws Cancelled */
export async function deleteProject(project: Project, api: ProjectsApi): Promise<void> {
  const consequences = await api.consequences(project.id);
  const verb = vscode.l10n.t('Delete Project');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('Delete the project "{0}"?', project.name),
    { modal: true, detail: consequenceText(project, consequences) },
    verb,
  );
  if (chosen !== verb) throw new Cancelled();
  await api.remove(project.id);
}

/** What Quantum Admin forgets, one line each, and that the files stay. */
export function consequenceText(project: Project, consequences: DeleteConsequences): string {
  const { datasources, migrations, components, endpoints, testRuns, jobs } = consequences;
  const { environments, variables } = consequences;
  const lines = [
    [datasources, vscode.l10n.t('Datasources: {0}', datasources)],
    [migrations, vscode.l10n.t('Migrations: {0}', migrations)],
    [environments, vscode.l10n.t('Environments: {0}', environments)],
    [variables, vscode.l10n.t('Variables: {0}', variables)],
    [components, vscode.l10n.t('Components: {0}', components)],
    [endpoints, vscode.l10n.t('Endpoints: {0}', endpoints)],
    [testRuns, vscode.l10n.t('Test runs: {0}', testRuns)],
    [jobs, vscode.l10n.t('Jobs and their logs: {0}', jobs)],
  ] as const;
  const going = lines.filter(([count]) => count > 0).map(([, line]) => `• ${line}`);
  const goes =
    going.length === 0
      ? vscode.l10n.t('Nothing else is recorded for it.')
      : [vscode.l10n.t('Quantum Admin forgets with it:'), ...going].join('\n');
  const stays =
    project.rootPath === null
      ? vscode.l10n.t('It has no folder; no file is touched.')
      : vscode.l10n.t('Your files stay: {0}', project.rootPath);
  return `${goes}\n\n${stays}`;
}
