import * as vscode from 'vscode';
import type { GraphNode } from '../../protocol/componentGraph.js';
import type { Disposables } from '../platform/disposables.js';
import { Cancelled, type CommandRegistry } from '../platform/reporter.js';
import { requireTrust } from '../platform/trust.js';
import type { ComponentPlace } from './componentPage.js';
import type { ComponentRow } from './componentRows.js';
import type { GraphApi } from './componentsApi.js';
import { changedAt } from './impactRows.js';
import { ImpactInput, nameOf, placeOf, showImpact } from './impactView.js';

export interface ImpactDeps {
  readonly api: GraphApi;
  readonly reporter: CommandRegistry;
  /** The component that the page in front is. @throws when it is none */
  readonly inFront: () => ComponentPlace;
  /** The project that is meant where none is named. @throws when there is none */
  readonly project: () => Omit<ComponentPlace, 'filePath'>;
}

type Place = Omit<ComponentPlace, 'filePath'>;

/** Registers "What Does a Change Touch?" for rows, for what stands at the caret, and for columns. */
export function registerImpact(
  { api, reporter, inFront, project }: ImpactDeps,
  owned: Disposables,
): void {
  const show = async ({ projectId, rootPath }: Place, id: string): Promise<void> => {
    const first = await api.impact(projectId, id);
    // What stands in no file (a table) is where its first user says it.
    const nodes = [first.of, ...first.touched.map(({ node }) => node)];
    const at = nodes.map((node) => placeOf(node, rootPath)).find((place) => place !== null);
    if (!at) throw new Error(vscode.l10n.t('Nothing in the project stands on {0}.', first.of.name));
    const of = { name: first.of.name, rootPath };
    const location = await writtenPlace(at);
    await showImpact(new ImpactInput(of, location, () => api.impact(projectId, id)));
  };
  owned.add(
    reporter.register('quantum.components.impact', async (row) => {
      requireTrust();
      if (isComponentRow(row)) return show(row, row.component.filePath);
      const place = inFront();
      return show(place, await atCaret(place, api));
    }),
  );
  owned.add(
    reporter.register('quantum.components.columnImpact', async () => {
      requireTrust();
      const place = project();
      const wish = { focus: null, depth: 1, kinds: ['column'] } as const;
      const { nodes } = await api.graph(place.projectId, wish);
      if (nodes.length === 0)
        throw new Error(vscode.l10n.t('No migration and no query of the project names a column.'));
      await show(place, await pick(nodes));
    }),
  );
}

function isComponentRow(row: unknown): row is ComponentRow {
  return Reflect.get(Object(row), 'kind') === 'component';
}

/** What stands at the caret of the page in front. */
async function atCaret({ projectId, filePath }: ComponentPlace, api: GraphApi): Promise<string> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return filePath;
  const { document, selection } = editor;
  const wish = { focus: filePath, depth: 3, kinds: ['query', 'action', 'column'] } as const;
  const graph = await api.graph(projectId, wish);
  const caret = { filePath, text: document.getText(), offset: document.offsetAt(selection.active) };
  const [first, ...more] = changedAt(caret, graph);
  if (first === undefined || more.length === 0) return first ?? filePath;
  return pick(graph.nodes.filter(({ id }) => id === first || more.includes(id)));
}

async function pick(nodes: readonly GraphNode[]): Promise<string> {
  const items = nodes
    .map((node) => ({
      label: nameOf(node),
      description: node.path ?? '',
      iconPath: new vscode.ThemeIcon('symbol-field'),
      id: node.id,
    }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('What Does a Change Touch?'),
    placeHolder: vscode.l10n.t('The column that is changed'),
  });
  if (!picked) throw new Cancelled();
  return picked.id;
}

/** The first word of the line: the References view asks nothing of an empty place. */
async function writtenPlace({ uri, range }: vscode.Location): Promise<vscode.Location> {
  const document = await vscode.workspace.openTextDocument(uri);
  let line = document.lineAt(Math.min(range.start.line, document.lineCount - 1));
  while (line.isEmptyOrWhitespace && line.lineNumber + 1 < document.lineCount)
    line = document.lineAt(line.lineNumber + 1);
  const at = new vscode.Position(line.lineNumber, line.firstNonWhitespaceCharacterIndex);
  return new vscode.Location(uri, at);
}
