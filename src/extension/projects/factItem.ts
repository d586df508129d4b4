import * as vscode from 'vscode';
import type { ProjectDetail } from '../../protocol/projects.js';
import type { FactName, FactNode, FailureNode } from './projectNodes.js';

interface FactRow {
  readonly label: string;
  readonly value: string;
  readonly icon: string;
  readonly tooltip?: string | undefined;
  /** A further token for the menus. */
  readonly state?: ' absent' | ' present';
}

/** The row of one fact below a project. */
export function factItem(node: FactNode, detail: ProjectDetail): vscode.TreeItem {
  const row = rows[node.fact](detail);
  const item = new vscode.TreeItem(row.label);
  item.id = `project/${node.projectId}/${node.fact}`;
  item.description = row.value;
  item.iconPath = new vscode.ThemeIcon(row.icon);
  item.contextValue = `fact ${node.fact}${row.state ?? ''}`;
  item.tooltip = row.tooltip ?? `${row.label}: ${row.value}`;
  item.accessibilityInformation = { label: `${row.label}: ${row.value}`, role: 'treeitem' };
  return item;
}

/** The row that says why a project's facts cannot be shown. */
export function failureItem(node: FailureNode): vscode.TreeItem {
  const item = new vscode.TreeItem(node.message);
  item.id = `project/${node.projectId}/failure`;
  item.iconPath = new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  item.contextValue = 'failure';
  return item;
}

const rows: Record<FactName, (detail: ProjectDetail) => FactRow> = {
  folder: ({ rootPath }) => ({
    label: vscode.l10n.t('Folder'),
    value: rootPath ?? vscode.l10n.t('none'),
    icon: 'folder',
  }),
  framework: ({ framework }) => ({
    label: vscode.l10n.t('Framework'),
    value: framework.version ?? vscode.l10n.t('not installed'),
    icon: framework.version === null ? 'warning' : 'library',
    tooltip: framework.problem ?? undefined,
    state: framework.version === null ? ' absent' : ' present',
  }),
  interpreter: ({ framework }) => ({
    label: vscode.l10n.t('Interpreter'),
    value:
      framework.pythonVersion === null
        ? vscode.l10n.t('not found')
        : vscode.l10n.t('Python {0}', framework.pythonVersion),
    icon: 'terminal',
    tooltip: framework.interpreter ?? framework.problem ?? undefined,
  }),
  datasources: ({ datasources }) => ({
    label: vscode.l10n.t('Datasources'),
    value: String(datasources.length),
    icon: 'database',
  }),
  components: ({ components }) => ({
    label: vscode.l10n.t('Components'),
    value: String(components.length),
    icon: 'layout',
  }),
  endpoints: ({ endpoints }) => ({
    label: vscode.l10n.t('Endpoints'),
    value: String(endpoints.length),
    icon: 'plug',
  }),
};
