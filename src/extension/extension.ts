import * as vscode from 'vscode';
import { openConnection } from '../client/openConnection.js';
import { defaultHome } from '../protocol/home.js';
import { configurationName } from '../workspace/configuredFolder.js';
import { registerAst } from './ast/astFeature.js';
import { registerComponents } from './components/componentsFeature.js';
import { httpComponentsApi } from './components/httpComponentsApi.js';
import { registerDatasources } from './datasources/datasourcesFeature.js';
import { httpDatasourcesApi } from './datasources/httpDatasourcesApi.js';
import { registerDoctor } from './doctor/doctorFeature.js';
import { httpDoctorApi } from './doctor/httpDoctorApi.js';
import { registerEnvironments } from './environments/environmentsFeature.js';
import { httpEnvironmentsApi } from './environments/httpEnvironmentsApi.js';
import { httpJobsApi } from './jobs/httpJobsApi.js';
import { registerLanguage, type LanguageFeature } from './language/languageFeature.js';
import { registerNewFile } from './newFile/newFileFeature.js';
import { createContextKeys } from './platform/contextKeys.js';
import { createLog } from './platform/log.js';
import { createReporter } from './platform/reporter.js';
import { createServiceClient } from './platform/serviceClient.js';
import { GivenNames } from './projects/givenNames.js';
import { httpProjectsApi } from './projects/httpProjectsApi.js';
import { interpreterChoice, onInterpreterChange } from './projects/interpreterChoice.js';
import { httpPreviewApi } from './preview/httpPreviewApi.js';
import { registerPreview } from './preview/previewFeature.js';
import { registerProjects } from './projects/projectsFeature.js';
import { httpRunningApi } from './running/httpRunningApi.js';
import { registerRunning } from './running/runningFeature.js';
import { RunsModel } from './running/runsModel.js';
import { healthOf } from './service/health.js';
import { httpServiceApi } from './service/httpServiceApi.js';
import { registerService } from './service/serviceFeature.js';
import { createStatusBar } from './service/statusBar.js';
import { httpTestsApi } from './tests/httpTestsApi.js';
import { registerTestPanel } from './tests/testPanelFeature.js';
import { registerTests } from './tests/testsFeature.js';
import { httpTryOutApi } from './tryout/httpTryOutApi.js';
import { registerTryOut } from './tryout/tryOutFeature.js';
import { registerWalkthrough } from './walkthrough/walkthroughFeature.js';

/**
 * Registers commands and providers and returns. The service, the disk and the language server are asked
 * later: by a visible view, a command, or a folder that turns out to be Quantum's.
 */
export function activate(context: vscode.ExtensionContext): void {
  const own = <T extends vscode.Disposable>(disposable: T): T => {
    context.subscriptions.push(disposable);
    return disposable;
  };
  const log = own(createLog());
  const reporter = createReporter(log);
  const connectionLog = log.for('service');
  const service = own(
    createServiceClient(() =>
      openConnection({
        home: defaultHome(),
        dist: context.asAbsolutePath('dist'),
        version: versionOf(context.extension),
        log: (level, message) => connectionLog.write(level, message),
      }),
    ),
  );
  const client = (): ReturnType<typeof service.api> => service.api();
  const doctor = httpDoctorApi(client);

  const setContext = createContextKeys();
  const done = registerWalkthrough(context, { reporter, setContext });
  const running = httpRunningApi(client);
  const runs = new RunsModel({
    api: running,
    onError: (error) => log.warn(`The servers cannot be read: ${String(error)}`),
  });
  const projectsApi = httpProjectsApi(client);
  const projects = own(
    registerProjects(context, {
      api: projectsApi,
      jobs: httpJobsApi(client),
      service,
      reporter,
      log,
      setContext,
      runs,
      done,
    }),
  );
  own(
    registerComponents(context.extensionUri, {
      api: httpComponentsApi(client),
      extensionUri: context.extensionUri,
      projects,
      service,
      reporter,
      log,
      setContext,
    }),
  );
  own(
    registerDatasources(context.extensionUri, {
      api: httpDatasourcesApi(client),
      jobs: httpJobsApi(client),
      projects,
      service,
      reporter,
      log,
      setContext,
    }),
  );
  own(
    registerEnvironments({
      api: httpEnvironmentsApi(client),
      projects,
      service,
      reporter,
      log,
      setContext,
    }),
  );
  own(registerRunning({ api: running, model: runs, projects, service, reporter, log }));
  const here = (): number[] => projects.here.map(({ id }) => id);
  const tests = httpTestsApi(client);
  own(registerTests({ api: tests, service, reporter, log, projects }));
  own(registerTestPanel(context.extensionUri, { api: tests, service, reporter, log, projects }));
  own(registerDoctor(context.extensionUri, { api: doctor, service, reporter, here }));
  own(
    registerService({
      api: httpServiceApi(client),
      doctor,
      service,
      log,
      reporter,
      extension: context.extension,
      here,
    }),
  );

  const statusBar = own(createStatusBar());
  const showHealth = (): void => {
    setContext('quantum.hasProject', projects.isOurs);
    statusBar.show(
      healthOf({
        service: service.state,
        isTrusted: vscode.workspace.isTrusted,
        isOurs: projects.isOurs,
        here: projects.here,
      }),
    );
  };
  own(projects.onDidChange(showHealth));
  own(service.onDidChangeState(showHealth));
  showHealth();

  const given = own(
    new GivenNames({
      ...{ read: (id) => projectsApi.variableNames(id), projects, service },
      onDidChangeConfiguration,
      onError: (error) => log.warn(`The variables of a project cannot be read: ${String(error)}`),
    }),
  );
  const started = registerLanguage(context, {
    log: own(vscode.window.createOutputChannel('Quantum Language Server', { log: true })),
    reporter,
    distDirectory: context.asAbsolutePath('dist'),
    storage: {
      folder: vscode.Uri.joinPath(context.globalStorageUri, 'index').fsPath,
      version: versionOf(context.extension),
    },
    isTrusted: () => vscode.workspace.isTrusted,
    onDidGrantTrust: vscode.workspace.onDidGrantWorkspaceTrust,
    interpreterFor: interpreterChoice,
    onDidChangeInterpreter: (listener) => vscode.Disposable.from(onInterpreterChange(listener)),
    given: () => given.known,
    onDidChangeGiven: (listener) => vscode.Disposable.from(given.onDidChange(listener)),
  });
  language = started;
  own(
    registerPreview({
      context,
      api: httpPreviewApi(client),
      projects,
      service,
      ask: started.ask,
      reporter,
    }),
  );
  own(registerAst({ extensionUri: context.extensionUri, ask: started.ask, reporter }));
  own(
    registerTryOut({
      ...{ api: httpTryOutApi(client), extensionUri: context.extensionUri },
      ...{ projects, service, reporter },
    }),
  );
  own(registerNewFile({ reporter, ask: (wish) => started.newFile(wish) }));
}

/** `quantum.config.yaml` of any folder of the window. */
function onDidChangeConfiguration(listener: () => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(`**/${configurationName}`);
  const { onDidChange, onDidCreate, onDidDelete } = watcher;
  return vscode.Disposable.from(
    watcher,
    ...[onDidChange, onDidCreate, onDidDelete].map((heard) => heard(listener)),
  );
}

function versionOf(extension: vscode.Extension<unknown>): string {
  const manifest: unknown = extension.packageJSON;
  return String(Reflect.get(Object(manifest), 'version'));
}

/** Ends the language server; everything else is owned by the context's subscriptions. */
export async function deactivate(): Promise<void> {
  await language?.stop();
}

// What `deactivate` has to wait for: VS Code calls it without arguments.
let language: LanguageFeature | undefined;
