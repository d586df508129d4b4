import path from 'node:path';
import * as vscode from 'vscode';
import type { Datasource } from '../../protocol/datasources.js';
import type { Project } from '../../protocol/projects.js';
import { lineOf } from '../../protocol/sqlFileLine.js';
import { problemMessage, problemText } from '../platform/problemMessage.js';
import { Cancelled } from '../platform/reporter.js';
import { requireTrust } from '../platform/trust.js';
import { followWork, type WorkDeps } from './followWork.js';

const sqlFiles = (): Record<string, string[]> => ({ [vscode.l10n.t('SQL')]: ['sql'] });

const sqlTypes: readonly Datasource['type'][] = ['postgresql', 'mysql', 'mariadb', 'sqlite'];

/** Whether files of SQL go into and out of it now. */
export const takesSql = ({ type, status }: Datasource): boolean =>
  status === 'running' && sqlTypes.includes(type);

/** Runs a file of SQL in the database, as its application's user. */
export async function loadFile(
  datasource: Datasource,
  project: Project | undefined,
  deps: WorkDeps,
): Promise<void> {
  requireTrust();
  const title = vscode.l10n.t('Load into "{0}"', datasource.name);
  const [file] =
    (await vscode.window.showOpenDialog({
      ...{ title, openLabel: vscode.l10n.t('Load'), filters: sqlFiles() },
      ...startIn(project, ''),
    })) ?? [];
  if (!file) throw new Cancelled();
  const ended = await loaded(datasource, file, deps);
  if (ended === null) return;
  const said = vscode.l10n.t('{0} is loaded into "{1}".', path.basename(file.fsPath), ended.name);
  void vscode.window.showInformationMessage(said);
}

/** Null when it was cancelled, or has failed at a line that was told. @throws any other failure */
async function loaded(
  { id }: Datasource,
  file: vscode.Uri,
  deps: WorkDeps,
): Promise<Datasource | null> {
  try {
    return await followWork(await deps.api.load(id, file.fsPath), deps);
  } catch (error) {
    const line = lineOf(problemMessage(error).detail, path.basename(file.fsPath));
    if (line === undefined) throw error;
    deps.log.error('a file of SQL was not loaded', error);
    void tellLine(file, line, problemText(error));
    return null;
  }
}

async function tellLine(file: vscode.Uri, line: number, text: string): Promise<void> {
  const open = vscode.l10n.t('Open Line {0}', line);
  if ((await vscode.window.showErrorMessage(text, open)) !== open) return;
  const at = new vscode.Position(line - 1, 0);
  await vscode.window.showTextDocument(file, { selection: new vscode.Range(at, at) });
}

/** Writes tables and rows into a file of SQL. */
export async function dumpFile(
  datasource: Datasource,
  project: Project | undefined,
  deps: WorkDeps,
): Promise<void> {
  requireTrust();
  const file = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Dump "{0}"', datasource.name),
    saveLabel: vscode.l10n.t('Dump'),
    filters: sqlFiles(),
    ...startIn(project, `${datasource.name}.sql`),
  });
  if (!file) throw new Cancelled();
  const ended = await followWork(await deps.api.dump(datasource.id, file.fsPath), deps);
  if (ended === null) return;
  const open = vscode.l10n.t('Open File');
  const said = vscode.l10n.t('"{0}" is in {1}.', ended.name, path.basename(file.fsPath));
  if ((await vscode.window.showInformationMessage(said, open)) === open)
    await vscode.window.showTextDocument(file);
}

function startIn(project: Project | undefined, name: string): { defaultUri?: vscode.Uri } {
  const root = project?.rootPath ?? null;
  return root === null ? {} : { defaultUri: vscode.Uri.file(path.join(root, name)) };
}
