import type { ProjectDetail } from '../../protocol/projects.js';

/** Details of projects, read once and kept until the project changes. Failed reads are not kept. */
export class ProjectDetails {
  readonly #read: (id: number) => Promise<ProjectDetail>;
  readonly #kept = new Map<number, Promise<ProjectDetail>>();

  constructor(read: (id: number) => Promise<ProjectDetail>) {
    this.#read = read;
  }

  /** @throws the service's problem */
  get(id: number): Promise<ProjectDetail> {
    const kept = this.#kept.get(id);
    if (kept !== undefined) return kept;
    const reading = this.#read(id);
    this.#kept.set(id, reading);
    reading.catch(() => {
      if (this.#kept.get(id) === reading) this.#kept.delete(id);
    });
    return reading;
  }

  forget(id: number): void {
    this.#kept.delete(id);
  }

  forgetAll(): void {
    this.#kept.clear();
  }
}
