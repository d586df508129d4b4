import path from 'node:path';
import { placeOfRow, type ComponentRow, type ComponentsNode } from './componentRows.js';

/** A file or folder that goes to another place; paths from the root of the project. */
export interface RowMove {
  readonly from: string;
  readonly to: string;
}

/** Why nothing is moved. `name`: of the row that it is about. */
export interface MoveRefusal {
  readonly reason:
    | 'no-folder'
    | 'is-project'
    | 'other-project'
    | 'into-itself'
    | 'there-already'
    | 'same-name'
    | 'name-taken'
    | 'outside';
  readonly name: string;
}

/**
 * What moves when these rows are dropped on `target`: a folder, a file that stands for its folder, or a project for
 * its root. All of them or none.
 */
export function movesInto(
  rows: readonly ComponentsNode[],
  target: ComponentsNode | undefined,
): readonly RowMove[] | MoveRefusal {
  if (target === undefined) return { reason: 'no-folder', name: '' };
  const folder = folderOf(target);
  const moves: RowMove[] = [];
  for (const row of topmost(rows)) {
    if (row.kind === 'project') return { reason: 'is-project', name: row.name };
    const from = placeOfRow(row);
    const name = path.posix.basename(from);
    if (row.projectId !== target.projectId) return { reason: 'other-project', name };
    if (isAtOrBelow(folder, from)) return { reason: 'into-itself', name };
    const to = folder === '' ? name : `${folder}/${name}`;
    if (to === from) continue;
    if (moves.some((move) => move.to === to)) return { reason: 'same-name', name };
    if (childrenIn(target).some((other) => nameOf(other) === name))
      return { reason: 'name-taken', name };
    moves.push({ from, to });
  }
  if (moves.length === 0) return { reason: 'there-already', name: folder };
  return isOutside(target) ? { reason: 'outside', name: folder } : moves;
}

/** Rows that are not in a folder which is moved as well. */
function topmost(rows: readonly ComponentsNode[]): readonly ComponentsNode[] {
  const chosen = new Set(rows);
  return rows.filter((row) => {
    for (let at = parentOf(row); at; at = parentOf(at)) if (chosen.has(at)) return false;
    return true;
  });
}

function parentOf(row: ComponentsNode): ComponentsNode | null {
  return row.kind === 'project' ? null : row.parent;
}

/** The folder a row is or stands in, from the root; '' for the root itself. */
function folderOf(row: ComponentsNode): string {
  if (row.kind === 'project') return '';
  if (row.kind === 'folder') return row.folder;
  const folder = path.posix.dirname(row.component.filePath);
  return folder === '.' ? '' : folder;
}

function nameOf(row: ComponentsNode): string {
  return row.kind === 'project' ? row.name : path.posix.basename(placeOfRow(row));
}

function isAtOrBelow(folder: string, top: string): boolean {
  return folder === top || folder.startsWith(`${top}/`);
}

/** What is shown in the folder of the target. */
function childrenIn(target: ComponentsNode): readonly ComponentsNode[] {
  if (target.kind !== 'component') return target.children;
  const { parent } = target;
  return parent === null || parent.kind === 'component' ? [target] : parent.children;
}

/** Whether the framework does not look into the folder: nothing that lies in it is a page or can be called. */
function isOutside(target: ComponentsNode): boolean {
  if (target.kind === 'component') return isUnseen(target);
  if (target.kind === 'project')
    return target.children.every((row) => row.kind !== 'component' || isUnseen(row));
  return target.children.every((row) =>
    row.kind === 'component' ? isUnseen(row) : row.kind === 'folder' && isOutside(row),
  );
}

function isUnseen({ component }: ComponentRow): boolean {
  return ['outside', 'application', 'job'].includes(component.kind);
}
