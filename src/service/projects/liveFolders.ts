import type { Logger } from 'pino';
import { sameSight, type FolderSights } from './folderSights.js';
import { FolderWatch, type FolderChange } from './folderWatch.js';
import type { ProjectRow } from './projectRepository.js';

export interface LiveFoldersPorts {
  readonly log: Logger;
  readonly sights: FolderSights;
  projects(): Promise<ProjectRow[]>;
  /** Tells windows that a project looks different. */
  seenChanged(id: number): Promise<unknown>;
  /** A different folder stands at the project's path now. */
  remember(id: number, identity: string): Promise<void>;
}

/** Keeps what is seen of the projects' folders true while they come, go and move. */
export class LiveFolders {
  private watch: FolderWatch | null = null;
  private working: Promise<void> = Promise.resolve();

  constructor(private readonly ports: LiveFoldersPorts) {}

  async start(): Promise<void> {
    this.watch = new FolderWatch((changes) => {
      this.working = this.working.then(() => this.changed(changes));
    });
    await this.rewatch();
    const rows = await this.ports.projects();
    await Promise.all(rows.map((row) => this.see(row)));
  }

  async stop(): Promise<void> {
    this.watch?.close();
    this.watch = null;
    await this.working;
  }

  /** Watches for the folders of the projects there are now. */
  async rewatch(): Promise<void> {
    if (!this.watch) return;
    const rows = await this.ports.projects();
    this.watch.set(rows.flatMap(({ root_path: root }) => (root === null ? [] : [root])));
  }

  /** Looks at the folders of these projects and tells what changed. */
  async refresh(rows: readonly ProjectRow[]): Promise<void> {
    await Promise.all(
      rows.map(async (row) => {
        const before = this.ports.sights.last(row);
        const after = await this.see(row);
        if (before && !sameSight(before, after)) await this.ports.seenChanged(row.id);
      }),
    );
  }

  private async see(row: ProjectRow): ReturnType<FolderSights['look']> {
    const sight = await this.ports.sights.look(row);
    if (sight.identity !== null && sight.identity !== row.folder_identity) {
      await this.ports.remember(row.id, sight.identity);
    }
    return sight;
  }

  private async changed(changes: ReadonlyMap<string, FolderChange>): Promise<void> {
    try {
      const rows = await this.ports.projects();
      await this.refresh(rows.filter((row) => this.concerns(row, changes)));
    } catch (error) {
      this.ports.log.warn({ err: error }, 'the folders of the projects could not be looked at');
    }
  }

  /** What happens beside a folder that is in its place does not concern it. */
  private concerns(row: ProjectRow, changes: ReadonlyMap<string, FolderChange>): boolean {
    const change = row.root_path === null ? undefined : changes.get(row.root_path);
    return (
      change === 'self' || (change === 'beside' && this.ports.sights.last(row)?.state !== 'present')
    );
  }
}
