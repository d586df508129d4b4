import path from 'node:path';
import * as vscode from 'vscode';
import type { ScannedEndpoint } from '../../protocol/components.js';
import { rowClick } from '../platform/rowClick.js';
import { reachOf, type EndpointRow, type EndpointsNode } from './endpointRows.js';

/** A row of the Endpoints view. */
export function endpointsItem(node: EndpointsNode): vscode.TreeItem {
  if (node.kind === 'endpoint') return endpointItem(node);
  const item = new vscode.TreeItem(node.name, vscode.TreeItemCollapsibleState.Expanded);
  item.id = node.id;
  item.iconPath = new vscode.ThemeIcon('package');
  item.contextValue = 'project';
  return item;
}

function endpointItem(node: EndpointRow): vscode.TreeItem {
  const { endpoint } = node;
  const { method, path: address, functionName } = endpoint;
  const item = new vscode.TreeItem(`${method} ${address}`);
  const parts = [functionName ?? '', guardOf(endpoint), paramsOf(endpoint)];
  item.id = node.id;
  item.description = parts.filter((part) => part !== '').join(' · ');
  item.iconPath = iconOf(endpoint);
  item.contextValue = `endpoint ${reachOf(endpoint)}`;
  item.tooltip = tooltipOf(endpoint);
  item.accessibilityInformation = {
    label: `${method} ${address}, ${item.description}`,
    role: 'treeitem',
  };
  item.command = rowClick('quantum.endpoints', vscode.l10n.t('Open'));
  return item;
}

/** Opens the page of an endpoint, at its action. */
export async function openEndpoint({ rootPath, endpoint }: EndpointRow): Promise<void> {
  const file = vscode.Uri.file(path.join(rootPath, endpoint.filePath));
  const editor = await vscode.window.showTextDocument(file);
  if (endpoint.functionName === null) return;
  const { document } = editor;
  for (const match of document
    .getText()
    .matchAll(/<(?:q:)?action\b[^>]*?\bname\s*=\s*["']([^"']*)/g)) {
    if (match[1] !== endpoint.functionName) continue;
    const place = document.positionAt(match.index);
    editor.selection = new vscode.Selection(place, place);
    editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenter);
    return;
  }
}

/** `id, reason*`: those that are needed have a star. */
function paramsOf({ params }: ScannedEndpoint): string {
  return params.map(({ name, required }) => (required ? `${name}*` : name)).join(', ');
}

function guardOf(endpoint: ScannedEndpoint): string {
  const { guard, writes } = endpoint;
  if (guard === null) {
    const reach = reachOf(endpoint);
    if (reach === 'open-writes') return vscode.l10n.t('anyone changes {0}', writes.join(', '));
    return reach === 'open-action' ? vscode.l10n.t('anyone may run it') : '';
  }
  const { role, permission } = guard;
  if (role !== null) return vscode.l10n.t('role {0}', role);
  if (permission !== null) return vscode.l10n.t('permission {0}', permission);
  return vscode.l10n.t('signed in');
}

function iconOf(endpoint: ScannedEndpoint): vscode.ThemeIcon {
  switch (reachOf(endpoint)) {
    case 'guarded':
      return new vscode.ThemeIcon('lock');
    case 'open':
      return new vscode.ThemeIcon('globe');
    case 'open-action':
      return new vscode.ThemeIcon('unlock');
    case 'open-writes':
      return new vscode.ThemeIcon('unlock', new vscode.ThemeColor('list.warningForeground'));
  }
}

/** Descriptions and names go in as text, never as Markdown. */
function tooltipOf(endpoint: ScannedEndpoint): vscode.MarkdownString {
  const { method, path: address, filePath, description, params } = endpoint;
  const text = new vscode.MarkdownString();
  text.appendMarkdown('**').appendText(`${method} ${address}`).appendMarkdown('**\n\n');
  if (description !== null) text.appendText(description).appendMarkdown('\n\n');
  if (reachOf(endpoint) === 'open-writes')
    text
      .appendText(
        vscode.l10n.t(
          'It changes {0}, and the page asks nobody to sign in.',
          endpoint.writes.join(', '),
        ),
      )
      .appendMarkdown('\n\n');
  for (const { name, in: place, type, required, default: fallback } of params) {
    const facts = [`${place}: ${type}`];
    if (required) facts.push(vscode.l10n.t('required'));
    if (fallback !== null) facts.push(vscode.l10n.t('else {0}', fallback));
    text.appendText(`${name} (${facts.join(', ')})`).appendMarkdown('\n\n');
  }
  return text.appendText(filePath);
}
