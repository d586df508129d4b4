import * as vscode from 'vscode';
import type { Project } from '../../protocol/projects.js';
import { Cancelled } from '../platform/reporter.js';
import { askName } from './askName.js';
import type { ProjectsApi } from './projectsApi.js';
import type { ProjectsModel } from './projectsModel.js';

/** Asks for a new name and gives it. */
export async function rename(
  project: Project,
  api: ProjectsApi,
  model: ProjectsModel,
): Promise<void> {
  const others = model.projects.filter(({ id }) => id !== project.id).map(({ name }) => name);
  const name = await askName(
    {
      title: vscode.l10n.t('Rename "{0}"', project.name),
      prompt: vscode.l10n.t('The new name. Files and folders keep theirs.'),
      value: project.name,
    },
    others,
  );
  if (name !== project.name) await api.update(project.id, { name });
}

/** Asks for a description; an empty one removes it. */
export async function editDescription(project: Project, api: ProjectsApi): Promise<void> {
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Describe "{0}"', project.name),
    prompt: vscode.l10n.t('What is this project for? Leave it empty for no description.'),
    value: project.description ?? '',
    validateInput: (value) =>
      value.length > 2000 ? vscode.l10n.t('A description has 2000 characters at most.') : undefined,
  });
  if (text === undefined) throw new Cancelled();
  const description = text.trim() === '' ? null : text.trim();
  if (description !== project.description) await api.update(project.id, { description });
}

/** Asks where the project's folder is now, offering the place where it was found. */
export async function relinkFolder(project: Project, api: ProjectsApi): Promise<void> {
  if (project.movedTo !== null) {
    const found = project.movedTo;
    const take = vscode.l10n.t('Link This Folder');
    const other = vscode.l10n.t('Choose Another…');
    const chosen = await vscode.window.showInformationMessage(
      vscode.l10n.t('The folder of "{0}" was found at {1}.', project.name, found),
      { modal: true },
      take,
      other,
    );
    if (chosen === undefined) throw new Cancelled();
    if (chosen === take) {
      await api.update(project.id, { rootPath: found });
      return;
    }
  }
  const [folder] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('The folder of "{0}"', project.name),
      openLabel: vscode.l10n.t('Link Folder'),
      canSelectFiles: false,
      canSelectFolders: true,
      canSelectMany: false,
    })) ?? [];
  if (folder === undefined) throw new Cancelled();
  await api.update(project.id, { rootPath: folder.fsPath });
}
