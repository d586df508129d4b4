import type { Environment, EnvironmentVariable } from '../../protocol/environments.js';
import type { EnvironmentProject, Places } from './environmentsModel.js';

/** What stands in the Environments view. Rows carry what they show: each reading makes new ones. */
export type EnvironmentsNode = ProjectRow | PlaceRow | VariableRow;

/** What has variables. */
export type PlaceRow = AllRow | EnvironmentRow;

export interface ProjectRow {
  readonly kind: 'project';
  readonly id: string;
  readonly projectId: number;
  readonly name: string;
  readonly children: readonly PlaceRow[];
}

/** Wherever the project runs: its own variables. */
export interface AllRow {
  readonly kind: 'all';
  readonly id: string;
  readonly projectId: number;
  readonly parent: ProjectRow | null;
  readonly children: readonly VariableRow[];
}

export interface EnvironmentRow {
  readonly kind: 'environment';
  readonly id: string;
  readonly projectId: number;
  readonly environment: Environment;
  readonly isLast: boolean;
  readonly parent: ProjectRow | null;
  readonly children: readonly VariableRow[];
}

export interface VariableRow {
  readonly kind: 'variable';
  readonly id: string;
  readonly projectId: number;
  readonly variable: EnvironmentVariable;
  /** The environment in use that has a value of its own for it, which what is run here is given instead. */
  readonly givenBy: string | null;
  readonly parent: PlaceRow;
}

export const rowId = (kind: 'environment' | 'variable', id: number): string => `${kind}/${id}`;

/** The rows of the view: a project of its own has no row. */
export function environmentRows(projects: readonly EnvironmentProject[]): EnvironmentsNode[] {
  const hasSomething = projects.some(
    ({ places }) => places && places.environments.length + places.variables.length > 0,
  );
  if (!hasSomething) return [];
  const [only, ...more] = projects;
  if (only && more.length === 0) return placeRows(only, null);
  return projects.map((one) => {
    const { id, name } = one.project;
    const children: PlaceRow[] = [];
    const row: ProjectRow = { kind: 'project', id: `project/${id}`, projectId: id, name, children };
    children.push(...placeRows(one, row));
    return row;
  });
}

function placeRows(
  { project: { id: projectId }, places }: EnvironmentProject,
  parent: ProjectRow | null,
): PlaceRow[] {
  if (places === null) return [];
  const all: AllRow = {
    ...{ kind: 'all', id: `all/${projectId}`, projectId, parent },
    children: [],
  };
  const environments = places.environments.map((environment, at, { length }): EnvironmentRow => {
    const { id } = environment;
    return {
      ...{ kind: 'environment', id: rowId('environment', id), projectId, environment, parent },
      ...{ isLast: at === length - 1, children: [] },
    };
  });
  return [
    withVariables(all, null, places),
    ...environments.map((row) => withVariables(row, row.environment.id, places)),
  ];
}

function withVariables<Row extends PlaceRow>(
  row: Row,
  environmentId: number | null,
  { environments, variables }: Places,
): Row {
  const children: VariableRow[] = [];
  const filled = { ...row, children };
  const used = environmentId === null ? environments.find(({ inUse }) => inUse) : undefined;
  const own = new Set(
    variables.filter((one) => one.environmentId === used?.id).map(({ key }) => key),
  );
  const here = variables.filter((one) => one.environmentId === environmentId);
  for (const variable of here.toSorted((a, b) => a.key.localeCompare(b.key, 'en')))
    children.push({
      ...{
        kind: 'variable',
        id: rowId('variable', variable.id),
        projectId: row.projectId,
        variable,
      },
      givenBy: used && own.has(variable.key) ? used.name : null,
      parent: filled,
    });
  return filled;
}

/** A row as the menus know it: what it is, how it is, and what can be done now. */
export function contextOf(node: EnvironmentsNode): string {
  switch (node.kind) {
    case 'project':
    case 'all':
      return node.kind;
    case 'variable':
      return `variable ${node.variable.isSecret ? 'secret' : 'plain'}`;
    case 'environment': {
      const { inUse, url, position } = node.environment;
      const words = ['environment', inUse ? 'in-use' : 'can-use'];
      if (url !== null) words.push('has-url');
      if (position > 1) words.push('can-move-up');
      if (!node.isLast) words.push('can-move-down');
      return words.join(' ');
    }
  }
}

const longestShown = 80;

/** A value as a row says it, on one line; nothing of a secret, not even how long it is. */
export function shownValue({ isSecret, value }: EnvironmentVariable): string {
  if (isSecret || value === null) return '••••••';
  const line = value.replaceAll(/\s+/g, ' ');
  return line.length > longestShown ? `${line.slice(0, longestShown - 1)}…` : line;
}
