import * as vscode from 'vscode';
import type { PreviewPage, PreviewValue } from '../../protocol/preview.js';
import type { Previewed } from './previewSubject.js';

/** Where a file of a drawing is: undefined for the page that was made to call a component, which is nowhere. */
export function drawnUri(
  { project, subject }: Previewed,
  { standIn }: PreviewPage,
  filePath: string,
): vscode.Uri | undefined {
  if (filePath === standIn)
    return subject.kind === 'untitled' ? vscode.Uri.parse(subject.uri, true) : undefined;
  return vscode.Uri.joinPath(vscode.Uri.file(project.rootPath), filePath);
}

/** The values of a drawing, by the document they belong to and the version that was drawn. */
export function valuesOf(
  shown: Previewed,
  drawn: PreviewPage,
  versions: ReadonlyMap<string, number>,
): Map<string, { version: number; values: PreviewValue[] }> {
  const found = new Map<string, { version: number; values: PreviewValue[] }>();
  for (const value of drawn.values) {
    const filePath = drawn.files[value.file];
    if (filePath === undefined) continue;
    const uri = drawnUri(shown, drawn, filePath)?.toString();
    const version = uri === undefined ? undefined : versions.get(uri);
    if (uri === undefined || version === undefined) continue;
    const of = found.get(uri) ?? { version, values: [] };
    of.values.push(value);
    found.set(uri, of);
  }
  return found;
}
