import * as vscode from 'vscode';
import type { Project } from '../../protocol/projects.js';
import type { ProjectRun } from '../../protocol/running.js';
import { rowClick } from '../platform/rowClick.js';
import { runWords } from '../running/runWords.js';
import { projectLook } from './projectLook.js';

/** The row of a project. `isHere`: its folder is open in this window, so it starts expanded. */
export function projectItem(
  project: Project,
  { isHere, run }: { isHere: boolean; run: ProjectRun | undefined },
): vscode.TreeItem {
  const look = projectLook(project, run);
  const item = new vscode.TreeItem(
    project.name,
    isHere ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed,
  );
  const description = rowDescription(project, run);
  item.id = `project/${project.id}`;
  item.description = description;
  item.iconPath = new vscode.ThemeIcon(
    look.icon,
    look.color === undefined ? undefined : new vscode.ThemeColor(look.color),
  );
  item.contextValue = look.contextValue;
  item.accessibilityInformation = { label: `${project.name}, ${description}`, role: 'treeitem' };
  item.command = rowClick('quantum.projects', vscode.l10n.t('Open Details'));
  return item;
}

/** The most important thing about a project, in a few words beside its name. */
export function rowDescription(project: Project, run?: ProjectRun): string {
  const parts: string[] = [];
  const running = runWords(run);
  if (running !== '') parts.push(running);
  if (project.folderState === 'missing') parts.push(vscode.l10n.t('folder missing'));
  else if (project.folderState === 'moved') parts.push(vscode.l10n.t('folder moved'));
  else if (project.folderState === 'none') parts.push(vscode.l10n.t('no folder'));
  else if (project.frameworkVersion === null) parts.push(vscode.l10n.t('framework not installed'));
  else parts.push(vscode.l10n.t('Quantum {0}', project.frameworkVersion));
  if (project.status === 'inactive') parts.push(vscode.l10n.t('inactive'));
  return parts.join(' · ');
}

/** Made when the pointer rests on the row. Names and paths go in as text, never as Markdown. */
export function projectTooltip(project: Project): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.appendMarkdown('**').appendText(project.name).appendMarkdown('**\n\n');
  if (project.description !== null) text.appendText(project.description).appendMarkdown('\n\n');
  text.appendText(rowDescription(project)).appendMarkdown('\n\n');
  if (project.rootPath !== null) text.appendText(project.rootPath).appendMarkdown('\n\n');
  if (project.movedTo !== null)
    text.appendText(vscode.l10n.t('Found at {0}', project.movedTo)).appendMarkdown('\n\n');
  const changed = new Date(project.updatedAt).toLocaleString(vscode.env.language);
  return text.appendText(vscode.l10n.t('Changed {0}', changed));
}
