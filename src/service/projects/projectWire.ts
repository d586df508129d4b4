import type { Project } from '../../protocol/projects.js';
import type { FolderSight } from './folderSight.js';
import type { ProjectRow } from './projectRepository.js';

/** A row and what is seen of its folder and framework, as the API shows it. */
export function projectOf(
  row: ProjectRow,
  sight: FolderSight,
  frameworkVersion: string | null,
): Project {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    status: row.status,
    rootPath: row.root_path,
    folderState: sight.state,
    movedTo: sight.movedTo,
    interpreter: row.interpreter,
    frameworkVersion,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
