import * as vscode from 'vscode';
import type { ServiceEvent } from '../../protocol/events.js';
import type { Project } from '../../protocol/projects.js';
import { Disposables } from '../platform/disposables.js';
import type { Log } from '../platform/log.js';
import type { ProjectsFeature } from '../projects/projectsFeature.js';
import type { CommandRegistry } from '../platform/reporter.js';
import type { ServiceClient } from '../platform/serviceClient.js';
import type { Disposable } from '../platform/signal.js';
import { coalesced } from '../platform/coalesced.js';
import { runOnEachSave } from './continuousRun.js';
import { hasEnded } from './followTestRun.js';
import { registerGenerateTest } from './generateTest.js';
import { TestItems } from './testItems.js';
import { TestCoverage } from './testCoverage.js';
import { TestRuns, type HowToRun } from './testRuns.js';
import type { TestsApi } from './testsApi.js';

export interface TestsDeps {
  readonly api: TestsApi;
  readonly service: ServiceClient;
  readonly reporter: CommandRegistry;
  readonly log: Log;
  readonly projects: Pick<ProjectsFeature, 'here' | 'onDidChange'>;
}

/** An application's test file, or what a checkout's suites are made of. */
const isTestFile = ({ path }: vscode.Uri): boolean =>
  path.endsWith('.test.q') || /\/(?:test_runner\.py|test-[^/]+\.q)$/.test(path);

/** The tests of this window's projects in the Test Explorer and beside their lines. */
class Tests implements Disposable {
  readonly #owned = new Disposables();
  readonly #controller: vscode.TestController;
  readonly #items: TestItems;
  readonly #runs: TestRuns;
  readonly #find = coalesced(() => this.#findAll());
  /** The newest search. */
  #found: Promise<void> | null = null;
  /** Whether anyone has looked: finding the tests starts a Python. */
  #wanted = false;

  constructor(private readonly deps: TestsDeps) {
    const own = <T extends Disposable>(one: T): T => this.#owned.add(one);
    const { service, projects, reporter, api } = deps;
    this.#controller = own(vscode.tests.createTestController('quantum.tests', 'Quantum'));
    this.#items = new TestItems(this.#controller);
    const coverage = new TestCoverage(api, this.#items);
    this.#runs = new TestRuns({
      api,
      controller: this.#controller,
      items: this.#items,
      coverage,
      find: () => this.#want(),
      onEvent: service.onEvent,
      projects: () => projects.here,
    });
    this.#controller.resolveHandler = () => this.#want();
    this.#controller.refreshHandler = () => this.#want();
    this.#addProfiles(reporter, coverage);
    const placeOf = (file: vscode.Uri) => this.#items.placeOf(file, projects.here);
    own(registerGenerateTest({ api, reporter, placeOf, projects }));
    own(projects.onDidChange(() => this.#again()));
    own(
      service.onEvent((event) => {
        if (event.type === 'test_run_changed') void this.#seen(event);
      }),
    );
    const watcher = own(
      vscode.workspace.createFileSystemWatcher('**/{*.test.q,test-*.q,test_runner.py}'),
    );
    own(watcher.onDidChange(() => this.#again()));
    own(watcher.onDidCreate(() => this.#again()));
    own(watcher.onDidDelete(() => this.#again()));
    own(vscode.workspace.onDidOpenTextDocument(({ uri }) => this.#opened(uri)));
    const typing = new Map<string, () => Promise<void>>();
    own(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (!this.#wanted || !isTestFile(document.uri)) return;
        const key = document.uri.toString();
        const again = typing.get(key) ?? coalesced(() => this.#outline(document));
        typing.set(key, again);
        void again();
      }),
    );
    own(vscode.workspace.onDidCloseTextDocument(({ uri }) => void typing.delete(uri.toString())));
    for (const { uri } of vscode.workspace.textDocuments) this.#opened(uri);
  }

  #addProfiles(reporter: CommandRegistry, coverage: TestCoverage): void {
    const { Run, Coverage } = vscode.TestRunProfileKind;
    const title = vscode.l10n.t('Run Quantum Tests');
    const start = (
      request: vscode.TestRunRequest,
      token: vscode.CancellationToken,
      how?: HowToRun,
    ): Promise<void> =>
      reporter.guard(title, async () => {
        // A save is told here before the search that it brings begins; what a person clicks at is there.
        await (request.continuous === true ? this.#want() : this.#known());
        await this.#runs.start(request, token, how);
      });
    const add = (
      label: string,
      kind: vscode.TestRunProfileKind,
      run: vscode.TestRunProfile['runHandler'],
      isContinuous = false,
    ): vscode.TestRunProfile =>
      this.#owned.add(
        this.#controller.createRunProfile(
          label,
          kind,
          run,
          kind !== Run || isContinuous,
          undefined,
          isContinuous,
        ),
      );
    add(
      vscode.l10n.t('Run'),
      Run,
      (request, token) => {
        if (request.continuous !== true) return start(request, token);
        const concerns = (file: vscode.Uri): boolean => this.#items.isOfProject(file);
        return runOnEachSave({ request, token, concerns, run: start });
      },
      true,
    );
    add(vscode.l10n.t('Run 10 Times'), Run, (request, token) =>
      start(request, token, { repeat: 10 }),
    );
    const covered = add(vscode.l10n.t('Run with Coverage'), Coverage, (request, token) =>
      start(request, token, { covered: true }),
    );
    covered.loadDetailedCoverage = (_run, file) => Promise.resolve(coverage.details(file));
    covered.loadDetailedCoverageForTest = (_run, file, item) => coverage.detailsOf(file, item);
  }

  dispose(): void {
    this.#owned.dispose();
  }

  /** Someone looks: finds the tests; resolves when a search that began after this call has ended. */
  #want(): Promise<void> {
    this.#wanted = true;
    this.#found = this.#find();
    return this.#found;
  }

  /** Resolves when the tests are there; files that change are looked at without being asked for. */
  #known(): Promise<void> {
    return this.#found !== null && this.#controller.items.size > 0 ? this.#found : this.#want();
  }

  #again(): void {
    if (this.#wanted) void this.#want();
  }

  #opened(uri: vscode.Uri): void {
    if (!this.#wanted && isTestFile(uri)) void this.#want();
  }

  /** The tests of a file as it is being written. */
  async #outline(document: vscode.TextDocument): Promise<void> {
    const place = this.#items.placeOf(document.uri, this.deps.projects.here);
    if (!place) return;
    const { project, file } = place;
    try {
      const tests = await this.deps.api.outline(project.id, { file, text: document.getText() });
      this.#items.showFile(project, file, tests);
    } catch (error) {
      this.deps.log.for('tests').debug(`${file} cannot be read as it is: ${String(error)}`);
    }
  }

  async #seen(event: Extract<ServiceEvent, { type: 'test_run_changed' }>): Promise<void> {
    try {
      if (hasEnded(event)) await this.#markFlaky(event.projectId);
      else await this.#runs.seen(event);
    } catch (error) {
      this.deps.log.for('tests').warn(`What a run told cannot be read: ${String(error)}`);
    }
  }

  /** A run may have shown that a test is flaky, also one that repeated it. */
  async #markFlaky(projectId: number | null): Promise<void> {
    const project = this.deps.projects.here.find(({ id }) => id === projectId);
    if (!this.#wanted || project === undefined) return;
    const flaky = await this.deps.api.flakyTests(project.id);
    this.#items.markFlaky(project, new Set(flaky.map(({ testId }) => testId)));
  }

  async #findAll(): Promise<void> {
    const here = this.deps.projects.here;
    this.#items.keep(here);
    for (const project of here) await this.#findIn(project, here.length === 1);
  }

  async #findIn(project: Project, isOnlyProject: boolean): Promise<void> {
    try {
      const { api } = this.deps;
      const [found, flaky] = await Promise.all([api.tests(project.id), api.flakyTests(project.id)]);
      const ids = new Set(flaky.map(({ testId }) => testId));
      this.#items.show(project, found, isOnlyProject, ids);
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
