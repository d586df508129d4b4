import type { WorkspaceEdit } from 'vscode-languageserver';
import { pathOf } from '../applications.js';

/** A person may look at a rename's preview for so long before its file moves, in ms. */
const patienceMs = 120_000;

/**
 * The moves of files that our own renames bring along. An editor asks about them like about any other move,
 * but everything that follows from them stands in the rename already.
 */
export class OwnMoves {
  private readonly saidAt = new Map<string, number>();

  /** Takes the moves of an edit that is about to be answered. */
  add({ documentChanges = [] }: WorkspaceEdit): void {
    for (const change of documentChanges) {
      if (!('kind' in change) || change.kind !== 'rename') continue;
      this.saidAt.set(keyOf(change), Date.now());
    }
  }

  has(move: { readonly oldUri: string; readonly newUri: string }): boolean {
    const at = this.saidAt.get(keyOf(move));
    return at !== undefined && Date.now() - at < patienceMs;
  }
}

/** By paths: an editor may write a URI otherwise than we did. */
function keyOf({ oldUri, newUri }: { readonly oldUri: string; readonly newUri: string }): string {
  return JSON.stringify([pathOf(oldUri), pathOf(newUri)]);
}
