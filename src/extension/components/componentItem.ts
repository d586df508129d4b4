import * as vscode from 'vscode';
import type { ScannedComponent } from '../../protocol/components.js';
import type { ComponentRow, ComponentsNode } from './componentRows.js';
import type { ComponentsModel, WatchState } from './componentsModel.js';

/** Whether a window's projects are followed: what is worst of them. */
export function watchOf({ projects }: ComponentsModel): WatchState {
  const states = projects.map(({ watch }) => watch);
  const worstFirst: readonly WatchState[] = ['lost', 'paused', 'watching'];
  return worstFirst.find((state) => states.includes(state)) ?? 'unasked';
}

/** How a row or the view says whether files are followed. */
export function watchWord(state: WatchState): string {
  switch (state) {
    case 'unasked':
      return '';
    case 'watching':
      return vscode.l10n.t('watching');
    case 'paused':
      return vscode.l10n.t('paused');
    case 'lost':
      return vscode.l10n.t('not followed');
  }
}

/** Why what is shown may be old; '' where it is not. */
export function watchSentence(state: WatchState): string {
  if (state === 'paused') return vscode.l10n.t('Paused: this is as of the last scan.');
  if (state === 'lost') return vscode.l10n.t('The service is away: files are not followed.');
  return '';
}

/** A row of the Components view. */
export function componentsItem(node: ComponentsNode): vscode.TreeItem {
  if (node.kind === 'component') return componentItem(node);
  const item = new vscode.TreeItem(node.name, vscode.TreeItemCollapsibleState.Expanded);
  item.id = node.id;
  item.iconPath = new vscode.ThemeIcon(node.kind === 'project' ? 'package' : 'folder');
  item.contextValue = node.kind === 'project' ? `project ${node.watch}` : node.kind;
  if (node.kind === 'project') item.description = watchWord(node.watch);
  return item;
}

function componentItem(node: ComponentRow): vscode.TreeItem {
  const { component } = node;
  const item = new vscode.TreeItem(component.name);
  const description = descriptionOf(component);
  item.id = node.id;
  item.description = description;
  // Findings in the file colour the row and count beside it, as in the Explorer.
  item.resourceUri = vscode.Uri.file(node.fsPath);
  item.iconPath = iconOf(component);
  const functions = component.tags.includes('functions') ? ' functions' : '';
  item.contextValue = `component ${component.kind}${functions}`;
  item.tooltip = tooltipOf(component);
  const spoken = [kindName(component.kind), component.name, description, statusName(component)];
  item.accessibilityInformation = {
    label: spoken.filter((part) => part !== '').join(', '),
    role: 'treeitem',
  };
  item.command = {
    command: 'vscode.open',
    title: vscode.l10n.t('Open'),
    arguments: [vscode.Uri.file(node.fsPath)],
  };
  return item;
}

/** What a row says beside the name: where it answers or what it is, who may, what it does. */
function descriptionOf({ kind, route, status, tags }: ScannedComponent): string {
  const parts: string[] = [route ?? kindName(kind)];
  if (status === 'inactive') parts.push(vscode.l10n.t('unused'));
  if (status === 'unknown') parts.push(vscode.l10n.t('unreadable'));
  if (tags.includes('guarded')) parts.push(vscode.l10n.t('guarded'));
  if (tags.includes('actions')) parts.push(vscode.l10n.t('actions'));
  return parts.join(' · ');
}

const icons: Readonly<Record<ScannedComponent['kind'], string>> = {
  page: 'file',
  component: 'symbol-class',
  layout: 'layout',
  part: 'symbol-misc',
  application: 'browser',
  job: 'gear',
  outside: 'question',
};

function iconOf({ kind, status }: ScannedComponent): vscode.ThemeIcon {
  if (status === 'error')
    return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  if (status === 'unknown')
    return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  const color = status === 'inactive' ? new vscode.ThemeColor('disabledForeground') : undefined;
  return new vscode.ThemeIcon(icons[kind], color);
}

function kindName(kind: ScannedComponent['kind']): string {
  switch (kind) {
    case 'page':
      return vscode.l10n.t('page');
    case 'component':
      return vscode.l10n.t('component');
    case 'layout':
      return vscode.l10n.t('layout');
    case 'part':
      return vscode.l10n.t('part');
    case 'application':
      return vscode.l10n.t('application');
    case 'job':
      return vscode.l10n.t('job');
    case 'outside':
      return vscode.l10n.t('outside of the components folder');
  }
}

function statusName({ status }: ScannedComponent): string {
  switch (status) {
    case 'active':
      return '';
    case 'inactive':
      return vscode.l10n.t('nothing leads to it');
    case 'error':
      return vscode.l10n.t('the framework refuses it');
    case 'unknown':
      return vscode.l10n.t('it cannot be read');
  }
}

/** Paths and messages go in as text, never as Markdown. */
function tooltipOf(component: ScannedComponent): vscode.MarkdownString {
  const { filePath, errorMessage, dependencies, usedBy } = component;
  const text = new vscode.MarkdownString();
  text.appendMarkdown('**').appendText(filePath).appendMarkdown('**\n\n');
  const status = statusName(component);
  if (errorMessage !== null) text.appendText(errorMessage).appendMarkdown('\n\n');
  else if (status !== '') text.appendText(status).appendMarkdown('\n\n');
  const list = (title: string, names: readonly string[]): void => {
    if (names.length === 0) return;
    text.appendText(`${title}: ${names.slice(0, 12).join(', ')}`);
    if (names.length > 12) text.appendText(` … (${names.length})`);
    text.appendMarkdown('\n\n');
  };
  list(
    vscode.l10n.t('Uses'),
    dependencies.map(({ name }) => name),
  );
  list(vscode.l10n.t('Used by'), usedBy);
  return text;
}
