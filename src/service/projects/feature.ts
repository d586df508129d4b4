import type { Interpreter } from '../../framework/installation.js';
import type { Feature, Platform } from '../platform/feature.js';
import type { FindInstallation } from './frameworkStates.js';
import { InstallService } from './installService.js';
import { ProjectService } from './projectService.js';
import { registerProjectRoutes } from './routes.js';
import { Templates } from './templates.js';

export interface ProjectsContext {
  /** One folder a template, described by its template.json. */
  readonly templatesDirectory: string;
  readonly findInstallation: FindInstallation;
  /** The newest Python ≥ 3.12 for a folder, else null. */
  readonly findPython: (root: string) => Promise<Interpreter | null>;
  /** How long after the start every project's framework is looked at, in ms. */
  readonly firstLookMs?: number;
}

/** The first windows come first. */
const defaultFirstLookMs = 2_000;

export interface ProjectsFeature extends Feature {
  /** For features that show projects, such as the doctor. */
  readonly projects: ProjectService;
}

/** Projects: registering, telling, changing and forgetting them, and installing their framework. */
export function projectsFeature(platform: Platform, context: ProjectsContext): ProjectsFeature {
  const templates = new Templates(context.templatesDirectory);
  const { findInstallation, firstLookMs = defaultFirstLookMs } = context;
  const projects = new ProjectService(platform, templates, findInstallation, firstLookMs);
  const installs = new InstallService(platform, projects, context.findPython);
  return {
    name: 'projects',
    projects,
    routes: (app) => registerProjectRoutes(app, { projects, installs, templates }),
    start: () => projects.start(),
    stop: () => projects.stop(),
  };
}
