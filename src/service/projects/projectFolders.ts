import path from 'node:path';
import { startsWithQuantum } from '../../language/ownership.js';
import { configurationName, configuredFolderAbove } from '../../workspace/configuredFolder.js';
import { folderAt, type FolderIdentity } from '../../workspace/folderIdentity.js';
import { projectKind } from '../../workspace/projectFolder.js';
import { AppError } from '../platform/problem.js';

export function requireAbsolute(rootPath: string): string {
  if (!path.isAbsolute(rootPath) || rootPath.includes('\0')) {
    throw new AppError(
      'invalid-request',
      `“${rootPath}” is not an absolute path.`,
      'Give the whole path of the folder.',
    );
  }
  return path.resolve(rootPath);
}

/** Whether `asked` is `root` or lies in it. */
export function isWithin(asked: string, root: string): boolean {
  const relative = path.relative(root, asked);
  return relative === '' || (!path.isAbsolute(relative) && !/^\.\.(?:[\\/]|$)/.test(relative));
}

/** The folder at `rootPath` in its canonical spelling. @throws folder-missing, invalid-request. */
export async function existingFolder(rootPath: string): Promise<FolderIdentity> {
  const folder = await folderAt(requireAbsolute(rootPath));
  if (folder) return folder;
  throw new AppError(
    'folder-missing',
    `There is no folder at ${rootPath}, or it cannot be read.`,
    'Check the path, or choose the folder again.',
  );
}

/**
 * The root of the project that opening `folder` means: the folder itself; where it is part of a configured
 * application, that application's root, because the framework runs from there.
 * @throws invalid-request when the folder is not Quantum's.
 */
export async function projectRootOf(folder: FolderIdentity): Promise<FolderIdentity> {
  const kind = await projectKind(folder.path, startsWithQuantum);
  if (kind === 'configured') return folder;
  if (kind === 'pages') {
    const above = await configuredFolderAbove(folder.path);
    return above === null ? folder : existingFolder(above);
  }
  throw notQuantum(folder.path);
}

/** @throws invalid-request when the folder itself is not a Quantum project. */
export async function requireQuantum(folder: FolderIdentity): Promise<void> {
  if ((await projectKind(folder.path, startsWithQuantum)) === 'none') throw notQuantum(folder.path);
}

function notQuantum(folder: string): AppError {
  return new AppError(
    'invalid-request',
    `${folder} is not a Quantum project: it has no ${configurationName} and no .q file that begins with a Quantum element.`,
    'Open the folder that holds the application, or make a new project from a template.',
  );
}
