import type { PageEndpoint } from '../../language/components/endpointsOf.js';
import type { ProjectComponent } from '../../language/components/componentsOf.js';
import type {
  ComponentRow,
  EndpointRow,
  NewComponent,
  NewEndpoint,
} from './componentRepository.js';
import type { KnownFile } from './readProject.js';

/** The rows of a project's tables as they are. */
export interface StoredRows {
  readonly components: ReadonlyMap<string, ComponentRow>;
  /** By the id of their component. */
  readonly endpoints: ReadonlyMap<number, readonly EndpointRow[]>;
}

/** The rows after some went and others were written, with all endpoints of these. In the order of paths. */
export function rowsAfter(
  rows: StoredRows,
  gone: readonly ComponentRow[],
  written: readonly ComponentRow[],
  endpoints: readonly EndpointRow[],
): StoredRows {
  const components = new Map(rows.components);
  const byComponent = new Map(rows.endpoints);
  for (const { id, file_path: path } of gone) {
    components.delete(path);
    byComponent.delete(id);
  }
  const isNew = written.some(({ file_path: path }) => !components.has(path));
  for (const row of written) {
    components.set(row.file_path, row);
    byComponent.set(row.id, []);
  }
  for (const row of endpoints) {
    if (row.component_id === null) continue;
    byComponent.set(row.component_id, [...(byComponent.get(row.component_id) ?? []), row]);
  }
  if (!isNew) return { components, endpoints: byComponent };
  const inOrder = [...components].sort(([a], [b]) => (a < b ? -1 : 1));
  return { components: new Map(inOrder), endpoints: byComponent };
}

/** The row of a component. `now` is when its file was found otherwise than before, if it was. */
export function componentRow(
  projectId: number,
  component: ProjectComponent,
  file: KnownFile,
  old: ComponentRow | undefined,
  now: string,
): NewComponent {
  const facts = file.encoded;
  const isSame = old?.facts === facts;
  return {
    project_id: projectId,
    name: component.name,
    file_path: component.path,
    status: file.unreadable === null ? component.status : 'unknown',
    error_message: file.unreadable ?? component.refusal,
    last_compiled: isSame ? old.last_compiled : now,
    file_state: file.state,
    facts,
  };
}

export function endpointRow(
  projectId: number,
  componentId: number,
  endpoint: PageEndpoint,
): NewEndpoint {
  return {
    project_id: projectId,
    component_id: componentId,
    method: endpoint.method,
    path: endpoint.path,
    function_name: endpoint.functionName,
    description: endpoint.description,
    params: JSON.stringify(endpoint.params),
    guard: endpoint.guard && JSON.stringify(endpoint.guard),
  };
}

/** What differs between two rows: nothing, what nobody sees (the state of the file), or what is seen. */
export function differenceOf(old: ComponentRow, row: NewComponent): 'none' | 'unseen' | 'seen' {
  const { file_state: state, ...seen } = row;
  const before: Readonly<Record<string, unknown>> = { ...old };
  if (Object.entries(seen).some(([column, value]) => before[column] !== value)) return 'seen';
  return old.file_state === state ? 'none' : 'unseen';
}

export interface EndpointChanges {
  readonly insert: readonly NewEndpoint[];
  readonly update: readonly { readonly id: number; readonly row: NewEndpoint }[];
  readonly delete: readonly number[];
}

/** How the endpoints of a component become `wanted`. One keeps its id while its method, path and action stay. */
export function endpointChanges(
  old: readonly EndpointRow[],
  wanted: readonly NewEndpoint[],
): EndpointChanges {
  const left = [...old];
  const insert: NewEndpoint[] = [];
  const update: { id: number; row: NewEndpoint }[] = [];
  for (const row of wanted) {
    const at = left.findIndex((one) => keyOf(one) === keyOf(row));
    const [found] = at < 0 ? [] : left.splice(at, 1);
    if (!found) insert.push(row);
    else if (isOtherwise(found, row)) update.push({ id: found.id, row });
  }
  return { insert, update, delete: left.map(({ id }) => id) };
}

function keyOf({ method, path, function_name: name }: NewEndpoint): string {
  return `${method} ${path} ${name ?? ''}`;
}

function isOtherwise(old: EndpointRow, row: NewEndpoint): boolean {
  return (
    old.description !== row.description || old.params !== row.params || old.guard !== row.guard
  );
}
