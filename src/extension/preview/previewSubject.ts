import * as vscode from 'vscode';
import type { ComponentKind } from '../../protocol/components.js';
import type { PreviewSubject } from '../../protocol/webviews.js';
import type { Project } from '../../protocol/projects.js';
import { projectFileOf, type ProjectFile } from './previewedTexts.js';

/** What a file is to the preview, and the address it answers. */
export interface FilePlace {
  readonly kind: ComponentKind;
  readonly route: string | null;
}

/** Something the preview can show. `path` is where it lies, or would. */
export interface Previewed {
  readonly project: ProjectFile['project'];
  /** From the project's root; of an untitled document null, unless it has a place already. */
  readonly filePath: string | null;
  readonly subject: PreviewSubject;
  /** The address it is drawn at first. */
  readonly address: string;
}

/** What a file is shown as, or why it is not. */
export function previewedFile(
  file: ProjectFile,
  document: vscode.Uri,
  place: FilePlace | null,
): Previewed | string | undefined {
  const name = file.filePath.split('/').at(-1) ?? '';
  const uri = document.toString();
  switch (place?.kind) {
    case undefined:
      return undefined;
    case 'page':
      if (place.route === null) return undefined;
      return { ...file, subject: { kind: 'page', name, uri }, address: addressOf(place.route) };
    case 'component':
    case 'layout':
    case 'part':
      return { ...file, subject: { kind: 'component', name, uri }, address: '/' };
    case 'application':
    case 'job':
      return vscode.l10n.t(
        '{0} is no page and no component: it has nothing that a browser shows.',
        name,
      );
    case 'outside':
      return vscode.l10n.t(
        '{0} lies outside of the folder of components: the framework neither serves nor calls it.',
        name,
      );
  }
}

/**
 * What an untitled document is shown as: a page of the project it would be saved in. That is the one its place lies
 * in, else the one that is shown, else the one of the other open pages, else the only one.
 */
export function previewedUntitled(
  { uri }: vscode.TextDocument,
  projects: readonly Project[],
  shown: Project | undefined,
): Previewed | string {
  const name = uri.path.split('/').at(-1) ?? uri.path;
  const placed = projectFileOf(vscode.Uri.file(uri.path), projects);
  const project = placed?.project ?? likelyProject(projects, shown);
  if (typeof project === 'string') return project;
  return {
    project,
    filePath: placed?.filePath ?? null,
    subject: { kind: 'untitled', name, uri: uri.toString() },
    address: `/${encodeURIComponent(name.replace(/\.q$/, '').toLowerCase())}`,
  };
}

function likelyProject(
  projects: readonly Project[],
  shown: Project | undefined,
): ProjectFile['project'] | string {
  const open = vscode.workspace.textDocuments.flatMap(({ uri }) => {
    const file = projectFileOf(uri, projects);
    return file ? [file.project] : [];
  });
  const candidates = [
    shown,
    open.find((one) => open.every(({ id }) => id === one.id)),
    only(projects),
  ];
  for (const one of candidates) if (one && hasFolder(one)) return one;
  return projects.length === 0
    ? vscode.l10n.t(
        'An untitled page is drawn as one of a Quantum project, and none is open in this window.',
      )
    : vscode.l10n.t(
        'Several projects are open: show a page of the one that this untitled page is for, or save it there.',
      );
}

const only = (projects: readonly Project[]): Project | undefined =>
  projects.length === 1 ? projects[0] : undefined;

function hasFolder(project: Project): project is ProjectFile['project'] {
  return project.rootPath !== null;
}

/** An address that the route fits: its parameters are 1 until a person says otherwise. */
function addressOf(route: string): string {
  return route.replaceAll(/\[(?:\.\.\.)?\w+\]/g, '1');
}
