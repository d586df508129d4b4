import * as vscode from 'vscode';
import type { DatasourceStatus } from '../../protocol/datasources.js';
import type { Disposable } from '../platform/signal.js';
import { datasourcesItem, datasourceTooltip } from './datasourceItem.js';
import { datasourceRows, type DatasourcesNode } from './datasourceRows.js';
import type { DatasourcesModel } from './datasourcesModel.js';

/** The rows of the Datasources view. Size and uptime are asked for when the pointer rests on a row. */
export class DatasourcesTree implements vscode.TreeDataProvider<DatasourcesNode>, Disposable {
  readonly #changes = new vscode.EventEmitter<undefined>();
  readonly #listening: Disposable;
  readonly onDidChangeTreeData = this.#changes.event;
  #rows: readonly DatasourcesNode[] = [];

  constructor(
    private readonly model: DatasourcesModel,
    private readonly status: (id: number) => Promise<DatasourceStatus>,
  ) {
    this.#listening = model.onDidChange(() => {
      this.#rows = datasourceRows(this.model.projects, this.model.docker, this.model.byName);
      this.#changes.fire(undefined);
    });
  }

  get rows(): readonly DatasourcesNode[] {
    return this.#rows;
  }

  getChildren(node?: DatasourcesNode): DatasourcesNode[] {
    if (node === undefined) return [...this.#rows];
    return node.kind === 'project' ? [...node.children] : [];
  }

  getParent(node: DatasourcesNode): DatasourcesNode | undefined {
    return node.kind === 'datasource' ? (node.parent ?? undefined) : undefined;
  }

  getTreeItem(node: DatasourcesNode): vscode.TreeItem {
    return datasourcesItem(node);
  }

  async resolveTreeItem(item: vscode.TreeItem, node: DatasourcesNode): Promise<vscode.TreeItem> {
    if (node.kind !== 'datasource') return item;
    const { datasource } = node;
    const status = await this.status(datasource.id).catch(() => undefined);
    item.tooltip = datasourceTooltip(this.model.get(datasource.id) ?? datasource, status);
    return item;
  }

  dispose(): void {
    this.#listening.dispose();
    this.#changes.dispose();
  }
}
