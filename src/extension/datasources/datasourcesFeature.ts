import * as vscode from 'vscode';
import type { JobsApi } from '../jobs/jobsApi.js';
import type { ContextKeys, SetContext } from '../platform/contextKeys.js';
import { Disposables } from '../platform/disposables.js';
import type { Log } from '../platform/log.js';
import { problemText } from '../platform/problemMessage.js';
import type { CommandRegistry } from '../platform/reporter.js';
import { registerRowClick } from '../platform/rowClick.js';
import type { ServiceClient } from '../platform/serviceClient.js';
import type { Disposable } from '../platform/signal.js';
import type { ProjectsFeature } from '../projects/projectsFeature.js';
import { askByName, switchByName } from './byNameCommand.js';
import { ByNameOffer } from './byNameOffer.js';
import { registerDatasourceCommands } from './datasourceCommands.js';
import { createDatasourceForms } from './datasourceFormPage.js';
import { createDatasourcePages } from './datasourcePage.js';
import type { DatasourcesApi } from './datasourcesApi.js';
import { DatasourcesModel } from './datasourcesModel.js';
import { DatasourcesTree } from './datasourcesTree.js';
import { EngineSettings, type WrittenSettings } from './engineSettings.js';

export interface DatasourcesFeatureDeps {
  readonly api: DatasourcesApi;
  readonly jobs: JobsApi;
  readonly projects: ProjectsFeature;
  readonly service: ServiceClient;
  readonly reporter: CommandRegistry;
  readonly log: Log;
  readonly setContext: SetContext;
}

/** The Datasources view of this window's projects, its commands and pages. */
export function registerDatasources(
  extensionUri: vscode.Uri,
  deps: DatasourcesFeatureDeps,
): Disposable {
  const { api, projects, service, reporter, setContext } = deps;
  const log = deps.log.for('datasources');
  const owned = new Disposables();
  const model = new DatasourcesModel({
    api,
    onError: (what, error) => log.warn(`${what}: datasources cannot be read: ${String(error)}`),
  });
  const tree = owned.add(new DatasourcesTree(model, (id) => api.status(id)));
  const view = owned.add(
    vscode.window.createTreeView('quantum.datasources', {
      treeDataProvider: tree,
      showCollapseAll: true,
    }),
  );
  owned.add(registerRowClick('quantum.datasources', view, 'quantum.datasources.openDetails'));
  const work = { api, jobs: deps.jobs, log, onEvent: service.onEvent };
  const here = (): ProjectsFeature['here'] => (vscode.workspace.isTrusted ? projects.here : []);
  registerDatasourceCommands(
    {
      ...{ reporter, work, model, view, here },
      commandLine: vscode.Uri.joinPath(extensionUri, 'dist', 'cli.js').fsPath,
      pages: owned.add(createDatasourcePages(extensionUri, { api, model, service, reporter })),
      forms: owned.add(createDatasourceForms(extensionUri, { work, model, reporter })),
    },
    owned,
  );
  const update = (): void => setContext('quantum.datasources.empty', emptyReason(model));
  const look = (): void => {
    if (!view.visible) return;
    service.start();
    if (service.state.kind === 'connected') model.lookAt();
  };
  const takeProjects = (): void => {
    model.setProjects(here());
    update();
  };
  const engine = new EngineSettings({
    written: writtenEngine,
    settings: () => api.dockerSettings(),
    choose: (settings) => api.chooseDocker(settings),
  });
  const tellEngine = (): Promise<void> =>
    engine.tell().catch((error: unknown) => {
      log.warn(`the engine of the settings is not used: ${String(error)}`);
      void vscode.window.showWarningMessage(problemText(error));
    });
  owned.add(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('quantum.docker') && service.state.kind === 'connected')
        void tellEngine();
    }),
  );
  const offer = new ByNameOffer({
    ...{ api, ask: askByName },
    allow: () => switchByName(api, true),
    onError: (project, error) => {
      log.warn(`${project}: datasources by name: ${String(error)}`);
      void vscode.window.showWarningMessage(problemText(error));
    },
  });
  owned.add(
    model.onDidChange(() => {
      const looked = model.projects.map(({ project: { id, name }, datasources }) => ({
        ...{ id, name, hasDatasources: datasources !== null && datasources.length > 0 },
      }));
      void offer.look(looked);
    }),
  );
  owned.add(model.onDidChange(update));
  owned.add(projects.onDidChange(takeProjects));
  owned.add(service.onEvent((event) => model.handle(event)));
  owned.add(
    service.onDidChangeState(({ kind }) => {
      if (kind !== 'connected') return;
      void tellEngine();
      model.refresh();
      look();
    }),
  );
  owned.add(view.onDidChangeVisibility(look));
  takeProjects();
  // After activate() has returned.
  const first = setImmediate(look);
  owned.add({ dispose: () => clearImmediate(first) });
  return owned;
}

function writtenEngine(): WrittenSettings {
  const host = vscode.workspace.getConfiguration('quantum').get('docker.host', '');
  const address = vscode.workspace.getConfiguration('quantum').get('docker.connectAddress', '');
  return { host: host.trim() || undefined, connectAddress: address.trim() || undefined };
}

/** One reason at a time: each has its own text. */
function emptyReason(model: DatasourcesModel): ContextKeys['quantum.datasources.empty'] {
  if (model.all.length > 0) return 'none';
  if (model.projects.length === 0) return 'no-project';
  if (!model.isLoaded) return 'loading';
  return model.docker?.available === false ? 'no-engine' : 'no-datasource';
}
