import * as vscode from 'vscode';
import type { Datasource } from '../../protocol/datasources.js';
import type { Project } from '../../protocol/projects.js';
import type { Disposables } from '../platform/disposables.js';
import type { CommandRegistry } from '../platform/reporter.js';
import { requireTrust } from '../platform/trust.js';
import { projectForNew } from '../projects/projectForNew.js';
import type { LifeAction } from './datasourcesApi.js';
import type { FormSubject } from './datasourceFormPage.js';
import type { DatasourcePages } from './datasourcePage.js';
import type { DatasourcesNode } from './datasourceRows.js';
import type { DatasourcesModel } from './datasourcesModel.js';
import { datasourceTarget } from './datasourceTarget.js';
import { serveByName } from './byNameCommand.js';
import { adoptContainer } from './adoptCommand.js';
import { changePassword, changePort, deleteDatasource, duplicate, rename } from './editCommands.js';
import type { WorkDeps } from './followWork.js';
import { copyPassword, copyUrl, live, testConnection, useInProject } from './lifeCommands.js';
import { newDatasource } from './newDatasource.js';
import { importAdmin } from './importCommand.js';
import { openShell } from './openShell.js';
import { preparedVolumes } from './preparedCommand.js';
import { dumpFile, loadFile, takesSql } from './sqlFileCommands.js';

export interface DatasourceCommandDeps {
  readonly reporter: CommandRegistry;
  readonly work: WorkDeps;
  readonly model: DatasourcesModel;
  readonly view: vscode.TreeView<DatasourcesNode>;
  readonly here: () => readonly Project[];
  readonly pages: DatasourcePages;
  readonly forms: { show(subject: FormSubject): void };
  /** The file of the product's own command line. */
  readonly commandLine: string;
}

const isContainer = ({ connectionType }: Datasource): boolean => connectionType === 'docker';
const isServer = ({ connectionType }: Datasource): boolean => connectionType !== 'file';
const isRunning = ({ status }: Datasource): boolean => status === 'running';

/** Every command of the view, the palette and the pages. */
export function registerDatasourceCommands(deps: DatasourceCommandDeps, owned: Disposables): void {
  const { reporter, work, model, here, forms } = deps;
  owned.add(
    reporter.register('quantum.datasources.new', async (argument) => {
      model.lookAt();
      const type = typeof argument === 'string' ? argument : undefined;
      await newDatasource(await projectForNew(argument, here()), type, work);
    }),
  );
  owned.add(
    reporter.register('quantum.datasources.newAdvanced', async (argument) => {
      requireTrust();
      model.lookAt();
      const { id: projectId } = await projectForNew(argument, here());
      forms.show({ projectId, datasourceId: null });
    }),
  );
  owned.add(
    reporter.register('quantum.datasources.refresh', () => {
      model.lookAt();
      model.refresh();
    }),
  );
  for (const command of [
    ...lifeCommands(deps),
    ...lookCommands(deps),
    ...editCommands(deps),
    ...addressCommands(deps),
    ...elsewhereCommands(deps),
    ...sqlFileCommands(deps),
  ])
    owned.add(command);
}

/** A command on the datasource it means; `ask` is what a person is asked when it does not say which. */
function onDatasource(
  deps: DatasourceCommandDeps,
  ask: string,
  run: (datasource: Datasource) => unknown,
  fits?: (datasource: Datasource) => boolean,
): (argument: unknown) => Promise<void> {
  return async (argument) => {
    await run(await datasourceTarget(argument, ask, deps, fits));
  };
}

const namesIn = (model: DatasourcesModel, project: number): string[] =>
  model.all.filter(({ projectId }) => projectId === project).map(({ name }) => name);

const projectOfIn =
  (model: DatasourcesModel) =>
  ({ projectId }: Datasource): Project | undefined =>
    model.projects.find(({ project }) => project.id === projectId)?.project;

/** What was made elsewhere, and what other programs are told. */
function elsewhereCommands(deps: DatasourceCommandDeps): vscode.Disposable[] {
  const { reporter, work, model, here } = deps;
  return [
    reporter.register('quantum.datasources.adopt', async (argument) => {
      model.lookAt();
      const project = await projectForNew(argument, here());
      await model.reread(project.id);
      await adoptContainer(project, namesIn(model, project.id), work);
    }),
    reporter.register('quantum.datasources.importAdmin', async () => {
      const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
      await importAdmin(work.api, folders);
    }),
    reporter.register('quantum.datasources.serveByName', async () => {
      await serveByName(work.api);
    }),
    reporter.register('quantum.datasources.preparedVolumes', async () => {
      await preparedVolumes(work.api);
    }),
  ];
}

function sqlFileCommands(deps: DatasourceCommandDeps): vscode.Disposable[] {
  const { reporter, work, model } = deps;
  const projectOf = projectOfIn(model);
  const load = vscode.l10n.t('Load a file into which datasource?');
  const dump = vscode.l10n.t('Dump which datasource?');
  return [
    reporter.register(
      'quantum.datasources.loadFile',
      onDatasource(deps, load, (one) => loadFile(one, projectOf(one), work), takesSql),
    ),
    reporter.register(
      'quantum.datasources.dumpFile',
      onDatasource(deps, dump, (one) => dumpFile(one, projectOf(one), work), takesSql),
    ),
  ];
}

function lifeCommands(deps: DatasourceCommandDeps): vscode.Disposable[] {
  const { reporter, work } = deps;
  const act = (ask: string, action: LifeAction, fits?: (one: Datasource) => boolean) =>
    onDatasource(deps, ask, (one) => live(one, action, work), fits);
  const stopped = (one: Datasource): boolean => isContainer(one) && !isRunning(one);
  const running = (one: Datasource): boolean => isContainer(one) && isRunning(one);
  const [start, stop] = [
    vscode.l10n.t('Start which datasource?'),
    vscode.l10n.t('Stop which datasource?'),
  ];
  const restart = vscode.l10n.t('Restart which datasource?');
  const setup = vscode.l10n.t('Set up which datasource?');
  return [
    reporter.register('quantum.datasources.start', act(start, 'start', stopped)),
    reporter.register('quantum.datasources.stop', act(stop, 'stop', running)),
    reporter.register('quantum.datasources.restart', act(restart, 'restart', isContainer)),
    reporter.register('quantum.datasources.setup', act(setup, 'setup')),
  ];
}

function lookCommands(deps: DatasourceCommandDeps): vscode.Disposable[] {
  const { reporter, work, pages, model, commandLine } = deps;
  const details = vscode.l10n.t('Show which datasource?');
  const log = vscode.l10n.t('Show the log of which datasource?');
  const test = vscode.l10n.t('Connect to which datasource?');
  const shell = vscode.l10n.t('Open the shell of which datasource?');
  const projectOf = projectOfIn(model);
  return [
    reporter.register(
      'quantum.datasources.openDetails',
      onDatasource(deps, details, ({ id }) => pages.show(id)),
    ),
    reporter.register(
      'quantum.datasources.logs',
      onDatasource(deps, log, ({ id }) => pages.showLog(id), isContainer),
    ),
    reporter.register(
      'quantum.datasources.test',
      onDatasource(deps, test, (one) => testConnection(one, work)),
    ),
    reporter.register(
      'quantum.datasources.shell',
      onDatasource(deps, shell, (one) => openShell(one, projectOf(one), { ...work, commandLine })),
    ),
  ];
}

function addressCommands(deps: DatasourceCommandDeps): vscode.Disposable[] {
  const { reporter, work } = deps;
  const url = vscode.l10n.t('Copy the URL of which datasource?');
  const password = vscode.l10n.t('Copy the password of which datasource?');
  const use = vscode.l10n.t('Use which datasource in its project?');
  return [
    reporter.register(
      'quantum.datasources.copyUrl',
      onDatasource(deps, url, (one) => copyUrl(one, work)),
    ),
    reporter.register(
      'quantum.datasources.copyPassword',
      onDatasource(
        deps,
        password,
        (one) => copyPassword(one, work),
        ({ hasPassword }) => hasPassword,
      ),
    ),
    reporter.register(
      'quantum.datasources.useInProject',
      onDatasource(deps, use, (one) => useInProject(one, work)),
    ),
  ];
}

function editCommands(deps: DatasourceCommandDeps): vscode.Disposable[] {
  const { reporter, work, model, forms } = deps;
  const taken = ({ projectId }: Datasource): string[] => namesIn(model, projectId);
  const edit = vscode.l10n.t('Edit which datasource?');
  const name = vscode.l10n.t('Rename which datasource?');
  const copy = vscode.l10n.t('Duplicate which datasource?');
  const password = vscode.l10n.t('Change the password of which datasource?');
  const port = vscode.l10n.t('Change the port of which datasource?');
  const remove = vscode.l10n.t('Delete which datasource?');
  return [
    reporter.register(
      'quantum.datasources.edit',
      onDatasource(deps, edit, ({ projectId, id }) => {
        requireTrust();
        forms.show({ projectId, datasourceId: id });
      }),
    ),
    reporter.register(
      'quantum.datasources.rename',
      onDatasource(deps, name, (one) => rename(one, taken(one), work)),
    ),
    reporter.register(
      'quantum.datasources.duplicate',
      onDatasource(deps, copy, (one) => duplicate(one, taken(one), work)),
    ),
    reporter.register(
      'quantum.datasources.changePassword',
      onDatasource(deps, password, (one) => changePassword(one, work), isServer),
    ),
    reporter.register(
      'quantum.datasources.changePort',
      onDatasource(deps, port, (one) => changePort(one, work), isServer),
    ),
    reporter.register(
      'quantum.datasources.delete',
      onDatasource(deps, remove, (one) =>
        deleteDatasource(one, model.docker?.available === false, work),
      ),
    ),
  ];
}
