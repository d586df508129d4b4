import type { Project } from '../../protocol/projects.js';

/** Whether every word of the filter is in the project's name, description or folder. */
export function matchesFilter(project: Project, filter: string): boolean {
  const haystack = [project.name, project.description, project.rootPath, project.status]
    .join('\n')
    .toLocaleLowerCase();
  return words(filter).every((word) => haystack.includes(word));
}

function words(filter: string): string[] {
  return filter.toLocaleLowerCase().split(/\s+/).filter(Boolean);
}
