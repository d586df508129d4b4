import path from 'node:path';
import * as vscode from 'vscode';
import type { GraphNode, Impact } from '../../protocol/componentGraph.js';
import { flatRows, impactRows, type ImpactRow } from './impactRows.js';

/** What the editor's own extension "References View" takes for its tree; the types of its API. */
interface ReferencesView {
  setInput(input: ImpactInput): Promise<void>;
}

/**
 * Shows what a change touches where the editor shows references and hierarchies: in the References view, whose keys
 * go from one to the next, and whose history leads back to earlier answers.
 */
export async function showImpact(input: ImpactInput): Promise<void> {
  const view = vscode.extensions.getExtension<ReferencesView>('vscode.references-view');
  if (!view)
    throw new Error(
      vscode.l10n.t('The extension “References View” of the editor is missing or disabled.'),
    );
  await (await view.activate()).setInput(input);
}

/** A question that the References view asks, and asks again. */
export class ImpactInput {
  readonly contextValue = 'quantumImpact';
  readonly title: string;

  constructor(
    private readonly of: { readonly name: string; readonly rootPath: string },
    /** Where the changed thing stands. */
    readonly location: vscode.Location,
    private readonly ask: () => Promise<Impact>,
  ) {
    this.title = vscode.l10n.t('A Change of {0} Touches', of.name);
  }

  with(location: vscode.Location): ImpactInput {
    return new ImpactInput(this.of, location, this.ask);
  }

  async resolve(): Promise<ImpactModel> {
    return new ImpactModel(impactRows(await this.ask()), this.of);
  }
}

class ImpactModel {
  readonly message: string;
  readonly provider: vscode.TreeDataProvider<ImpactRow>;
  readonly navigation: object;

  constructor(
    rows: readonly ImpactRow[],
    of: { readonly name: string; readonly rootPath: string },
  ) {
    const { rootPath } = of;
    const all = flatRows(rows);
    this.message =
      all.length === 0
        ? vscode.l10n.t('Nothing, as far as the files of the project say.')
        : vscode.l10n.t('{0}: {1} touched', of.name, all.length);
    this.provider = {
      getChildren: (row) => [...(row ? row.children : rows)],
      getParent: (row) => row.parent,
      getTreeItem: (row) => impactItem(row, rootPath),
    };
    const opened = all.filter(({ node }) => placeOf(node, rootPath) !== null);
    const beside = (row: ImpactRow, step: number): ImpactRow => {
      const at = opened.indexOf(row) + step;
      return opened[(at + opened.length) % opened.length] ?? row;
    };
    this.navigation = {
      nearest: () => opened[0],
      next: (row: ImpactRow) => beside(row, 1),
      previous: (row: ImpactRow) => beside(row, -1),
      location: ({ node }: ImpactRow) => placeOf(node, rootPath) ?? undefined,
    };
  }
}

/** Where a node stands; null for what is in no file. */
export function placeOf({ path: file, line }: GraphNode, rootPath: string): vscode.Location | null {
  if (file === null) return null;
  const at = new vscode.Position((line ?? 1) - 1, 0);
  return new vscode.Location(vscode.Uri.file(path.join(rootPath, file)), at);
}

function impactItem(row: ImpactRow, rootPath: string): vscode.TreeItem {
  const { node, children } = row;
  const { Expanded, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(nameOf(node), children.length > 0 ? Expanded : None);
  const place = placeOf(node, rootPath);
  const where = node.path === null || node.kind === 'component' ? '' : placeText(node);
  item.id = node.id;
  item.description = [doesWhat(row), where].filter((part) => part !== '').join(' · ');
  item.iconPath = new vscode.ThemeIcon(icons[node.kind]);
  item.accessibilityInformation = {
    label: `${kindName(node.kind)} ${nameOf(node)}, ${item.description}`,
    role: 'treeitem',
  };
  if (place)
    item.command = {
      command: 'vscode.open',
      title: vscode.l10n.t('Open'),
      arguments: [place.uri, { selection: place.range }],
    };
  return item;
}

/** What a node is called: a component by its file, for many are called `index`. */
export function nameOf({ kind, name, path: file }: GraphNode): string {
  return kind === 'component' ? (file ?? name) : name;
}

function placeText({ path: file, line }: GraphNode): string {
  return line === null ? (file ?? '') : `${file}:${line}`;
}

const icons: Readonly<Record<GraphNode['kind'], string>> = {
  component: 'file',
  route: 'globe',
  action: 'symbol-event',
  query: 'database',
  datasource: 'server',
  table: 'table',
  column: 'symbol-field',
  service: 'symbol-method',
  test: 'beaker',
};

/** What kind of thing a node is. */
function kindName(kind: GraphNode['kind']): string {
  switch (kind) {
    case 'component':
      return vscode.l10n.t('component');
    case 'route':
      return vscode.l10n.t('address');
    case 'action':
      return vscode.l10n.t('action');
    case 'query':
      return vscode.l10n.t('query');
    case 'datasource':
      return vscode.l10n.t('datasource');
    case 'table':
      return vscode.l10n.t('table');
    case 'column':
      return vscode.l10n.t('column');
    case 'service':
      return vscode.l10n.t('service');
    case 'test':
      return vscode.l10n.t('test');
  }
}

/** What a row does with the one above it. */
function doesWhat({ does }: ImpactRow): string {
  switch (does) {
    case 'uses':
      return vscode.l10n.t('draws it');
    case 'links':
      return vscode.l10n.t('links to it');
    case 'answers':
      return vscode.l10n.t('is answered by it');
    case 'has':
      return vscode.l10n.t('has it');
    case 'runs':
      return vscode.l10n.t('runs it');
    case 'reads':
      return vscode.l10n.t('reads it');
    case 'writes':
      return vscode.l10n.t('changes it');
    case 'asks':
      return vscode.l10n.t('asks it');
    case 'calls':
      return vscode.l10n.t('calls it');
    case 'visits':
      return vscode.l10n.t('visits it');
    case 'submits':
      return vscode.l10n.t('sends a form to it');
  }
}
