import type { ProjectsFeature } from './projectsFeature.js';

/** A window that was just opened hears of its projects a moment later. */
const longestWaitMs = 20_000;

/** Resolves once the window has projects, or seems to have none. */
export async function projectsKnown(
  projects: Pick<ProjectsFeature, 'here' | 'onDidChange'>,
): Promise<void> {
  if (projects.here.length > 0) return;
  await new Promise<void>((resolve) => {
    const known = (): void => {
      clearTimeout(timer);
      listening.dispose();
      resolve();
    };
    const timer = setTimeout(known, longestWaitMs);
    const listening = projects.onDidChange(() => {
      if (projects.here.length > 0) known();
    });
  });
}
