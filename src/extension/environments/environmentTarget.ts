import * as vscode from 'vscode';
import type { Environment, EnvironmentVariable } from '../../protocol/environments.js';
import type { Project } from '../../protocol/projects.js';
import { focusedNode } from '../platform/focusedNode.js';
import { Cancelled } from '../platform/reporter.js';
import { projectsKnown } from '../projects/projectsKnown.js';
import type { ProjectsFeature } from '../projects/projectsFeature.js';
import { allName, environmentWords } from './environmentItem.js';
import { shownValue, type EnvironmentsNode } from './environmentRows.js';
import type { EnvironmentsModel } from './environmentsModel.js';

export interface TargetDeps {
  readonly model: EnvironmentsModel;
  readonly view: vscode.TreeView<EnvironmentsNode>;
  readonly projects: Pick<ProjectsFeature, 'here' | 'onDidChange'>;
}

/** What has variables: an environment, or (null) the project, wherever it runs. */
export interface VariablesPlace {
  readonly project: Project;
  readonly environment: Environment | null;
}

/** The row a command was called on, or the one the keyboard is on: keys carry `{ focused: true }`. */
export async function rowOf(
  argument: unknown,
  view: TargetDeps['view'],
): Promise<EnvironmentsNode | undefined> {
  if (typeof argument !== 'object' || argument === null) return undefined;
  if ('focused' in argument) return focusedNode(view);
  return 'kind' in argument ? (argument as EnvironmentsNode) : undefined;
}

/**
 * The environment a command means: its row's, or the one a person picks of those it can be done with.
 * @throws Cancelled when nothing is picked
 */
export async function environmentTarget(
  row: EnvironmentsNode | undefined,
  placeHolder: string,
  deps: TargetDeps,
  fits: (environment: Environment) => boolean = () => true,
): Promise<Environment> {
  const { model } = deps;
  if (row?.kind === 'environment') {
    const { environment, projectId } = row;
    const found = await known(() => model.environment(environment.id), projectId, model);
    if (found) return found;
    throw new Error(vscode.l10n.t('The environment is not there any more.'));
  }
  await readAll(deps);
  const candidates = model.environments.filter(fits);
  if (candidates.length === 0)
    throw new Error(vscode.l10n.t('There is no environment this can be done with.'));
  const items = candidates.map((environment) => ({
    ...{ label: environment.name, environment },
    description: joined(projectName(environment.projectId, deps), environmentWords(environment)),
  }));
  return (await pick(items, placeHolder)).environment;
}

/**
 * The variable a command means, as `environmentTarget` does.
 * @throws Cancelled when nothing is picked
 */
export async function variableTarget(
  row: EnvironmentsNode | undefined,
  placeHolder: string,
  deps: TargetDeps,
  fits: (variable: EnvironmentVariable) => boolean = () => true,
): Promise<EnvironmentVariable> {
  const { model } = deps;
  if (row?.kind === 'variable') {
    const { variable, projectId } = row;
    const found = await known(() => model.variable(variable.id), projectId, model);
    if (found) return found;
    throw new Error(vscode.l10n.t('The variable is not there any more.'));
  }
  await readAll(deps);
  const candidates = model.variables.filter(fits);
  if (candidates.length === 0)
    throw new Error(vscode.l10n.t('There is no variable this can be done with.'));
  const items = candidates.map((variable) => ({
    ...{ label: variable.key, description: shownValue(variable), variable },
    detail: joined(
      projectName(variable.projectId, deps),
      model.environment(variable.environmentId)?.name ?? allName(),
    ),
  }));
  return (await pick(items, placeHolder)).variable;
}

/**
 * Where a new variable goes: the row's place, the only one there is, or the one a person picks.
 * @throws Cancelled when nothing is picked
 */
export async function placeTarget(
  row: EnvironmentsNode | undefined,
  placeHolder: string,
  deps: TargetDeps,
): Promise<VariablesPlace> {
  await readAll(deps);
  const places = deps.projects.here.flatMap((project): VariablesPlace[] => [
    { project, environment: null },
    ...deps.model.environmentsOf(project.id).map((environment) => ({ project, environment })),
  ]);
  const [only, ...more] = places;
  if (!only) throw new Error(vscode.l10n.t('Open the folder of a project first.'));
  const wanted = row && placeOfRow(row);
  const named = wanted && places.find((one) => isAt(one, wanted));
  if (named) return named;
  if (more.length === 0) return only;
  const items = places.map((place) => ({
    ...{ label: placeName(place), place },
    description: joined(
      projectName(place.project.id, deps),
      place.environment === null ? '' : environmentWords(place.environment),
    ),
  }));
  return (await pick(items, placeHolder)).place;
}

/** A place as an answer and in messages. */
export const placeName = ({ environment }: VariablesPlace): string =>
  environment?.name ?? allName();

interface PlaceIds {
  readonly projectId: number;
  readonly environmentId: number | null;
}

function placeOfRow(row: EnvironmentsNode): PlaceIds | undefined {
  const { projectId } = row;
  switch (row.kind) {
    case 'project':
      return undefined;
    case 'all':
      return { projectId, environmentId: null };
    case 'environment':
      return { projectId, environmentId: row.environment.id };
    case 'variable':
      return { projectId, environmentId: row.variable.environmentId };
  }
}

const isAt = ({ project, environment }: VariablesPlace, { projectId, environmentId }: PlaceIds) =>
  project.id === projectId && (environment?.id ?? null) === environmentId;

async function known<Thing>(
  find: () => Thing | undefined,
  projectId: number,
  model: EnvironmentsModel,
): Promise<Thing | undefined> {
  const found = find();
  if (found !== undefined) return found;
  await model.reread(projectId);
  return find();
}

/** A person chooses from what there is now, whether the view was open or not. */
async function readAll({ model, projects }: TargetDeps): Promise<void> {
  await projectsKnown(projects);
  model.lookAt();
  await Promise.all(projects.here.map(({ id }) => model.reread(id)));
}

/** Said only where there is a choice. */
function projectName(id: number, { projects: { here } }: TargetDeps): string {
  return here.length > 1 ? (here.find((one) => one.id === id)?.name ?? '') : '';
}

const joined = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(' · ');

async function pick<Item extends vscode.QuickPickItem>(
  items: readonly Item[],
  placeHolder: string,
): Promise<Item> {
  const picked = await vscode.window.showQuickPick(items, {
    ...{ placeHolder, matchOnDescription: true, matchOnDetail: true },
  });
  if (!picked) throw new Cancelled();
  return picked;
}
