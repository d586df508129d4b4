import type { ScannedEndpoint } from '../../protocol/components.js';
import type { ScannedProject } from './componentsModel.js';

/** What stands in the Endpoints view. */
export type EndpointsNode = EndpointProjectRow | EndpointRow;

export interface EndpointProjectRow {
  readonly kind: 'project';
  readonly id: string;
  readonly projectId: number;
  readonly name: string;
  readonly children: readonly EndpointRow[];
}

export interface EndpointRow {
  readonly kind: 'endpoint';
  readonly id: string;
  readonly rootPath: string;
  readonly endpoint: ScannedEndpoint;
}

/** Who may ask for it: `open-writes` changes tables for anyone, `open-action` does for anyone what else it does. */
export function reachOf({
  functionName,
  guard,
  writes,
}: ScannedEndpoint): 'open' | 'open-action' | 'open-writes' | 'guarded' {
  if (guard !== null) return 'guarded';
  if (writes.length > 0) return 'open-writes';
  return functionName === null ? 'open' : 'open-action';
}

/** The rows of the Endpoints view, by address; a project of its own has no row. */
export function endpointRows(projects: readonly ScannedProject[]): readonly EndpointsNode[] {
  return projects.flatMap(({ project, endpoints }): readonly EndpointsNode[] => {
    const { rootPath } = project;
    if (rootPath === null || endpoints === null || endpoints.length === 0) return [];
    const children = endpoints.map((endpoint): EndpointRow => {
      const id = `endpoint/${endpoint.id}`;
      return { kind: 'endpoint', id, rootPath, endpoint };
    });
    if (projects.length === 1) return children;
    const id = `project/${project.id}`;
    return [{ kind: 'project', id, projectId: project.id, name: project.name, children }];
  });
}
