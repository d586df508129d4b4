import type { ProjectView } from '../project/projectView.js';
import { usualComponentFolder } from '../project/usualComponentFolder.js';
import type { NewFileWish } from './newFile.js';
import { usualLayout } from './usualLayout.js';

/** Where a new file goes, from the project's root, with `/`. */
export function placeOfNewFile({ kind, name, folder }: NewFileWish, project: ProjectView): string {
  const chosen = folder === null ? null : belowComponents(folder, project);
  switch (kind) {
    case 'page':
    case 'form': {
      // Nothing below a folder with `_` first has an address.
      const isServed = chosen !== null && !/(?:^|\/)_/.test(chosen);
      return inComponents(isServed ? joined(chosen, name) : name, project);
    }
    case 'component':
      return inComponents(joined(chosen ?? usualComponentFolder(project), name), project);
    case 'layout': {
      const layout = usualLayout(project, '');
      const usual = layout ? folderOf(project.componentPath(layout.path) ?? '') : '_layout';
      return inComponents(joined(chosen ?? usual, name), project);
    }
    case 'test':
      return joined(usualTestFolder(project), `${testName(name)}.test.q`);
    default:
      return kind satisfies never;
  }
}

/** A folder as seen from that of the components; null for one that lies elsewhere. */
function belowComponents(folder: string, project: ProjectView): string | null {
  const inside = project.componentPath(joined(folder, 'x.q'));
  return inside === null ? null : folderOf(inside);
}

function inComponents(below: string, project: ProjectView): string {
  const file = `${below}.q`;
  return project.newComponentPath(file) ?? `components/${file}`;
}

function usualTestFolder(project: ProjectView): string {
  const tests = [...project.files.keys()].filter((file) => file.endsWith('.test.q'));
  return mostFrequent(tests.map(folderOf)) ?? 'tests';
}

/** `/admin/orders/[id]` is tested by `admin-orders`. */
function testName(route: string): string {
  const words = route.split('/').filter((part) => part !== '' && !part.startsWith('['));
  return words.length === 0 ? 'index' : words.join('-');
}

function mostFrequent(names: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first?.[0] ?? null;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function joined(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
