import * as vscode from 'vscode';
import type { Disposable } from '../platform/signal.js';
import { environmentsItem } from './environmentItem.js';
import { environmentRows, type EnvironmentsNode } from './environmentRows.js';
import type { EnvironmentsModel } from './environmentsModel.js';

/** The rows of the Environments view. */
export class EnvironmentsTree implements vscode.TreeDataProvider<EnvironmentsNode>, Disposable {
  readonly #changes = new vscode.EventEmitter<undefined>();
  readonly #listening: Disposable;
  readonly onDidChangeTreeData = this.#changes.event;
  #rows: readonly EnvironmentsNode[] = [];

  constructor(model: EnvironmentsModel) {
    this.#listening = model.onDidChange(() => {
      this.#rows = environmentRows(model.projects);
      this.#changes.fire(undefined);
    });
  }

  /** A row by its id, wherever it stands. */
  find(id: string, among: readonly EnvironmentsNode[] = this.#rows): EnvironmentsNode | undefined {
    for (const row of among) {
      const found = row.id === id ? row : this.find(id, this.getChildren(row));
      if (found) return found;
    }
    return undefined;
  }

  getChildren(node?: EnvironmentsNode): EnvironmentsNode[] {
    if (node === undefined) return [...this.#rows];
    return node.kind === 'variable' ? [] : [...node.children];
  }

  getParent(node: EnvironmentsNode): EnvironmentsNode | undefined {
    return node.kind === 'project' ? undefined : (node.parent ?? undefined);
  }

  getTreeItem(node: EnvironmentsNode): vscode.TreeItem {
    return environmentsItem(node);
  }

  dispose(): void {
    this.#listening.dispose();
    this.#changes.dispose();
  }
}
