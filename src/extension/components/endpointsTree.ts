import * as vscode from 'vscode';
import type { Disposable } from '../platform/signal.js';
import type { ComponentsModel } from './componentsModel.js';
import { endpointsItem } from './endpointItem.js';
import { endpointRows, type EndpointsNode } from './endpointRows.js';

/** The rows of the Endpoints view. */
export class EndpointsTree implements vscode.TreeDataProvider<EndpointsNode>, Disposable {
  readonly #model: ComponentsModel;
  readonly #changes = new vscode.EventEmitter<undefined>();
  readonly #listening: Disposable;
  readonly onDidChangeTreeData = this.#changes.event;

  constructor(model: ComponentsModel) {
    this.#model = model;
    this.#listening = model.onDidChange(() => this.#changes.fire(undefined));
  }

  getChildren(node?: EndpointsNode): EndpointsNode[] {
    if (node === undefined) return [...endpointRows(this.#model.projects)];
    return node.kind === 'project' ? [...node.children] : [];
  }

  getTreeItem(node: EndpointsNode): vscode.TreeItem {
    return endpointsItem(node);
  }

  dispose(): void {
    this.#listening.dispose();
    this.#changes.dispose();
  }
}
