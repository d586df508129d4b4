import type { TreeModel } from './treeModel.js';

/** What a key does: to the active node, or the number of the node it leads to. */
export type KeyAction = 'choose' | 'copy' | 'open' | 'close' | 'openSiblings' | number;

interface Place {
  readonly model: TreeModel;
  readonly active: number;
  /** Rows that Page Up and Page Down go. */
  readonly page: number;
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>;

/** The keys of a tree (WAI-ARIA authoring practices); null for any other. */
export function keyAction({ key, ctrlKey, metaKey }: Key, place: Place): KeyAction | null {
  const { model, active, page } = place;
  const { rows } = model;
  const at = rows.indexOf(active);
  const last = rows.length - 1;
  const to = (row: number): number => rows[Math.max(0, Math.min(row, last))] ?? active;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'c' ? 'copy' : null;
  switch (key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return to(at - 1);
    case 'PageDown':
      return to(at + page);
    case 'PageUp':
      return to(at - page);
    case 'Home':
      return to(0);
    case 'End':
      return to(last);
    case 'ArrowRight':
      if (!model.hasChildren(active)) return active;
      return model.isOpen(active) ? to(at + 1) : 'open';
    case 'ArrowLeft':
      if (model.isOpen(active)) return 'close';
      return Math.max(0, model.parentOf(active));
    case '*':
      return 'openSiblings';
    case 'Enter':
    case ' ':
      return 'choose';
    default:
      return null;
  }
}
