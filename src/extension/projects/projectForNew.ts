import * as vscode from 'vscode';
import type { Project } from '../../protocol/projects.js';
import { Cancelled } from '../platform/reporter.js';

/** The project something new is for: the row's, the only one here, or the one a person picks. */
export async function projectForNew(argument: unknown, here: readonly Project[]): Promise<Project> {
  const id =
    typeof argument === 'object' && argument !== null && 'projectId' in argument
      ? argument.projectId
      : undefined;
  const known = here.find((project) => project.id === id);
  if (known) return known;
  const [only, ...more] = here;
  if (!only) throw new Error(vscode.l10n.t('Open the folder of a project first.'));
  if (more.length === 0) return only;
  const picked = await vscode.window.showQuickPick(
    here.map((project) => ({ label: project.name, description: project.rootPath ?? '', project })),
    { placeHolder: vscode.l10n.t('For which project?') },
  );
  if (!picked) throw new Cancelled();
  return picked.project;
}
