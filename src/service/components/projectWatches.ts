import type { Logger } from 'pino';
import { configurationFile } from '../../language/project/roles.js';
import { ProjectFiles, type FileChange } from '../../workspace/projectFiles.js';
import { isComponentFile } from './readProject.js';

/** Follows the files of projects: tells which project is to be scanned again. */
export class ProjectWatches {
  private readonly watches = new Map<number, ProjectFiles>();

  constructor(
    private readonly log: Logger,
    private readonly onChange: (projectId: number) => void,
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
      if (changes.some(matters)) this.onChange(projectId);
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

/** Whether a change may be one of components: of a page, or of what tells where and how they are read. */
function matters(change: FileChange): boolean {
  const path = change.kind === 'removed' ? change.path : change.stamp.path;
  return isComponentFile(path) || path === configurationFile || isPin(path);
}

function isPin(path: string): boolean {
  return !path.includes('/') && /^(?:requirements|pyproject|poetry|uv|pdm|Pipfile)/.test(path);
}
