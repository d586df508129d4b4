import { existsSync } from 'node:fs';
import path from 'node:path';
import { readConfiguration } from '../../language/configuration/readConfiguration.js';
import { configurationFile } from '../../language/project/roles.js';
import { ProjectPaths } from '../../language/project/projectPaths.js';
import { AppError } from '../platform/problem.js';
import { textOf } from '../components/readProject.js';
import { configuredPort } from '../doctor/configuredPort.js';
import { existingFolder } from '../projects/projectFolders.js';
import type { ProjectService } from '../projects/projectService.js';
import type { ProjectFolders } from './burstEffect.js';

/** Where an application lies and what serves it. */
export interface RunPlace {
  readonly root: string;
  readonly interpreter: string;
  readonly folders: ProjectFolders;
  /** The one its configuration names. */
  readonly port: number;
}

/** @throws AppError when there is no folder, no Python or no framework, saying what mends it. */
export async function runPlaceOf(projects: ProjectService, projectId: number): Promise<RunPlace> {
  const row = await projects.row(projectId);
  if (row.root_path === null) {
    const detail = `The project “${row.name}” has no folder with an application to run.`;
    throw new AppError('folder-missing', detail, 'Link the project to its folder first.');
  }
  const root = (await existingFolder(row.root_path)).path;
  const { interpreter, problem } = await projects.framework(row);
  // A checkout of the framework brings it along.
  if (interpreter === null || (problem !== null && !isCheckout(root))) {
    const detail = problem ?? 'No Python was found that could run the application.';
    throw new AppError('framework-missing', detail, 'Install quantum-framework for the project.');
  }
  return { root, interpreter, folders: await foldersOf(root), port: await configuredPort(root) };
}

/** Whether the project lies in the framework's own sources, as before it became a package. */
const isCheckout = (root: string): boolean =>
  existsSync(path.join(root, 'src', 'runtime', 'web_server.py'));

async function foldersOf(root: string): Promise<ProjectFolders> {
  const text = await textOf(root, configurationFile);
  const paths = new ProjectPaths(text === null ? null : readConfiguration(text, process.env));
  // A folder outside of the project is not watched: no file is in it.
  return { static: paths.inStatic('') ?? '\0', migrations: paths.migrations };
}
