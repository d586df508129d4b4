import * as vscode from 'vscode';
import type { Disposable } from '../platform/signal.js';
import { componentsItem } from './componentItem.js';
import {
  allRows,
  componentRows,
  placeOfRow,
  rowOfFile,
  type ComponentRow,
  type ComponentsNode,
} from './componentRows.js';
import type { ComponentsModel } from './componentsModel.js';

/** The rows of the Components view: the model's components through the filter. */
export class ComponentsTree implements vscode.TreeDataProvider<ComponentsNode>, Disposable {
  readonly #model: ComponentsModel;
  readonly #changes = new vscode.EventEmitter<undefined>();
  readonly #listening: Disposable;
  readonly onDidChangeTreeData = this.#changes.event;
  #rows: readonly ComponentsNode[] = [];
  #filter = '';

  constructor(model: ComponentsModel) {
    this.#model = model;
    this.#listening = model.onDidChange(() => this.#update());
  }

  get filter(): string {
    return this.#filter;
  }

  setFilter(filter: string): void {
    this.#filter = filter.trim();
    this.#update();
  }

  get rows(): readonly ComponentsNode[] {
    return this.#rows;
  }

  /** The row of a file; undefined when it is not shown. */
  rowOf(projectId: number, filePath: string): ComponentRow | undefined {
    return rowOfFile(this.#rows, projectId, filePath);
  }

  /** The rows of these ids, as they are now. */
  rowsWith(ids: ReadonlySet<string>): readonly ComponentsNode[] {
    return allRows(this.#rows).filter(({ id }) => ids.has(id));
  }

  /** The row of a file or folder, by its path from the root; none when it is not shown. */
  rowsAt(projectId: number, place: string): readonly ComponentsNode[] {
    return allRows(this.#rows).filter(
      (row) => row.projectId === projectId && row.kind !== 'project' && placeOfRow(row) === place,
    );
  }

  getChildren(node?: ComponentsNode): ComponentsNode[] {
    if (node === undefined) return [...this.#rows];
    return node.kind === 'component' ? [] : [...node.children];
  }

  getParent(node: ComponentsNode): ComponentsNode | undefined {
    return node.kind === 'project' ? undefined : (node.parent ?? undefined);
  }

  getTreeItem(node: ComponentsNode): vscode.TreeItem {
    return componentsItem(node);
  }

  dispose(): void {
    this.#listening.dispose();
    this.#changes.dispose();
  }

  #update(): void {
    this.#rows = componentRows(this.#model.projects, this.#filter);
    this.#changes.fire(undefined);
  }
}
