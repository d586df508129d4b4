import { homedir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Project } from '../../protocol/projects.js';
import { Cancelled } from '../platform/reporter.js';
import { askName } from './askName.js';
import { openFolder } from './folderCommands.js';
import { folderNameFor } from './projectName.js';
import type { ProjectsApi } from './projectsApi.js';
import type { ProjectsModel } from './projectsModel.js';

/** Template → name → folder → created, then offers to open it. @throws Cancelled, the service's problem */
export async function newProject(api: ProjectsApi, model: ProjectsModel): Promise<void> {
  const title = vscode.l10n.t('New Quantum Project');
  const template = await pickTemplate(api, title);
  const name = await askName(
    { title, prompt: vscode.l10n.t('Name of the project') },
    model.projects.map((project) => project.name),
  );
  const rootPath = await pickFolder(title, name);
  const project = await api.create({ name, rootPath, template });
  await offerToOpen(project);
}

async function pickTemplate(api: ProjectsApi, title: string): Promise<string> {
  const items = api.templates().then((templates) =>
    templates.map((template) => ({
      label: template.title,
      detail: template.description,
      name: template.name,
    })),
  );
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('What should it begin with?'),
    matchOnDetail: true,
  });
  if (picked === undefined) throw new Cancelled();
  return picked.name;
}

/** The parent folder a person chooses, and in it a folder named after the project. */
async function pickFolder(title: string, name: string): Promise<string> {
  const open = vscode.workspace.workspaceFolders?.[0]?.uri;
  const start = open?.scheme === 'file' ? path.dirname(open.fsPath) : homedir();
  const [parent] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t(
        '{0}: where should the folder "{1}" be made?',
        title,
        folderNameFor(name),
      ),
      openLabel: vscode.l10n.t('Create Here'),
      defaultUri: vscode.Uri.file(start),
      canSelectFiles: false,
      canSelectFolders: true,
      canSelectMany: false,
    })) ?? [];
  if (parent === undefined) throw new Cancelled();
  return path.join(parent.fsPath, folderNameFor(name));
}

async function offerToOpen(project: Project): Promise<void> {
  const newWindow = vscode.l10n.t('Open in New Window');
  const thisWindow = vscode.l10n.t('Open Here');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('"{0}" was created in {1}.', project.name, project.rootPath ?? ''),
    newWindow,
    thisWindow,
  );
  if (chosen !== undefined) await openFolder(project, chosen === newWindow);
}
