import type { Job } from '../../protocol/jobs.js';
import type {
  CreateProject,
  DeleteConsequences,
  OpenProject,
  Project,
  ProjectDetail,
  Template,
  UpdateProject,
} from '../../protocol/projects.js';

/** What this feature asks of the service. Every method throws the problem the service answered with. */
export interface ProjectsApi {
  list(): Promise<readonly Project[]>;
  detail(id: number): Promise<ProjectDetail>;
  create(project: CreateProject): Promise<Project>;
  /** @throws a problem `not-found` while the project of that folder stays deleted. */
  open(folder: OpenProject): Promise<Project>;
  update(id: number, change: UpdateProject): Promise<Project>;
  remove(id: number): Promise<void>;
  consequences(id: number): Promise<DeleteConsequences>;
  templates(): Promise<readonly Template[]>;
  /** Starts the job that installs quantum-framework into the project's environment. */
  installFramework(id: number): Promise<Job>;
  /** The names of the variables that what is run of it is given. */
  variableNames(id: number): Promise<readonly string[]>;
  /** The variables that what is run of it is given, passwords among them: audited. */
  environment(id: number): Promise<Readonly<Record<string, string>>>;
  /** The newest jobs of a project, newest first. */
  jobs(id: number): Promise<readonly Job[]>;
}
