import path from 'node:path';
import * as vscode from 'vscode';
import type { ContextKeys, SetContext } from '../platform/contextKeys.js';
import { Disposables } from '../platform/disposables.js';
import type { Log } from '../platform/log.js';
import { Cancelled, type CommandRegistry } from '../platform/reporter.js';
import { registerRowClick } from '../platform/rowClick.js';
import type { ServiceClient } from '../platform/serviceClient.js';
import type { Disposable } from '../platform/signal.js';
import { requireTrust } from '../platform/trust.js';
import type { ProjectsFeature } from '../projects/projectsFeature.js';
import { ComponentDrops } from './componentDrops.js';
import { watchOf, watchSentence, watchWord } from './componentItem.js';
import {
  createComponentPages,
  type ComponentPlace,
  type ComponentSubject,
} from './componentPage.js';
import type { ComponentRow } from './componentRows.js';
import type { ComponentsApi, GraphApi, MatrixApi } from './componentsApi.js';
import { ComponentsModel } from './componentsModel.js';
import { ComponentsTree } from './componentsTree.js';
import { openEndpoint } from './endpointItem.js';
import type { EndpointRow } from './endpointRows.js';
import { EndpointsTree } from './endpointsTree.js';
import { createGraphPages } from './graphPage.js';
import { registerImpact } from './impactCommands.js';
import { createMatrixPages, type MatrixSubject } from './matrixPage.js';
import { componentsIn, registerRowCommands, rowsOf } from './rowCommands.js';

export interface ComponentsFeatureDeps {
  readonly api: ComponentsApi & GraphApi & MatrixApi;
  readonly extensionUri: vscode.Uri;
  readonly projects: ProjectsFeature;
  readonly service: ServiceClient;
  readonly reporter: CommandRegistry;
  readonly log: Log;
  readonly setContext: SetContext;
}

/** The Components and Endpoints views of this window's projects, and their commands. */
export function registerComponents(
  extensionUri: vscode.Uri,
  deps: ComponentsFeatureDeps,
): Disposable {
  const { api, projects, reporter, service, setContext } = deps;
  const log = deps.log.for('components');
  const owned = new Disposables();
  const model = new ComponentsModel({
    api,
    onError: (project, error) =>
      log.warn(`The components of ${project.name} cannot be read: ${String(error)}`),
  });
  const tree = owned.add(new ComponentsTree(model));
  const move = registerRowCommands({ reporter, model, tree, setContext, view: () => view }, owned);
  const view = owned.add(
    vscode.window.createTreeView('quantum.components', {
      treeDataProvider: tree,
      showCollapseAll: true,
      canSelectMany: true,
      dragAndDropController: new ComponentDrops(
        (ids) => tree.rowsWith(ids),
        (rows, target) => reporter.guard('move components', () => move(rows, target)),
      ),
    }),
  );
  const endpoints = owned.add(
    vscode.window.createTreeView('quantum.endpoints', {
      treeDataProvider: owned.add(new EndpointsTree(model)),
    }),
  );
  owned.add(registerRowClick('quantum.endpoints', endpoints, 'quantum.endpoints.open'));
  const update = (): void => {
    setContext('quantum.components.empty', emptyReason(model, tree));
    setContext('quantum.components.filtered', tree.filter !== '');
    const watch = watchOf(model);
    setContext('quantum.components.watch', watch);
    view.description = watchWord(watch);
    const lines = tree.rows.length === 0 ? [] : [filterLine(tree.filter), watchSentence(watch)];
    view.message = lines.filter((line) => line !== '').join(' · ');
  };
  const look = (): void => {
    if (!view.visible && !endpoints.visible) return;
    service.start();
    if (service.state.kind === 'connected') model.lookAt();
  };
  const takeProjects = (): void => {
    model.setProjects(vscode.workspace.isTrusted ? projects.here : []);
    update();
  };
  const follow = (id: number): Promise<void> => model.follow(id);
  const pages = owned.add(
    createComponentPages(extensionUri, {
      ...{ ...deps, follow },
      placeOf: (file) => placeOf(file, model),
      onDidChangeProjects: model.onDidChange,
    }),
  );
  owned.add(
    reporter.register('quantum.components.openDetails', async (row, chosen) => {
      requireTrust();
      const rows = isComponentRow(row) ? componentsIn(await rowsOf(view, row, chosen)) : [];
      const subjects = rows.length > 0 ? rows.map(subjectOfRow) : [subjectInFront()];
      for (const subject of subjects) pages.show(subject);
    }),
  );
  registerCommands(deps, { model, tree, view, update }, owned);
  registerGraph(deps, model, owned);
  registerImpact(
    {
      ...{ api, reporter },
      inFront: () => placeInFront(model),
      project: () => projectMeant(undefined, deps, model),
    },
    owned,
  );
  const matrices = owned.add(createMatrixPages(extensionUri, { ...deps, follow }));
  owned.add(
    reporter.register('quantum.endpoints.matrix', (row) => {
      requireTrust();
      matrices.show(projectMeant(row, deps, model));
    }),
  );
  owned.add(model.onDidChange(update));
  owned.add(projects.onDidChange(takeProjects));
  owned.add(service.onEvent((event) => model.handle(event)));
  owned.add(
    service.onDidChangeState(({ kind }) => {
      if (kind !== 'connected') {
        model.disconnected();
        return;
      }
      model.reconnected();
      look();
    }),
  );
  owned.add(view.onDidChangeVisibility(look));
  owned.add(endpoints.onDidChangeVisibility(look));
  takeProjects();
  // After activate() has returned.
  const first = setImmediate(look);
  owned.add({ dispose: () => clearImmediate(first) });
  return owned;
}

interface Parts {
  readonly model: ComponentsModel;
  readonly tree: ComponentsTree;
  readonly view: vscode.TreeView<unknown>;
  readonly update: () => void;
}

function registerCommands(
  { reporter, projects }: ComponentsFeatureDeps,
  { model, tree, view, update }: Parts,
  owned: Disposables,
): void {
  const setFilter = (filter: string): void => {
    tree.setFilter(filter);
    update();
  };
  owned.add(
    reporter.register('quantum.components.scan', async () => {
      requireTrust();
      if (projects.here.length === 0)
        throw new Error(vscode.l10n.t('Open the folder of a project first.'));
      await vscode.window.withProgress({ location: { viewId: 'quantum.components' } }, async () => {
        for (const { id } of projects.here) await model.scan(id);
      });
    }),
  );
  owned.add(
    reporter.register('quantum.components.filter', async () => {
      const filter = await vscode.window.showInputBox({
        title: vscode.l10n.t('Filter Components'),
        prompt: vscode.l10n.t('Words of the path, the address, the kind or the status'),
        value: tree.filter,
      });
      if (filter === undefined) throw new Cancelled();
      setFilter(filter);
    }),
  );
  owned.add(reporter.register('quantum.components.clearFilter', () => setFilter('')));
  const each = (run: (id: number) => Promise<void>) => async (row: unknown) => {
    requireTrust();
    const own: unknown = Reflect.get(Object(row), 'projectId');
    const ids = typeof own === 'number' ? [own] : projects.here.map(({ id }) => id);
    for (const id of ids) await run(id);
  };
  owned.add(
    reporter.register(
      'quantum.components.pause',
      each((id) => model.pause(id)),
    ),
  );
  owned.add(
    reporter.register(
      'quantum.components.resume',
      each((id) => model.resume(id)),
    ),
  );
  owned.add(
    reporter.register('quantum.components.reveal', async () => {
      const file = vscode.window.activeTextEditor?.document.uri.fsPath;
      const place = file === undefined ? undefined : placeOf(file, model);
      const row = place && tree.rowOf(place.projectId, place.filePath);
      if (!row) throw new Error(vscode.l10n.t('The page in front is not among the components.'));
      await view.reveal(row, { select: true, focus: true });
    }),
  );
  owned.add(reporter.register('quantum.endpoints.open', (row) => openEndpoint(row as EndpointRow)));
}

function subjectOfRow({ rootPath, component }: ComponentRow): ComponentSubject {
  return { file: path.join(rootPath, component.filePath) };
}

/** The page in front; its project may not be known yet. */
function subjectInFront(): ComponentSubject {
  const file = vscode.window.activeTextEditor?.document.uri.fsPath;
  if (file?.endsWith('.q') !== true)
    throw new Error(vscode.l10n.t('Open a page of a project first.'));
  return { file };
}

/** The component that the page in front is. */
function placeInFront(model: ComponentsModel): ComponentPlace {
  const place = placeOf(subjectInFront().file, model);
  if (!place) throw new Error(vscode.l10n.t('Open a page of a project first.'));
  return place;
}

function isComponentRow(row: unknown): row is ComponentRow {
  return Reflect.get(Object(row), 'kind') === 'component';
}

/** The graph of a project, around a row, the page in front, or nothing. */
function registerGraph(
  { api, service, reporter, projects, extensionUri }: ComponentsFeatureDeps,
  model: ComponentsModel,
  owned: Disposables,
): void {
  const rootOf = (id: number): string | null =>
    projects.here.find((project) => project.id === id)?.rootPath ?? null;
  const pages = owned.add(
    createGraphPages(extensionUri, {
      ...{ api, service, reporter, rootOf },
      follow: (id) => model.follow(id),
    }),
  );
  owned.add(
    reporter.register('quantum.components.graph', (row) => {
      requireTrust();
      const focus = isComponentRow(row) ? row.component.filePath : null;
      pages.show({ projectId: projectMeant(row, { projects }, model).projectId, focus });
    }),
  );
}

/** The project of a row, else of the page in front, else the first of the window. */
function projectMeant(
  row: unknown,
  { projects }: Pick<ComponentsFeatureDeps, 'projects'>,
  model: ComponentsModel,
): MatrixSubject {
  const file = vscode.window.activeTextEditor?.document.uri.fsPath;
  const own: unknown = Reflect.get(Object(row), 'projectId');
  const id = own ?? (file === undefined ? undefined : placeOf(file, model)?.projectId);
  const found = projects.here.find((project) => project.id === id) ?? projects.here[0];
  if (!found || found.rootPath === null)
    throw new Error(vscode.l10n.t('Open the folder of a project first.'));
  return { projectId: found.id, name: found.name, rootPath: found.rootPath };
}

/** The project a file belongs to, and its path there. */
function placeOf(file: string, { projects }: ComponentsModel): ComponentPlace | undefined {
  for (const { project } of projects) {
    const filePath = path
      .relative(project.rootPath ?? '', file)
      .split(path.sep)
      .join('/');
    const { rootPath } = project;
    if (rootPath !== null && !filePath.startsWith('../') && !path.isAbsolute(filePath))
      return { projectId: project.id, rootPath, filePath };
  }
  return undefined;
}

function filterLine(filter: string): string {
  return filter === '' ? '' : vscode.l10n.t('Filter: {0}', filter);
}

/** One reason at a time: each has its own text. */
function emptyReason(
  model: ComponentsModel,
  tree: ComponentsTree,
): ContextKeys['quantum.components.empty'] {
  if (tree.rows.length > 0) return 'none';
  if (model.projects.length === 0) return 'no-project';
  if (!model.isLoaded) return 'loading';
  return tree.filter === '' ? 'no-component' : 'filtered';
}
