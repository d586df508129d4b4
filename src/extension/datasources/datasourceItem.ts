import * as vscode from 'vscode';
import { typeNames } from '../../protocol/datasourceRules.js';
import type { Datasource, DatasourceBadge, DatasourceStatus } from '../../protocol/datasources.js';
import { rowClick } from '../platform/rowClick.js';
import { placeOf, stateText } from './byNameCommand.js';
import {
  contextOf,
  shownBadge,
  type ByNameRow,
  type DatasourceRow,
  type DatasourcesNode,
} from './datasourceRows.js';

/** A row of the Datasources view. */
export function datasourcesItem(node: DatasourcesNode): vscode.TreeItem {
  if (node.kind === 'datasource') return datasourceItem(node);
  if (node.kind === 'project') {
    const item = new vscode.TreeItem(node.name, vscode.TreeItemCollapsibleState.Expanded);
    item.id = node.id;
    item.iconPath = new vscode.ThemeIcon('package');
    item.contextValue = 'project';
    item.description = node.children.length === 0 ? vscode.l10n.t('no datasource') : false;
    return item;
  }
  if (node.kind === 'byName') return byNameItem(node);
  const item = new vscode.TreeItem(vscode.l10n.t('The Docker engine does not answer'));
  item.id = node.id;
  item.iconPath = new vscode.ThemeIcon(
    'debug-disconnect',
    new vscode.ThemeColor('list.warningForeground'),
  );
  item.contextValue = 'engine';
  item.description = node.docker.reason ?? false;
  item.tooltip = [node.docker.problem, node.docker.repair, node.docker.address]
    .filter((line) => line !== null)
    .join('\n');
  item.command = { command: 'quantum.doctor', title: vscode.l10n.t('Doctor') };
  return item;
}

/** Enter on it opens the switch. */
function byNameItem({ id, server }: ByNameRow): vscode.TreeItem {
  const { listening, repair } = server;
  const label = listening
    ? vscode.l10n.t('Told by name to Quantum of 2025')
    : vscode.l10n.t('Cannot be told by name');
  const item = new vscode.TreeItem(label);
  item.id = id;
  item.iconPath = listening
    ? new vscode.ThemeIcon('broadcast')
    : new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  item.description = placeOf(server);
  item.contextValue = 'byName';
  item.tooltip = [stateText(server), repair].filter((line) => line !== null).join('\n');
  item.command = {
    command: 'quantum.datasources.serveByName',
    title: vscode.l10n.t('Switch Off'),
  };
  return item;
}

interface Look {
  readonly icon: string;
  readonly color?: string;
}

const looks: Readonly<Record<DatasourceBadge, Look>> = {
  ready: { icon: 'database', color: 'charts.green' },
  running: { icon: 'database', color: 'charts.yellow' },
  working: { icon: 'loading~spin' },
  stopped: { icon: 'circle-slash', color: 'disabledForeground' },
  error: { icon: 'error', color: 'list.errorForeground' },
  unavailable: { icon: 'debug-disconnect', color: 'list.warningForeground' },
};

function datasourceItem({ id, datasource }: DatasourceRow): vscode.TreeItem {
  const item = new vscode.TreeItem(datasource.name);
  const { icon, color } = looks[shownBadge(datasource)];
  const description = descriptionOf(datasource);
  item.id = id;
  item.description = description;
  item.iconPath = new vscode.ThemeIcon(
    icon,
    color === undefined ? undefined : new vscode.ThemeColor(color),
  );
  item.contextValue = contextOf(datasource);
  item.accessibilityInformation = {
    label: `${datasource.name}, ${description}`,
    role: 'treeitem',
  };
  item.command = rowClick('quantum.datasources', vscode.l10n.t('Open Details'));
  return item;
}

/** What a row says beside the name: how it is, what it is, where, and since when. */
export function descriptionOf(datasource: Datasource): string {
  const { type, port, databaseName, startedAt, connectionType } = datasource;
  const badge = shownBadge(datasource);
  const parts = [badge === 'working' ? workName(datasource) : badgeName(badge)];
  if (connectionType === 'file') parts.push(databaseName ?? '');
  else if (port !== null) parts.push(String(port));
  parts.push(typeNames[type]);
  if (startedAt !== null && (badge === 'ready' || badge === 'running'))
    parts.push(vscode.l10n.t('since {0}', timeOf(startedAt)));
  return parts.filter((part) => part !== '').join(' · ');
}

/** Of today the time, else the day: a text that stays true while it is shown. */
function timeOf(iso: string): string {
  const at = new Date(iso);
  const isToday = at.toDateString() === new Date().toDateString();
  return isToday
    ? at.toLocaleTimeString(vscode.env.language, { timeStyle: 'short' })
    : at.toLocaleDateString(vscode.env.language, { dateStyle: 'medium' });
}

/** What is being done, as far as its row says. */
function workName({ status, setupStatus }: Datasource): string {
  switch (status) {
    case 'pulling':
      return vscode.l10n.t('fetching the image');
    case 'starting':
      return vscode.l10n.t('starting');
    case 'restarting':
      return vscode.l10n.t('restarting');
    case 'stopping':
      return vscode.l10n.t('stopping');
    case 'deleting':
      return vscode.l10n.t('being deleted');
    default:
      return setupStatus === 'configuring' ? vscode.l10n.t('setting up') : badgeName('working');
  }
}

export function badgeName(badge: DatasourceBadge): string {
  switch (badge) {
    case 'ready':
      return vscode.l10n.t('ready');
    case 'running':
      return vscode.l10n.t('running, not set up');
    case 'working':
      return vscode.l10n.t('working');
    case 'stopped':
      return vscode.l10n.t('stopped');
    case 'error':
      return vscode.l10n.t('error');
    case 'unavailable':
      return vscode.l10n.t('engine away');
  }
}

/** Made when the pointer rests on the row; names and messages go in as text, never as Markdown. */
export function datasourceTooltip(
  datasource: Datasource,
  status: DatasourceStatus | undefined,
): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.appendMarkdown('**').appendText(datasource.name).appendMarkdown('**\n\n');
  const line = (value: string): void => {
    text.appendText(value).appendMarkdown('\n\n');
  };
  line(descriptionOf(datasource));
  if (datasource.error !== null) {
    line(datasource.error.message);
    if (datasource.error.repair !== null) line(datasource.error.repair);
  }
  if (datasource.image !== null) line(datasource.image);
  if (datasource.startedAt !== null && status?.status === 'running')
    line(vscode.l10n.t('Up for {0}', durationOf(datasource.startedAt)));
  if (typeof status?.sizeBytes === 'number')
    line(vscode.l10n.t('Size {0}', bytesOf(status.sizeBytes)));
  return text;
}

function durationOf(since: string): string {
  const minutes = Math.max(0, Math.floor((Date.now() - Date.parse(since)) / 60_000));
  if (minutes < 60) return vscode.l10n.t('{0} min', minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 48
    ? vscode.l10n.t('{0} h', hours)
    : vscode.l10n.t('{0} days', Math.floor(hours / 24));
}

export function bytesOf(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  const value = bytes / 1024 ** power;
  const digits = power === 0 || value >= 100 ? 0 : 1;
  return `${value.toLocaleString(vscode.env.language, { maximumFractionDigits: digits })} ${units[power] ?? ''}`;
}
