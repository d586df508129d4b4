import path from 'node:path';
import * as vscode from 'vscode';
import type { PreviewText } from '../../protocol/preview.js';
import type { Project } from '../../protocol/projects.js';

/** A document of a project: the project, and the path from its root. */
export interface ProjectFile {
  readonly project: Project & { readonly rootPath: string };
  readonly filePath: string;
}

/** The project a document belongs to; undefined outside of all. */
export function projectFileOf(
  uri: vscode.Uri,
  projects: readonly Project[],
): ProjectFile | undefined {
  if (uri.scheme !== 'file') return undefined;
  for (const project of projects) {
    if (!hasFolder(project)) continue;
    const filePath = path.relative(project.rootPath, uri.fsPath).split(path.sep).join('/');
    if (!filePath.startsWith('../') && !path.isAbsolute(filePath)) return { project, filePath };
  }
  return undefined;
}

function hasFolder(project: Project): project is ProjectFile['project'] {
  return project.rootPath !== null;
}

/**
 * The project's open pages as they are in the editor. Not only those that are dirty: with the event of the
 * first change a document does not say yet that it is.
 */
export function openTexts(project: Project): PreviewText[] {
  return vscode.workspace.textDocuments.flatMap((document) => {
    if (document.languageId !== 'quantum') return [];
    const file = projectFileOf(document.uri, [project]);
    return file ? [{ filePath: file.filePath, text: document.getText() }] : [];
  });
}

/** The versions of a project's open pages, and of the untitled one, by their URI. */
export function openVersions(project: Project, untitled: string): Map<string, number> {
  return new Map(
    vscode.workspace.textDocuments
      .filter(({ languageId }) => languageId === 'quantum')
      .map(({ uri, version }) => ({ uri, key: uri.toString(), version }))
      .filter(({ uri, key }) => key === untitled || projectFileOf(uri, [project]))
      .map(({ key, version }) => [key, version]),
  );
}
