import path from 'node:path';
import * as vscode from 'vscode';
import type { Project } from '../../protocol/projects.js';
import { focusedNode } from '../platform/focusedNode.js';
import { Cancelled } from '../platform/reporter.js';
import { rowDescription } from './projectItem.js';
import type { ProjectsNode } from './projectNodes.js';
import type { ProjectsModel } from './projectsModel.js';

export interface TargetDeps {
  readonly model: ProjectsModel;
  readonly view: vscode.TreeView<ProjectsNode>;
  readonly isHere: (project: Project) => boolean;
}

/**
 * The project a command means: the row it was called on, the id it was given (links and pages), the
 * row the keyboard is on (keys, which carry `{ focused: true }`), or the one a person picks.
 * @throws Cancelled when nothing is picked
 */
export async function projectTarget(
  argument: unknown,
  placeHolder: string,
  deps: TargetDeps,
): Promise<Project> {
  const onKeyboard = typeof argument === 'object' && argument !== null && 'focused' in argument;
  const id = idOf(onKeyboard ? await focusedNode(deps.view) : argument);
  const known = id === undefined ? undefined : deps.model.get(id);
  if (known !== undefined) return known;
  if (!deps.model.isLoaded) await deps.model.refresh();
  const afterRead = id === undefined ? undefined : deps.model.get(id);
  if (id !== undefined) {
    if (afterRead === undefined)
      throw new Error(vscode.l10n.t('The project is not there any more.'));
    return afterRead;
  }
  return pick(placeHolder, deps);
}

/**
 * As `projectTarget`, for commands of the file in front: its project, or the only one of the window, where
 * nothing else is named.
 * @throws Cancelled when nothing is picked
 */
export async function projectAtHand(
  argument: unknown,
  placeHolder: string,
  deps: TargetDeps,
): Promise<Project> {
  const isNamed = argument !== undefined && !(argument instanceof vscode.Uri);
  if (isNamed) return projectTarget(argument, placeHolder, deps);
  const file = (argument ?? vscode.window.activeTextEditor?.document.uri)?.fsPath ?? '';
  const here = deps.model.projects.filter(deps.isHere);
  const owner = here.find(
    ({ rootPath }) => rootPath !== null && file.startsWith(rootPath + path.sep),
  );
  const only = here.length === 1 ? here[0] : undefined;
  return owner ?? only ?? projectTarget(undefined, placeHolder, deps);
}

function idOf(argument: unknown): number | undefined {
  if (typeof argument === 'number') return argument;
  if (typeof argument !== 'object' || argument === null) return undefined;
  if ('kind' in argument && argument.kind === 'project' && 'id' in argument)
    return typeof argument.id === 'number' ? argument.id : undefined;
  if ('projectId' in argument && typeof argument.projectId === 'number') return argument.projectId;
  return undefined;
}

async function pick(placeHolder: string, { model, isHere }: TargetDeps): Promise<Project> {
  const here = model.projects.filter(isHere);
  const elsewhere = model.projects.filter((project) => !isHere(project));
  const items: (vscode.QuickPickItem & { project?: Project })[] = [];
  const section = (label: string, projects: readonly Project[]): void => {
    if (projects.length === 0) return;
    items.push({ label, kind: vscode.QuickPickItemKind.Separator });
    for (const project of projects)
      items.push({
        label: project.name,
        description: rowDescription(project),
        ...(project.rootPath === null ? {} : { detail: project.rootPath }),
        project,
      });
  };
  section(vscode.l10n.t('In this window'), here);
  section(vscode.l10n.t('Other projects'), elsewhere);
  if (items.length === 0)
    throw new Error(
      vscode.l10n.t('There is no project yet. Create one with "Quantum: New Project".'),
    );
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked?.project === undefined) throw new Cancelled();
  return picked.project;
}
