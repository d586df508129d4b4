import * as vscode from 'vscode';
import type {
  Environment,
  EnvironmentStatus,
  EnvironmentType,
  EnvironmentVariable,
} from '../../protocol/environments.js';
import { detailFields, shownDetail } from './detailFields.js';
import {
  contextOf,
  shownValue,
  type EnvironmentRow,
  type EnvironmentsNode,
  type PlaceRow,
  type VariableRow,
} from './environmentRows.js';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** A row of the Environments view. */
export function environmentsItem(node: EnvironmentsNode): vscode.TreeItem {
  const item = bareItem(node);
  item.id = node.id;
  item.contextValue = contextOf(node);
  return item;
}

function bareItem(node: EnvironmentsNode): vscode.TreeItem {
  switch (node.kind) {
    case 'project': {
      const item = new vscode.TreeItem(node.name, Expanded);
      item.iconPath = new vscode.ThemeIcon('package');
      return item;
    }
    case 'all': {
      const item = new vscode.TreeItem(allName(), openness(node, Expanded));
      item.iconPath = new vscode.ThemeIcon('globe');
      item.description = node.children.length === 0 ? vscode.l10n.t('no variable') : false;
      item.tooltip = vscode.l10n.t('Variables that are given wherever the project runs.');
      return item;
    }
    case 'environment':
      return environmentItem(node);
    case 'variable':
      return variableItem(node);
  }
}

/** The project's own variables, as a row and as an answer. */
export const allName = (): string => vscode.l10n.t('All environments');

const openness = (
  { children }: PlaceRow,
  open: vscode.TreeItemCollapsibleState,
): vscode.TreeItemCollapsibleState => (children.length === 0 ? None : open);

const colors: Readonly<Record<EnvironmentStatus, string | undefined>> = {
  unknown: undefined,
  up: 'charts.green',
  // High contrast has no `list.errorForeground`.
  down: 'charts.red',
};

/** As a choice of one: the mark is on the one in use, its colour says whether it is up. */
function environmentItem(node: EnvironmentRow): vscode.TreeItem {
  const { environment } = node;
  const { name, inUse, status } = environment;
  const item = new vscode.TreeItem(name, openness(node, inUse ? Expanded : Collapsed));
  const color = colors[status];
  item.iconPath = new vscode.ThemeIcon(
    inUse ? 'record' : 'circle-large',
    color === undefined ? undefined : new vscode.ThemeColor(color),
  );
  item.description = environmentWords(environment);
  const heard = inUse ? [] : [vscode.l10n.t('not in use')];
  item.accessibilityInformation = {
    label: [name, ...heard, item.description].filter((part) => part !== '').join(', '),
    role: 'treeitem',
  };
  item.tooltip = environmentTooltip(environment);
  return item;
}

/** What a row says beside the name: whether it is in use, what it is, and how it is. */
export function environmentWords({ name, inUse, type, status }: Environment): string {
  const parts = [
    inUse ? vscode.l10n.t('in use') : '',
    [type, typeName(type)].includes(name.toLowerCase()) ? '' : typeName(type),
    status === 'unknown' ? '' : statusName(status),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

export function typeName(type: EnvironmentType): string {
  switch (type) {
    case 'dev':
      return vscode.l10n.t('development');
    case 'staging':
      return vscode.l10n.t('staging');
    case 'prod':
      return vscode.l10n.t('production');
  }
}

function statusName(status: EnvironmentStatus): string {
  switch (status) {
    case 'unknown':
      return vscode.l10n.t('not asked yet');
    case 'up':
      return vscode.l10n.t('up');
    case 'down':
      return vscode.l10n.t('down');
  }
}

/** Names, addresses and messages go in as text, never as Markdown. */
export function environmentTooltip(environment: Environment): vscode.MarkdownString {
  const { name, type, inUse, url, status, problem, checkedAt, config, variables } = environment;
  const text = new vscode.MarkdownString();
  text.appendMarkdown('**').appendText(name).appendMarkdown('**\n\n');
  const line = (value: string): void => {
    text.appendText(value).appendMarkdown('\n\n');
  };
  line(typeName(type));
  if (inUse) line(vscode.l10n.t('In use: what is run here has its variables.'));
  if (url !== null) line(url);
  const at = checkedAt === null ? '' : timeOf(checkedAt);
  if (status === 'up') line(vscode.l10n.t('Up, asked {0}', at));
  if (status === 'down') line(vscode.l10n.t('Down, asked {0}: {1}', at, problem ?? ''));
  for (const field of detailFields) {
    const value = shownDetail(config, field);
    if (value !== '') line(vscode.l10n.t('{0}: {1}', field.label(), value));
  }
  line(vscode.l10n.t('Variables of its own: {0}', variables));
  return text;
}

const timeOf = (iso: string): string => new Date(iso).toLocaleString(vscode.env.language);

function variableItem({ variable, givenBy }: VariableRow): vscode.TreeItem {
  const { key, isSecret } = variable;
  const item = new vscode.TreeItem(key, None);
  const value = variable.value === '' ? vscode.l10n.t('(empty)') : shownValue(variable);
  const notGiven =
    givenBy === null ? [] : [vscode.l10n.t('"{0}" has another value, which is given', givenBy)];
  item.iconPath = new vscode.ThemeIcon(isSecret ? 'lock' : 'symbol-variable');
  item.description = value;
  item.accessibilityInformation = {
    label: [key, isSecret ? vscode.l10n.t('secret') : value, ...notGiven].join(', '),
    role: 'treeitem',
  };
  item.tooltip = variableTooltip(variable, notGiven);
  return item;
}

function variableTooltip(
  variable: EnvironmentVariable,
  more: readonly string[],
): vscode.MarkdownString {
  const { key, description, isSecret, updatedAt } = variable;
  const text = new vscode.MarkdownString();
  text.appendMarkdown('**').appendText(key).appendMarkdown('**\n\n');
  const lines = [
    ...(description === null ? [] : [description]),
    isSecret
      ? vscode.l10n.t('A secret: its value is told on request, which is written down.')
      : shownValue(variable),
    ...more,
    vscode.l10n.t('Changed {0}', timeOf(updatedAt)),
  ];
  for (const value of lines) text.appendText(value).appendMarkdown('\n\n');
  return text;
}
