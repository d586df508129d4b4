import type { Logger } from 'pino';
import { configurationFile } from '../../language/project/roles.js';
import { ProjectFiles, type FileChange } from '../../workspace/projectFiles.js';
import { isComponentFile } from './readProject.js';

/** Follows the files of projects: tells which project is to be scanned again, and which of its files. */
export class ProjectWatches {
  private readonly watches = new Map<number, ProjectFiles>();

  constructor(
    private readonly log: Logger,
    /** `changed`: the files that changed; null: what all files are read by changed. */
    private readonly onChange: (projectId: number, changed: readonly string[] | null) => void,
  ) {}

  has(projectId: number): boolean {
    return this.watches.has(projectId);
  }

  /** The folder that is followed; null when none is. */
  rootOf(projectId: number): string | null {
    return this.watches.get(projectId)?.root ?? null;
  }

  /** Follows a project from now on; what happens before this resolves may be told or not. */
  async start(projectId: number, root: string): Promise<void> {
    const files = new ProjectFiles(root, (line) => this.log.info({ projectId }, line));
    this.watches.set(projectId, files);
    await files.list();
    await files.watch((changes) => {
      const paths = changes.map(pathOf);
      const changed = paths.some(isForAll) ? null : paths.filter(isComponentFile);
      if (changed === null || changed.length > 0) this.onChange(projectId, changed);
    });
  }

  /** Answers whether it was followed. */
  async stop(projectId: number): Promise<boolean> {
    const files = this.watches.get(projectId);
    if (!files) return false;
    this.watches.delete(projectId);
    await files.dispose();
    return true;
  }

  async stopAll(): Promise<void> {
    for (const projectId of [...this.watches.keys()]) await this.stop(projectId);
  }
}

function pathOf(change: FileChange): string {
  return change.kind === 'removed' ? change.path : change.stamp.path;
}

/** Whether a file tells where and how components are read. */
function isForAll(path: string): boolean {
  return path === configurationFile || isPin(path);
}

function isPin(path: string): boolean {
  return !path.includes('/') && /^(?:requirements|pyproject|poetry|uv|pdm|Pipfile)/.test(path);
}
