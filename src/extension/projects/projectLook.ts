import type { Project } from '../../protocol/projects.js';
import type { ProjectRun } from '../../protocol/running.js';
import { runLook } from '../running/runLook.js';

/** What a project's row looks like: a codicon, a theme colour, and tokens for the menus. */
export interface ProjectLook {
  readonly icon: string;
  readonly color: string | undefined;
  /** Tokens separated by spaces, such as `project active present`: menus match on them. */
  readonly contextValue: string;
}

/** The worst that is known about a project decides its icon. */
export function projectLook(project: Project, run?: ProjectRun): ProjectLook {
  const look = project.folderState === 'present' ? runLook(run) : null;
  const up =
    run === undefined || run.status === 'stopped' || run.status === 'failed' ? 'down' : 'up';
  const tokens = [...tokensOf(project), `server-${up}`];
  return { ...(look ?? iconOf(project)), contextValue: tokens.join(' ') };
}

function iconOf(project: Project): Pick<ProjectLook, 'icon' | 'color'> {
  if (project.folderState === 'missing') return { icon: 'error', color: 'list.errorForeground' };
  if (project.folderState === 'moved') return { icon: 'warning', color: 'list.warningForeground' };
  if (project.status === 'inactive') return { icon: 'circle-slash', color: 'disabledForeground' };
  if (project.folderState === 'none') return { icon: 'circle-outline', color: undefined };
  if (project.frameworkVersion === null)
    return { icon: 'warning', color: 'list.warningForeground' };
  return { icon: 'package', color: 'charts.green' };
}

function tokensOf(project: Project): string[] {
  return [
    'project',
    project.status,
    `folder-${project.folderState}`,
    project.frameworkVersion === null ? 'framework-absent' : 'framework-present',
  ];
}
