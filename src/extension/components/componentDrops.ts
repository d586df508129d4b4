import * as vscode from 'vscode';
import type { ComponentsNode } from './componentRows.js';

const ownType = 'application/vnd.code.tree.quantum.components';

/**
 * Rows that are dragged: onto folders of the view, where they are moved, and as files to editors and the Explorer.
 */
export class ComponentDrops implements vscode.TreeDragAndDropController<ComponentsNode> {
  readonly dragMimeTypes = ['text/uri-list'];
  readonly dropMimeTypes = [ownType];

  constructor(
    private readonly rowsWith: (ids: ReadonlySet<string>) => readonly ComponentsNode[],
    private readonly move: (
      rows: readonly ComponentsNode[],
      target: ComponentsNode | undefined,
    ) => Promise<void>,
  ) {}

  handleDrag(rows: readonly ComponentsNode[], data: vscode.DataTransfer): void {
    const files = rows.map(({ fsPath }) => vscode.Uri.file(fsPath).toString());
    data.set('text/uri-list', new vscode.DataTransferItem(files.join('\r\n')));
    // Rows know each other in circles, which cannot be handed over.
    data.set(ownType, new vscode.DataTransferItem(rows.map(({ id }) => id)));
  }

  async handleDrop(target: ComponentsNode | undefined, data: vscode.DataTransfer): Promise<void> {
    const ids: unknown = data.get(ownType)?.value;
    if (Array.isArray(ids)) await this.move(this.rowsWith(new Set(ids as string[])), target);
  }
}
