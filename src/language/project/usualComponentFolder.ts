import type { ProjectView } from './projectView.js';

/**
 * The folder, below that of the components, with the most components that nobody visits: its name begins
 * with `_`, and it is not the one of the layouts.
 */
export function usualComponentFolder(project: ProjectView): string {
  const counts = new Map<string, number>();
  for (const [file, { kind }] of project.files) {
    const folder = /^(_.*)\/[^/]+\.q$/.exec(project.componentPath(file) ?? '')?.[1];
    if (folder !== undefined && kind === 'component' && !/layout/i.test(folder)) {
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '_parts';
}
