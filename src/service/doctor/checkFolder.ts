import type { Check, Repair } from '../../protocol/doctor.js';
import type { Project } from '../../protocol/projects.js';
import { check } from './check.js';

/** Whether a project's folder is where the store says it is. */
export function checkFolder(project: Project): Check {
  const { id, name, rootPath, folderState, movedTo } = project;
  const relink = (label: string): Repair[] => [{ kind: 'relink-folder', label, projectId: id }];
  switch (folderState) {
    case 'present':
      return check('folder', 'ok', `${name} is at ${rootPath ?? ''}.`, [], id);
    case 'moved': {
      const sentence = `The folder of ${name} was moved from ${rootPath ?? ''} to ${movedTo ?? ''}.`;
      return check('folder', 'warning', sentence, relink('Link the moved folder'), id);
    }
    case 'missing': {
      const sentence = `The folder of ${name} is not at ${rootPath ?? ''} any more.`;
      return check('folder', 'error', sentence, relink('Choose its folder'), id);
    }
    case 'none':
      return check('folder', 'warning', `${name} has no folder.`, relink('Choose its folder'), id);
  }
}
