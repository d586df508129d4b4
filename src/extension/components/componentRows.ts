import type { ScannedComponent } from '../../protocol/components.js';
import type { ScannedProject } from './componentsModel.js';

/** What stands in the Components view. */
export type ComponentsNode = ProjectRow | FolderRow | ComponentRow;

export interface ProjectRow {
  readonly kind: 'project';
  readonly id: string;
  readonly projectId: number;
  readonly name: string;
  readonly children: readonly ComponentsNode[];
}

export interface FolderRow {
  readonly kind: 'folder';
  readonly id: string;
  readonly projectId: number;
  readonly name: string;
  readonly parent: ComponentsNode | null;
  readonly children: readonly ComponentsNode[];
}

export interface ComponentRow {
  readonly kind: 'component';
  readonly id: string;
  readonly projectId: number;
  readonly rootPath: string;
  readonly component: ScannedComponent;
  readonly parent: ComponentsNode | null;
}

/** Whether a component has every word of the filter in its path, its route, its kind, status or tags. */
export function matchesComponent(component: ScannedComponent, filter: string): boolean {
  const { filePath, route, kind, status, tags } = component;
  const text = [filePath, route ?? '', kind, status, ...tags].join('\n').toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The rows of the Components view: folders first, then files, each by name; a project of its own has no row. */
export function componentRows(
  projects: readonly ScannedProject[],
  filter: string,
): readonly ComponentsNode[] {
  const shown = projects.flatMap(({ project, components }) => {
    const found = (components ?? []).filter((one) => matchesComponent(one, filter));
    return project.rootPath === null || found.length === 0
      ? []
      : [{ project, rootPath: project.rootPath, found }];
  });
  return shown.flatMap(({ project, rootPath, found }) => {
    const place = { projectId: project.id, rootPath };
    if (projects.length === 1) return rowsBelow(place, '', null, found);
    const children: ComponentsNode[] = [];
    const id = `project/${project.id}`;
    const row: ProjectRow = {
      ...{ kind: 'project', id, projectId: project.id },
      ...{ name: project.name, children },
    };
    children.push(...rowsBelow(place, '', row, found));
    return [row];
  });
}

interface Place {
  readonly projectId: number;
  readonly rootPath: string;
}

function rowsBelow(
  place: Place,
  folder: string,
  parent: ComponentsNode | null,
  components: readonly ScannedComponent[],
): ComponentsNode[] {
  const folders = new Map<string, ScannedComponent[]>();
  const files: ComponentRow[] = [];
  for (const component of components) {
    const rest = component.filePath.slice(folder.length);
    const slash = rest.indexOf('/');
    if (slash < 0) {
      const id = `component/${component.id}`;
      files.push({ kind: 'component', id, ...place, component, parent });
      continue;
    }
    const name = rest.slice(0, slash);
    const inside = folders.get(name);
    if (inside) inside.push(component);
    else folders.set(name, [component]);
  }
  const rows = [...folders]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, inside]) => {
      const path = `${folder}${name}/`;
      const children: ComponentsNode[] = [];
      const id = `folder/${place.projectId}/${path}`;
      const row: FolderRow = {
        ...{ kind: 'folder', id, projectId: place.projectId, name },
        ...{ parent, children },
      };
      children.push(...rowsBelow(place, path, row, inside));
      return row;
    });
  files.sort((a, b) => a.component.name.localeCompare(b.component.name));
  return [...rows, ...files];
}

/** The row of a file, by its path from the root of the project; undefined when it is not shown. */
export function rowOfFile(
  rows: readonly ComponentsNode[],
  projectId: number,
  filePath: string,
): ComponentRow | undefined {
  for (const row of rows) {
    if (row.projectId !== projectId) continue;
    if (row.kind === 'component') {
      if (row.component.filePath === filePath) return row;
      continue;
    }
    const found = rowOfFile(row.children, projectId, filePath);
    if (found) return found;
  }
  return undefined;
}
