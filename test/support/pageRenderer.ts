import { askFramework } from './askFramework.js';

export interface Visit {
  /** As below `/`: `/cart`, `/product/7`. */
  readonly path: string;
  /** What the session holds. */
  readonly session?: Readonly<Record<string, unknown>>;
}

export interface DrawnProject {
  /** Files by their paths, over those of `base`. */
  readonly files: Readonly<Record<string, string>>;
  readonly base?: string;
  readonly visits: readonly Visit[];
}

export interface DrawnPage {
  readonly status: number;
  /** What the framework's renderer drew, without the frame that its server puts around. */
  readonly html: string;
  readonly error: string | null;
}

/** The pages of each project as the framework's own server draws them. */
export async function drawPages(projects: readonly DrawnProject[]): Promise<DrawnPage[][]> {
  const asked = projects.map(({ files, base, visits }) => ({ files, base: base ?? null, visits }));
  const answers = await askFramework<{ pages: DrawnPage[] }>('pageRenderer.py', asked);
  return answers.map(({ pages }) => pages);
}
