import * as vscode from 'vscode';
import type { ServiceEvent } from '../../protocol/events.js';
import type { Project } from '../../protocol/projects.js';
import type { TestResult } from '../../protocol/testResults.js';
import type { RunTests, TestRun } from '../../protocol/testRuns.js';
import { kindOf } from '../../protocol/tests.js';
import type { Disposable } from '../platform/signal.js';
import { followTestRun } from './followTestRun.js';
import { requestLines } from './requestLines.js';
import { RunProblems, type RunProblem } from './runProblems.js';
import type { TestCoverage } from './testCoverage.js';
import type { TestItems } from './testItems.js';
import { runSettings } from './runSettings.js';
import { showOutcome } from './testOutcome.js';
import type { TestsApi } from './testsApi.js';

export interface TestRunsDeps {
  readonly api: TestsApi;
  readonly controller: vscode.TestController;
  readonly items: TestItems;
  readonly coverage: TestCoverage;
  /** Looks for the tests that there are now. */
  readonly find: () => Promise<void>;
  readonly onEvent: (listener: (event: ServiceEvent) => void) => Disposable;
  readonly projects: () => readonly Project[];
}

export interface HowToRun {
  readonly repeat?: number;
  /** Shows the lines that ran. */
  readonly covered?: boolean;
}

/** Of so many results the requests are shown; of later ones where something did not hold. */
const mostTold = 50;

/** The runs shown in this window: those it asked for, and those that others did. */
export class TestRuns {
  readonly #shown = new Set<number>();
  readonly #problems = new RunProblems();
  #starting: Promise<unknown> = Promise.resolve();

  constructor(private readonly deps: TestRunsDeps) {}

  /** Runs what a person asked for. @throws when a run could not run */
  async start(
    request: vscode.TestRunRequest,
    token: vscode.CancellationToken,
    how: HowToRun = {},
  ): Promise<void> {
    const { controller, items } = this.deps;
    const isContinuous = request.continuous === true;
    const common: RunTests = {
      trigger: isContinuous ? 'save' : 'editor',
      ...runSettings(),
      // Whoever saves wants to know first what the change touched.
      ...(isContinuous ? { affected_first: true } : {}),
      ...(how.repeat === undefined ? {} : { repeat: how.repeat }),
    };
    const excluded = new Set((request.exclude ?? []).flatMap((item) => items.testsOf(item)));
    const asked = new Set(request.include?.flatMap((item) => items.testsOf(item)) ?? items.all());
    const wanted = [...asked].filter((item) => !excluded.has(item));
    const run = controller.createTestRun(request);
    const problems: RunProblem[] = [];
    try {
      for (const item of wanted) run.enqueued(item);
      // Whole folders and files by their names: thousands of tests need not be told one by one.
      const whole = this.#byProject(request.include ?? []);
      for (const [project, own] of this.#byProject(wanted)) {
        const all = request.include === undefined && excluded.size === 0;
        const what = all ? {} : this.#named(excluded.size > 0 ? own : (whole.get(project) ?? own));
        // A project that cannot be run says so once and keeps no other from running.
        const tried = this.#startOne(run, project, { ...what, ...common }, token);
        await tried.then(
          () => this.#problems.ran(project.id),
          (error: unknown) => problems.push({ project, error }),
        );
        if (how.covered === true) await this.deps.coverage.add(run, project);
      }
    } finally {
      run.end();
    }
    const told = this.#problems.errorOf(problems, isContinuous);
    if (told !== null) throw told;
  }

  /** Shows a run that was started elsewhere, live. */
  async seen(event: ServiceEvent): Promise<void> {
    if (event.type !== 'test_run_changed') return;
    if (event.status !== 'pending' && event.status !== 'running') return;
    const project = this.deps.projects().find(({ id }) => id === event.projectId);
    if (project === undefined) return;
    // It may be the answer to this window's own question, which is still on its way.
    await this.#starting.catch(() => undefined);
    if (this.#shown.has(event.id)) return;
    const name = vscode.l10n.t('Started outside of this window');
    const run = this.deps.controller.createTestRun(new vscode.TestRunRequest(), name);
    try {
      await this.#follow(run, project, event.id);
    } finally {
      run.end();
    }
  }

  async #startOne(
    run: vscode.TestRun,
    project: Project,
    what: RunTests,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const { api } = this.deps;
    const starting = api.run(project.id, what).then((runId) => {
      this.#shown.add(runId);
      return runId;
    });
    this.#starting = starting;
    const runId = await starting;
    const cancel = (): void => void api.cancel(project.id, runId).catch(() => undefined);
    const cancelled = token.onCancellationRequested(cancel);
    if (token.isCancellationRequested) cancel();
    try {
      const { status, errorMessage } = await this.#follow(run, project, runId);
      if (status === 'error') throw new Error(errorMessage ?? status);
    } finally {
      cancelled.dispose();
    }
  }

  async #follow(run: vscode.TestRun, project: Project, runId: number): Promise<TestRun> {
    const { api, items, find, onEvent } = this.deps;
    this.#shown.add(runId);
    const root = vscode.Uri.file(project.rootPath ?? '');
    const item = (testId: string): vscode.TestItem | undefined => items.find(project, testId);
    const asked: Promise<void>[] = [];
    let told = 0;
    const end = await followTestRun(runId, {
      read: (after) => api.detail(project.id, runId, after),
      onEvent,
      find,
      onStarted: (testId) => {
        const started = item(testId);
        if (started) run.started(started);
      },
      onResult: (result) => {
        const ended = item(result.testId);
        if (!ended) return false;
        showOutcome(run, ended, result, root);
        // What framework suites ask is not recorded; of many that pass nobody reads it.
        if (kindOf(result.file) === 'framework') return true;
        told += 1;
        if (told > mostTold && result.status === 'passed') return true;
        asked.push(this.#showRequests(run, ended, project, result));
        return true;
      },
    });
    await Promise.all(asked);
    return end;
  }

  async #showRequests(
    run: vscode.TestRun,
    item: vscode.TestItem,
    project: Project,
    { id, testRunId, name }: TestResult,
  ): Promise<void> {
    const requests = await this.deps.api.requests(project.id, testRunId, id).catch(() => []);
    if (requests.length === 0) return;
    const lines = [name, ...requestLines(requests, project.rootPath ?? '')];
    run.appendOutput(`${lines.join('\r\n')}\r\n`, undefined, item);
  }

  #byProject(wanted: readonly vscode.TestItem[]): Map<Project, vscode.TestItem[]> {
    const found = new Map<Project, vscode.TestItem[]>();
    for (const item of wanted) {
      const project = this.deps.items.meaning(item)?.project;
      if (project !== undefined) found.set(project, [...(found.get(project) ?? []), item]);
    }
    return found;
  }

  #named(own: readonly vscode.TestItem[]): RunTests {
    const { items } = this.deps;
    const meanings = own
      .flatMap((item) => (items.meaning(item)?.suite === null ? [item] : items.testsOf(item)))
      .flatMap((item) => items.meaning(item) ?? []);
    const tests = meanings.flatMap(({ testId }) => testId ?? []);
    const files = meanings.flatMap(({ testId, file }) => (testId === null ? [file] : []));
    return { ...(tests.length > 0 ? { tests } : {}), ...(files.length > 0 ? { files } : {}) };
  }
}
