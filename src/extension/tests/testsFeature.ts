import * as vscode from 'vscode';
import type { Project } from '../../protocol/projects.js';
import { Disposables } from '../platform/disposables.js';
import type { Log } from '../platform/log.js';
import type { CommandRegistry } from '../platform/reporter.js';
import type { ServiceClient } from '../platform/serviceClient.js';
import type { Disposable, Signal } from '../platform/signal.js';
import { coalesced } from './coalesced.js';
import { TestItems } from './testItems.js';
import { TestRuns } from './testRuns.js';
import type { TestsApi } from './testsApi.js';

export interface TestsDeps {
  readonly api: TestsApi;
  readonly service: ServiceClient;
  readonly reporter: CommandRegistry;
  readonly log: Log;
  readonly projects: {
    readonly here: readonly Project[];
    readonly onDidChange: Signal<undefined>['on'];
  };
}

const isTestFile = ({ path }: vscode.Uri): boolean => path.endsWith('.test.q');

/** The tests of this window's projects in the Test Explorer and beside their lines. */
class Tests implements Disposable {
  readonly #owned = new Disposables();
  readonly #controller: vscode.TestController;
  readonly #items: TestItems;
  readonly #runs: TestRuns;
  readonly #find = coalesced(() => this.#findAll());
  /** Whether anyone has looked: finding the tests starts a Python. */
  #wanted = false;

  constructor(private readonly deps: TestsDeps) {
    const own = <T extends Disposable>(one: T): T => this.#owned.add(one);
    const { service, projects, reporter, api } = deps;
    this.#controller = own(vscode.tests.createTestController('quantum.tests', 'Quantum'));
    this.#items = new TestItems(this.#controller);
    this.#runs = new TestRuns({
      api,
      controller: this.#controller,
      items: this.#items,
      onEvent: service.onEvent,
      projects: () => projects.here,
    });
    this.#controller.resolveHandler = () => this.#want();
    this.#controller.refreshHandler = () => this.#want();
    const title = vscode.l10n.t('Run Quantum Tests');
    own(
      this.#controller.createRunProfile(
        vscode.l10n.t('Run'),
        vscode.TestRunProfileKind.Run,
        (request, token) => {
          const run = (): Promise<void> =>
            reporter.guard(title, async () => {
              await this.#want();
              await this.#runs.start(request, token);
            });
          return request.continuous === true ? this.#onEachSave(run, token) : run();
        },
        true,
        undefined,
        true,
      ),
    );
    own(projects.onDidChange(() => this.#again()));
    own(
      service.onEvent((event) => {
        if (event.type === 'test_run_changed') void this.#seen(event);
      }),
    );
    const watcher = own(vscode.workspace.createFileSystemWatcher('**/*.test.q'));
    own(watcher.onDidChange(() => this.#again()));
    own(watcher.onDidCreate(() => this.#again()));
    own(watcher.onDidDelete(() => this.#again()));
    own(vscode.workspace.onDidOpenTextDocument(({ uri }) => this.#opened(uri)));
    for (const { uri } of vscode.workspace.textDocuments) this.#opened(uri);
  }

  dispose(): void {
    this.#owned.dispose();
  }

  /** Someone looks: finds the tests; resolves when a search that began after this call has ended. */
  #want(): Promise<void> {
    this.#wanted = true;
    return this.#find();
  }

  /** Runs now and after each save in a project, until a person turns it off. */
  async #onEachSave(run: () => Promise<void>, token: vscode.CancellationToken): Promise<void> {
    const again = coalesced(run);
    const saves = vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      if (this.#items.isOfProject(uri)) void again();
    });
    try {
      const off = new Promise<void>((resolve) => token.onCancellationRequested(() => resolve()));
      await again();
      await off;
    } finally {
      saves.dispose();
    }
  }

  #again(): void {
    if (this.#wanted) void this.#want();
  }

  #opened(uri: vscode.Uri): void {
    if (!this.#wanted && isTestFile(uri)) void this.#want();
  }

  async #seen(event: Parameters<TestRuns['seen']>[0]): Promise<void> {
    try {
      await this.#runs.seen(event);
    } catch (error) {
      this.deps.log.for('tests').warn(`A run cannot be followed: ${String(error)}`);
    }
  }

  async #findAll(): Promise<void> {
    const here = this.deps.projects.here;
    this.#items.keep(here);
    for (const project of here) await this.#findIn(project, here.length === 1);
  }

  async #findIn(project: Project, isOnlyProject: boolean): Promise<void> {
    try {
      this.#items.show(project, await this.deps.api.tests(project.id), isOnlyProject);
    } catch (error) {
      // What is shown stays; a run tells the person what is missing.
      this.deps.log
        .for('tests')
        .warn(`The tests of ${project.name} cannot be read: ${String(error)}`);
    }
  }
}

/** Registers the tests once the workspace is trusted: finding them runs the project's interpreter. */
export function registerTests(deps: TestsDeps): Disposable {
  const owned = new Disposables();
  const begin = (): void => void owned.add(new Tests(deps));
  if (vscode.workspace.isTrusted) begin();
  else owned.add(vscode.workspace.onDidGrantWorkspaceTrust(begin));
  return owned;
}
