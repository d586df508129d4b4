import * as vscode from 'vscode';
import type { DatasourceKind, DatasourceType } from '../../protocol/datasources.js';
import type { Project } from '../../protocol/projects.js';
import { Cancelled } from '../platform/reporter.js';
import { requireTrust } from '../platform/trust.js';
import { followWork, sayReady, type WorkDeps } from './followWork.js';

interface TypeItem extends vscode.QuickPickItem {
  /** Null: a form with everything. */
  readonly type?: DatasourceType | null;
}

/**
 * Express: the type is the one question; everything else follows from it, up to a database that is ready.
 * @throws Cancelled, the service's problem
 */
export async function newDatasource(
  project: Project,
  given: unknown,
  deps: WorkDeps,
): Promise<void> {
  requireTrust();
  const type =
    typeof given === 'string' ? (given as DatasourceType) : await pickType(project, deps);
  if (type === null) {
    await vscode.commands.executeCommand('quantum.datasources.newAdvanced', {
      projectId: project.id,
    });
    return;
  }
  const created = await deps.api.create(project.id, { type });
  const ended = await followWork(created, deps);
  if (ended !== null) void sayReady(ended);
}

async function pickType(project: Project, { api }: WorkDeps): Promise<DatasourceType | null> {
  const [kinds, docker] = await Promise.all([api.kinds(), api.docker()]);
  const items = expressItems(kinds, docker.available);
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('New Datasource for "{0}"', project.name),
    placeHolder: vscode.l10n.t('Which database? It is ready after this choice.'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked?.type === undefined) throw new Cancelled();
  return picked.type;
}

/** What works at once comes first; without an engine that is SQLite alone. */
export function expressItems(kinds: readonly DatasourceKind[], hasDocker: boolean): TypeItem[] {
  const item = (kind: DatasourceKind): TypeItem => ({
    label: kind.title,
    iconPath: new vscode.ThemeIcon('database'),
    description: kind.images[0]?.name ?? vscode.l10n.t('a file of the project, nothing to install'),
    ...(kind.inFramework ? {} : { detail: vscode.l10n.t('Pages have no driver for it') }),
    type: kind.type,
  });
  const needsDocker = (kind: DatasourceKind): boolean => kind.connectionTypes.includes('docker');
  const ready = kinds.filter((kind) => hasDocker || !needsDocker(kind));
  const away = kinds.filter((kind) => !ready.includes(kind));
  const items: TypeItem[] = ready.map(item);
  items.push({ label: '', kind: vscode.QuickPickItemKind.Separator });
  items.push({
    label: vscode.l10n.t('Advanced…'),
    iconPath: new vscode.ThemeIcon('settings'),
    description: vscode.l10n.t('name, port, user, an existing server'),
    type: null,
  });
  if (away.length > 0) {
    const label = vscode.l10n.t('The Docker engine does not answer');
    items.push({ label, kind: vscode.QuickPickItemKind.Separator }, ...away.map(item));
  }
  return items;
}
