import { folderAt, type FolderIdentity } from '../../workspace/folderIdentity.js';
import type { ProjectRow } from './projectRepository.js';

/** What the store knows about a folder. */
export type Match =
  /** A living project stands at this path, or at another spelling of it. */
  | { readonly kind: 'registered'; readonly row: ProjectRow }
  /** A living project's folder was moved here. */
  | { readonly kind: 'moved-here'; readonly row: ProjectRow }
  /** The project of this folder was deleted. */
  | { readonly kind: 'deleted'; readonly row: ProjectRow; readonly deletedAt: string }
  | { readonly kind: 'new' };

/**
 * Which project a folder is. The path decides before the identity, the living before the deleted, and among
 * the deleted the one deleted last (`rows` come in that order).
 */
export async function matchFolder(
  rows: readonly ProjectRow[],
  folder: FolderIdentity,
): Promise<Match> {
  const living = rows.filter((row) => row.deleted_at === null);
  const atPath = living.find((row) => row.root_path === folder.path);
  if (atPath) return { kind: 'registered', row: atPath };
  for (const row of living) {
    if (row.folder_identity !== folder.identity || row.root_path === null) continue;
    const there = await folderAt(row.root_path).catch(() => null);
    if (there === null) return { kind: 'moved-here', row };
    // Reachable by two paths. A different folder at its path keeps the project there.
    if (there.identity === folder.identity) return { kind: 'registered', row };
  }
  for (const row of rows) {
    if (row.deleted_at !== null) return { kind: 'deleted', row, deletedAt: row.deleted_at };
  }
  return { kind: 'new' };
}
