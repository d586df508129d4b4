import type { ByNameServerState } from '../../protocol/datasourceByName.js';
import type { Datasource, DatasourceBadge, DockerInfo } from '../../protocol/datasources.js';
import type { DatasourceProject } from './datasourcesModel.js';

/** What stands in the Datasources view. Rows carry what they show: each reading makes new ones. */
export type DatasourcesNode = ProjectRow | DatasourceRow | EngineRow | ByNameRow;

export interface ProjectRow {
  readonly kind: 'project';
  readonly id: string;
  readonly projectId: number;
  readonly name: string;
  readonly children: readonly DatasourceRow[];
}

export interface DatasourceRow {
  readonly kind: 'datasource';
  readonly id: string;
  readonly datasource: Datasource;
  readonly parent: ProjectRow | null;
}

/** Stands first while the Docker engine does not answer and something here needs it. */
export interface EngineRow {
  readonly kind: 'engine';
  readonly id: string;
  readonly docker: DockerInfo;
}

/** Stands last while datasources are told by name: a person sees that passwords are given out. */
export interface ByNameRow {
  readonly kind: 'byName';
  readonly id: string;
  readonly server: ByNameServerState;
}

/** The rows of the view: a project of its own has no row. */
export function datasourceRows(
  projects: readonly DatasourceProject[],
  docker: DockerInfo | null,
  server: ByNameServerState | null,
): DatasourcesNode[] {
  const all = projects.flatMap(({ datasources }) => datasources ?? []);
  if (all.length === 0) return [];
  const needsEngine = all.some(({ connectionType }) => connectionType === 'docker');
  const engine: EngineRow[] =
    docker !== null && !docker.available && needsEngine
      ? [{ kind: 'engine', id: 'engine', docker }]
      : [];
  const byName: ByNameRow[] =
    server?.enabled === true ? [{ kind: 'byName', id: 'byName', server }] : [];
  const [only, ...more] = projects;
  if (only && more.length === 0) return [...engine, ...rowsOf(only, null), ...byName];
  const rows = projects.map((one) => {
    const { id, name } = one.project;
    const children: DatasourceRow[] = [];
    const row: ProjectRow = { kind: 'project', id: `project/${id}`, projectId: id, name, children };
    children.push(...rowsOf(one, row));
    return row;
  });
  return [...engine, ...rows, ...byName];
}

function rowsOf({ datasources }: DatasourceProject, parent: ProjectRow | null): DatasourceRow[] {
  return [...(datasources ?? [])]
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
    .map((datasource) => ({
      ...{ kind: 'datasource', id: `datasource/${datasource.id}`, datasource, parent },
    }));
}

/** What is shown: while a job works on it, that is the news. */
export function shownBadge({ badge, jobId }: Datasource): DatasourceBadge {
  return jobId === null ? badge : 'working';
}

/** A datasource as the menus know it: what it is, how it is, and what can be done now. */
export function contextOf(datasource: Datasource): string {
  const { type, connectionType, status } = datasource;
  const badge = shownBadge(datasource);
  const words: string[] = ['datasource', type, connectionType, `badge-${badge}`];
  const isIdle = badge !== 'working';
  if (connectionType === 'docker' && isIdle && badge !== 'unavailable')
    words.push(status === 'running' ? 'can-stop' : 'can-start');
  if (status === 'running' && isIdle) words.push('reachable');
  return words.join(' ');
}
