import * as vscode from 'vscode';
import { Disposables } from '../platform/disposables.js';
import type { Log } from '../platform/log.js';
import type { CommandRegistry } from '../platform/reporter.js';
import type { ServiceClient } from '../platform/serviceClient.js';
import type { Disposable } from '../platform/signal.js';
import { requireTrust } from '../platform/trust.js';
import { projectAtHand } from '../projects/projectAtHand.js';
import type { ProjectsFeature } from '../projects/projectsFeature.js';
import { LastRunModel } from './lastRunModel.js';
import { createTestPanels } from './testPanel.js';
import type { TestsApi } from './testsApi.js';
import { createTestStatusBar } from './testStatusBar.js';

export interface TestPanelFeatureDeps {
  readonly api: TestsApi;
  readonly service: ServiceClient;
  readonly reporter: CommandRegistry;
  readonly log: Log;
  readonly projects: ProjectsFeature;
}

/** The Test panel and the count of the newest run in the status bar. */
export function registerTestPanel(
  extensionUri: vscode.Uri,
  deps: TestPanelFeatureDeps,
): Disposable {
  const { api, service, reporter, projects } = deps;
  const owned = new Disposables();
  const panels = owned.add(createTestPanels(extensionUri, deps));
  const log = deps.log.for('tests');
  const model = new LastRunModel({
    api,
    onError: (error) => log.warn(`The newest run cannot be read: ${String(error)}`),
  });
  const statusBar = owned.add(createTestStatusBar());
  const update = (): void => {
    const project = projectAtHand(projects.here);
    if (project !== undefined && service.state.kind === 'connected') model.ask(project.id);
    statusBar.show(project, project && model.of(project.id));
  };
  owned.add(
    reporter.register('quantum.tests.openPanel', async (argument) => {
      requireTrust();
      const known = argument === undefined ? projectAtHand(projects.here)?.id : argument;
      const pick = vscode.l10n.t('Which project’s tests?');
      panels.show((await projects.target(known, pick)).id);
    }),
  );
  owned.add(model.onDidChange(update));
  owned.add(projects.onDidChange(update));
  owned.add(service.onDidChangeState(update));
  owned.add(service.onEvent((event) => model.handle(event)));
  owned.add(vscode.window.onDidChangeActiveTextEditor(update));
  update();
  return owned;
}
