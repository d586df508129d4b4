import type { ProjectsFeature } from './projectsFeature.js';

/** A window that was just opened hears of its projects a moment later. */
const longestWaitMs = 20_000;

/** Resolves once the projects of the window are known, at once where there can be none. */
export async function projectsKnown(
  projects: Pick<ProjectsFeature, 'here' | 'isOurs' | 'onDidChange'>,
): Promise<void> {
  if (projects.here.length > 0 || !projects.isOurs) return;
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
