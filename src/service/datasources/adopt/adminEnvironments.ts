import type { ImportedThing } from '../../../protocol/datasourceAdoption.js';
import { isOurs, keyProblem } from '../../../protocol/environmentRules.js';
import type { EnvironmentConfig } from '../../../protocol/environments.js';
import type { EnvironmentService } from '../../environments/environmentService.js';
import type { VariableService } from '../../environments/variableService.js';
import type { AdminEnvironment, AdminRows, AdminVariable } from './adminDatabase.js';
import { adminPassword } from './adminPassword.js';
import { environmentName } from './names.js';
import { refuse, skipped, thingOf, type Projects } from './importedThing.js';

export interface EnvironmentImports {
  readonly environments: ImportedThing[];
  readonly variables: ImportedThing[];
}

/** Where they go. */
export interface AdminEnvironmentPorts {
  readonly environments: Pick<EnvironmentService, 'list' | 'create'>;
  readonly variables: Pick<VariableService, 'list' | 'create'>;
}

/** Where a variable of theirs goes here. */
interface Target {
  readonly project: string;
  readonly projectId: number;
  readonly environment: string | null;
  readonly environmentId: number | null;
}

/** The environments of an older Admin with their variables, those of its projects, and its secrets. */
export async function importEnvironments(
  ports: AdminEnvironmentPorts,
  rows: Pick<AdminRows, 'environments' | 'variables'>,
  projects: Projects,
  key: string | undefined,
): Promise<EnvironmentImports> {
  const environments: ImportedThing[] = [];
  const variables: ImportedThing[] = [];
  const targets = new Map<number, Target>();
  for (const row of rows.environments) {
    const { thing, target } = await environment(ports, row, projects);
    environments.push(thing);
    if (target === null) continue;
    targets.set(row.id, target);
    for (const one of ownVariables(row)) variables.push(await variable(ports, one, target, key));
  }
  for (const row of rows.variables) {
    const wanted = targetsOf(row, projects, targets);
    if (wanted.length === 0) variables.push(skipped(row.key, null, refuse(nowhere(row))));
    for (const target of wanted) variables.push(await variable(ports, row, target, key));
  }
  return { environments, variables };
}

async function environment(
  { environments }: AdminEnvironmentPorts,
  row: AdminEnvironment,
  projects: Projects,
): Promise<{ readonly thing: ImportedThing; readonly target: Target | null }> {
  const of = projects.get(row.project_id ?? 0);
  const name = environmentName(row.name);
  const project = of?.name ?? null;
  try {
    if (!of || of.id === null) throw refuse('It belongs to no project that was imported.');
    const target = { project: of.name, projectId: of.id, environment: name };
    const there = (await environments.list(of.id)).find((one) => one.name === name);
    if (there) {
      const thing = thingOf({ name, project, id: there.id, outcome: 'there' });
      return { thing, target: { ...target, environmentId: there.id } };
    }
    const url = urlOf(row.health_url);
    const made = await environments.create(of.id, { name, url, config: configOf(row) });
    const changed = [
      ...(name === row.name ? [] : [`Its name was “${row.name}”.`]),
      ...(url !== null || !row.health_url ? [] : [`Its address is none: ${row.health_url}.`]),
      ...(row.is_active === 0 ? ['It was not active there.'] : []),
    ];
    const thing = thingOf({ name, project, id: made.id, outcome: 'created', changed });
    return { thing, target: { ...target, environmentId: made.id } };
  } catch (error) {
    return { thing: skipped(name, project, error), target: null };
  }
}

async function variable(
  { variables }: AdminEnvironmentPorts,
  row: AdminVariable,
  { project, projectId, environment, environmentId }: Target,
  encryptionKey: string | undefined,
): Promise<ImportedThing> {
  const { key, description } = row;
  const place = { name: key, project, environment };
  try {
    if (isOurs(key)) throw refuse('It is a setting of Quantum Admin.');
    if (keyProblem(key, []) !== undefined) throw refuse('A variable cannot have this name.');
    const there = (await variables.list(projectId)).find(
      (one) => one.key === key && one.environmentId === environmentId,
    );
    if (there) return thingOf({ ...place, id: there.id, outcome: 'there' });
    const value = adminPassword(row.value, encryptionKey);
    if (value === 'locked') throw refuse('It is encrypted with another key: enter it anew.');
    const made = await variables.create(projectId, {
      ...{ key, environmentId, value: value?.reveal() ?? '' },
      ...(row.isSecret ? { isSecret: true } : {}),
      ...(description ? { description: description.slice(0, 500) } : {}),
    });
    const changed = made.isSecret && !row.isSecret ? ['It is a secret here, by its name.'] : [];
    return thingOf({ ...place, id: made.id, outcome: 'created', changed });
  } catch (error) {
    return { ...skipped(key, project, error), environment };
  }
}

/** The variables that stand in the row of the environment itself. */
function ownVariables(row: AdminEnvironment): AdminVariable[] {
  let found: unknown;
  try {
    found = JSON.parse(row.env_vars_json ?? '{}');
  } catch {
    return [];
  }
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return [];
  return Object.entries(found).map(([key, value]) => ({
    ...{ key, project_id: row.project_id, environment_id: row.id },
    value: typeof value === 'string' ? value : JSON.stringify(value),
    ...{ description: null, isSecret: false },
  }));
}

/** One of an environment, else of a project, else of every project. */
function targetsOf(
  row: AdminVariable,
  projects: Projects,
  environments: ReadonlyMap<number, Target>,
): Target[] {
  if (row.environment_id !== null) {
    const target = environments.get(row.environment_id);
    return target ? [target] : [];
  }
  const ids = row.project_id === null ? [...projects.keys()] : [row.project_id];
  return ids.flatMap((id) => {
    const { name: project, id: projectId = null } = projects.get(id) ?? { name: '' };
    return projectId === null
      ? []
      : [{ project, projectId, environment: null, environmentId: null }];
  });
}

const nowhere = (row: AdminVariable): string =>
  row.environment_id === null
    ? 'It belongs to no project that was imported.'
    : 'It belongs to no environment that was imported.';

const urlOf = (url: string | null): string | null =>
  url !== null && /^https?:\/\/\S+$/.test(url) && url.length <= 2048 ? url : null;

function configOf(row: AdminEnvironment): EnvironmentConfig {
  const text = (value: string | null, longest: number): string | undefined =>
    value === null || value === '' ? undefined : value.slice(0, longest);
  const within = (value: number | null, most: number): number | undefined =>
    value !== null && value >= 1 && value <= most ? value : undefined;
  const config = {
    displayName: text(row.display_name, 100),
    branch: text(row.branch, 250),
    port: within(row.port, 65_535),
    dockerHost: text(row.docker_host, 255),
    dockerRegistry: text(row.docker_registry, 255),
    deployPath: text(row.deploy_path, 512),
    containerName: text(row.container_name, 100),
    autoDeploy: row.auto_deploy === 1 ? true : undefined,
    requiresApproval: row.requires_approval === 1 ? true : undefined,
    healthTimeoutSeconds: within(row.health_timeout, 300),
  };
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined));
}
