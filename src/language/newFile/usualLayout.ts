import type { ComponentSummary } from '../project/componentSummary.js';
import type { ProjectView } from '../project/projectView.js';

/**
 * The layout that most pages around `path` call, or most of the project where those call none: a component
 * with a slot in a folder of layouts; null without one.
 */
export function usualLayout(project: ProjectView, path: string): ComponentSummary | null {
  const layouts = [...project.files.values()].filter(
    ({ kind, slots, path }) =>
      kind === 'component' && slots.includes('default') && /(?:^|\/)_?layouts?\//i.test(path),
  );
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const ranked = layouts.map((summary) => {
    const uses = project.usesOf(summary.path);
    const near = uses.filter((use) => use.path.startsWith(folder)).length;
    return { summary, near, all: uses.length };
  });
  ranked.sort((a, b) => b.near - a.near || b.all - a.all);
  return ranked[0]?.summary ?? null;
}
