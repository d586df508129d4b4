import type { ProjectRow } from './projectRepository.js';
import { lookAtFolder, noFolder, type FolderSight } from './folderSight.js';

/** The last seen state of each project's folder. Reading it costs nothing; looking is asked for. */
export class FolderSights {
  private readonly known = new Map<number, { rootPath: string; sight: FolderSight }>();

  /** The last sight; looks when this folder was never looked at. */
  async of(row: ProjectRow): Promise<FolderSight> {
    return this.last(row) ?? (await this.look(row));
  }

  last(row: ProjectRow): FolderSight | undefined {
    if (row.root_path === null) return noFolder;
    const known = this.known.get(row.id);
    return known?.rootPath === row.root_path ? known.sight : undefined;
  }

  /** Looks now and remembers. */
  async look(row: ProjectRow): Promise<FolderSight> {
    if (row.root_path === null) return noFolder;
    const sight = await lookAtFolder(row.root_path, row.folder_identity);
    this.known.set(row.id, { rootPath: row.root_path, sight });
    return sight;
  }

  forget(id: number): void {
    this.known.delete(id);
  }
}

/** Whether two sights look the same to a person. */
export function sameSight(one: FolderSight, other: FolderSight): boolean {
  return one.state === other.state && one.movedTo === other.movedTo;
}
