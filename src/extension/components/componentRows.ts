import path from 'node:path';
import type { ScannedComponent } from '../../protocol/components.js';
import type { ScannedProject, WatchState } from './componentsModel.js';

/** What stands in the Components view. */
export type ComponentsNode = ProjectRow | FolderRow | ComponentRow;

/** What all rows have: whose they are, and what they stand for on disk. */
interface RowPlace {
  readonly id: string;
  readonly projectId: number;
  readonly rootPath: string;
  /** Where new files go that are asked for on the row. */
  readonly fsPath: string;
}

export interface ProjectRow extends RowPlace {
  readonly kind: 'project';
  readonly name: string;
  readonly watch: WatchState;
  readonly children: readonly ComponentsNode[];
}

export interface FolderRow extends RowPlace {
  readonly kind: 'folder';
  readonly name: string;
  /** From the root of the project, without a slash at its end. */
  readonly folder: string;
  readonly parent: ComponentsNode | null;
  readonly children: readonly ComponentsNode[];
}

export interface ComponentRow extends RowPlace {
  readonly kind: 'component';
  readonly component: ScannedComponent;
  readonly parent: ComponentsNode | null;
}

/** Whether a component has every word of the filter in its path, its route, its kind, status or tags. */
export function matchesComponent(component: ScannedComponent, filter: string): boolean {
  if (filter === '') return true;
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
  const shown = projects.flatMap(({ project, components, watch }) => {
    const found = (components ?? []).filter((one) => matchesComponent(one, filter));
    return project.rootPath === null || found.length === 0
      ? []
      : [{ project, rootPath: project.rootPath, found, watch }];
  });
  return shown.flatMap(({ project, rootPath, found, watch }) => {
    const place = { projectId: project.id, rootPath };
    if (projects.length === 1) return rowsBelow(place, '', null, found);
    const children: ComponentsNode[] = [];
    const id = `project/${project.id}`;
    const row: ProjectRow = {
      ...{ kind: 'project', id, ...place, fsPath: rootPath },
      ...{ name: project.name, watch, children },
    };
    children.push(...rowsBelow(place, '', row, found));
    return [row];
  });
}

interface Place {
  readonly projectId: number;
  readonly rootPath: string;
}

/** Made once: ten thousand names are compared at each change. */
const byName = new Intl.Collator();

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
      const fsPath = path.join(place.rootPath, component.filePath);
      files.push({ kind: 'component', id, ...place, fsPath, component, parent });
      continue;
    }
    const name = rest.slice(0, slash);
    const inside = folders.get(name);
    if (inside) inside.push(component);
    else folders.set(name, [component]);
  }
  const rows = [...folders]
    .sort(([a], [b]) => byName.compare(a, b))
    .map(([name, inside]) => {
      const own = `${folder}${name}`;
      const children: ComponentsNode[] = [];
      const row: FolderRow = {
        ...{ kind: 'folder', id: `folder/${place.projectId}/${own}/`, ...place, name },
        ...{ fsPath: path.join(place.rootPath, own), folder: own, parent, children },
      };
      children.push(...rowsBelow(place, `${own}/`, row, inside));
      return row;
    });
  files.sort((a, b) => byName.compare(a.component.name, b.component.name));
  return [...rows, ...files];
}

/** What a row stands for: a path from the root of the project. */
export function placeOfRow(row: FolderRow | ComponentRow): string {
  return row.kind === 'folder' ? row.folder : row.component.filePath;
}

/** Rows and all below them. */
export function allRows(rows: readonly ComponentsNode[]): readonly ComponentsNode[] {
  return rows.flatMap((row) =>
    row.kind === 'component' ? [row] : [row, ...allRows(row.children)],
  );
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
