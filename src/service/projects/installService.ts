import type { Interpreter } from '../../framework/installation.js';
import type { Job } from '../../protocol/jobs.js';
import type { Platform } from '../platform/feature.js';
import { AppError } from '../platform/problem.js';
import { frameworkInstall, installJobName, type InstallData } from './frameworkInstall.js';
import { existingFolder } from './projectFolders.js';
import type { ProjectService } from './projectService.js';

/** Starts installations of the framework and tells their job what it needs to know. */
export class InstallService {
  constructor(
    private readonly platform: Platform,
    private readonly projects: ProjectService,
    findPython: (root: string) => Promise<Interpreter | null>,
  ) {
    platform.jobs.register(
      frameworkInstall({
        env: process.env,
        findPython,
        place: async (id) => {
          const row = await projects.row(id);
          return { root: await this.folderOf(row), interpreter: row.interpreter };
        },
        choose: (id, interpreter) => projects.chooseInterpreter(id, interpreter),
        look: async (id) => projects.framework(await projects.row(id), 'again'),
      }),
    );
  }

  /** Enqueues an installation; while one waits or runs for this project, answers that one. */
  async begin(projectId: number): Promise<Job> {
    const row = await this.projects.row(projectId);
    await this.folderOf(row);
    const { store, jobs } = this.platform;
    const data: InstallData = { projectId };
    return store.write(async (tx) => {
      const waiting = await tx
        .selectFrom('job')
        .select('id')
        .where('project_id', '=', projectId)
        .where('name', '=', installJobName)
        .where('state', 'in', ['created', 'retry', 'active'])
        .executeTakeFirst();
      const running = waiting && (await jobs.get(tx, waiting.id));
      if (running) return running;
      const title = `Install quantum-framework for ${row.name}`;
      return jobs.enqueue(tx, { name: installJobName, title, projectId, data });
    });
  }

  private async folderOf(row: { name: string; root_path: string | null }): Promise<string> {
    if (row.root_path !== null) return (await existingFolder(row.root_path)).path;
    const detail = `The project “${row.name}” has no folder to install into.`;
    throw new AppError('folder-missing', detail, 'Link the project to its folder first.');
  }
}
