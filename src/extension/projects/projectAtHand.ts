import path from 'node:path';
import * as vscode from 'vscode';
import type { Project } from '../../protocol/projects.js';

/** The project of the file in front, else the only one, or the first, of the window. */
export function projectAtHand(projects: readonly Project[]): Project | undefined {
  if (!vscode.workspace.isTrusted) return undefined;
  const file = vscode.window.activeTextEditor?.document.uri.fsPath ?? '';
  const holds = ({ rootPath }: Project): boolean =>
    rootPath !== null && file.startsWith(rootPath + path.sep);
  return projects.find(holds) ?? projects[0];
}
