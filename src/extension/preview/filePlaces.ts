import type { FilePlace } from './previewSubject.js';
import type { ProjectFile } from './previewedTexts.js';

type Ask = (projectId: number, filePath: string) => Promise<FilePlace | null>;

/** What files are to the framework: the project is read for it once, until something of it is saved. */
export class FilePlaces {
  private readonly known = new Map<string, FilePlace>();

  constructor(private readonly ask: Ask) {}

  async of({ project, filePath }: ProjectFile): Promise<FilePlace | null> {
    const key = `${project.id} ${filePath}`;
    const known = this.known.get(key);
    if (known) return known;
    const found = await this.ask(project.id, filePath);
    // A file that is not there yet may be there the next time.
    if (found) this.known.set(key, found);
    return found;
  }

  forget(): void {
    this.known.clear();
  }
}
