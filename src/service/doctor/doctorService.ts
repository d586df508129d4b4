import type { Check, DoctorQuery, DoctorReport } from '../../protocol/doctor.js';
import type { FrameworkState, Project } from '../../protocol/projects.js';
import type { EnginePlace } from '../platform/docker/enginePlace.js';
import type { Store } from '../platform/store/store.js';
import { checkDocker } from './checkDocker.js';
import { checkFolder } from './checkFolder.js';
import { checkPorts } from './checkPorts.js';
import { checkFramework, checkInterpreter } from './checkPython.js';
import { checkStore, checkVersions } from './checkService.js';

/** What the doctor asks of others. */
export interface DoctorPorts {
  readonly store: Store;
  readonly version: string;
  readonly apiVersion: string;
  readonly docker: EnginePlace;
  /** Every living project, its folder looked at. */
  projects(): Promise<readonly Project[]>;
  /** One living project, its folder looked at. @throws not-found */
  project(id: number): Promise<Project>;
  /** The project a folder belongs to, else null. */
  projectOfFolder(rootPath: string): Promise<Project | null>;
  /** The framework of a project, looked for anew. */
  frameworkOf(projectId: number): Promise<FrameworkState>;
  /** The framework as a folder has it; without a folder, as this machine has it. */
  frameworkAt(rootPath: string | null): Promise<FrameworkState>;
}

interface Subject {
  readonly project: Project | null;
  readonly root: string | null;
}

/** Examines everything Quantum Admin stands on; each finding is a sentence with what would mend it. */
export class DoctorService {
  constructor(private readonly ports: DoctorPorts) {}

  async report(query: DoctorQuery): Promise<DoctorReport> {
    const { store, version, apiVersion } = this.ports;
    const { project, root } = await this.subject(query);
    const id = project?.id ?? null;
    const [framework, docker, port, storeCheck, folders] = await Promise.all([
      project === null ? this.ports.frameworkAt(root) : this.ports.frameworkOf(project.id),
      checkDocker(this.ports.docker),
      checkPorts(root, id),
      checkStore(store),
      this.folders(project, query),
    ]);
    return {
      checks: [
        checkInterpreter(framework, id),
        checkFramework(framework, id),
        ...folders,
        docker,
        port,
        storeCheck,
        checkVersions(version, apiVersion),
      ],
    };
  }

  private async subject({ projectId, rootPath }: DoctorQuery): Promise<Subject> {
    const project =
      projectId !== undefined
        ? await this.ports.project(projectId)
        : rootPath !== undefined
          ? await this.ports.projectOfFolder(rootPath)
          : null;
    return { project, root: project?.rootPath ?? rootPath ?? null };
  }

  /** Of the project that was asked about; of all when none was. */
  private async folders(project: Project | null, query: DoctorQuery): Promise<Check[]> {
    if (project) return [checkFolder(project)];
    if (query.rootPath !== undefined) return [];
    return (await this.ports.projects()).map(checkFolder);
  }
}
