import * as vscode from 'vscode';
import type { ServiceEvent } from '../../protocol/events.js';
import type { Project } from '../../protocol/projects.js';
import type { RunTests, TestRun } from '../../protocol/tests.js';
import type { Disposable } from '../platform/signal.js';
import { followTestRun } from './followTestRun.js';
import type { TestItems } from './testItems.js';
import { showOutcome } from './testOutcome.js';
import type { TestsApi } from './testsApi.js';

export interface TestRunsDeps {
  readonly api: TestsApi;
  readonly controller: vscode.TestController;
  readonly items: TestItems;
  readonly onEvent: (listener: (event: ServiceEvent) => void) => Disposable;
  readonly projects: () => readonly Project[];
}

/** The runs shown in this window: those it asked for, and those that others did. */
export class TestRuns {
  readonly #shown = new Set<number>();
  #starting: Promise<unknown> = Promise.resolve();

  constructor(private readonly deps: TestRunsDeps) {}

  /** Runs what a person asked for. @throws when a run could not run */
  async start(request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<void> {
    const { controller, items } = this.deps;
    const trigger = request.continuous === true ? 'save' : 'editor';
    const excluded = new Set((request.exclude ?? []).flatMap((item) => items.testsOf(item)));
    const asked = request.include?.flatMap((item) => items.testsOf(item)) ?? items.all();
    const wanted = asked.filter((item) => !excluded.has(item));
    const run = controller.createTestRun(request);
    try {
      for (const item of wanted) run.enqueued(item);
      for (const [project, own] of this.#byProject(wanted)) {
        const all = request.include === undefined && excluded.size === 0;
        const what = all ? {} : this.#named(own);
        await this.#startOne(run, project, { ...what, trigger }, token);
      }
    } finally {
      run.end();
    }
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

  #follow(run: vscode.TestRun, project: Project, runId: number): Promise<TestRun> {
    const { api, items, onEvent } = this.deps;
    this.#shown.add(runId);
    const root = vscode.Uri.file(project.rootPath ?? '');
    const item = (testId: string): vscode.TestItem | undefined =>
      items.find(project, testId.slice(0, testId.indexOf('::')), testId);
    return followTestRun(runId, {
      read: (after) => api.detail(project.id, runId, after),
      onEvent,
      onStarted: (testId) => {
        const started = item(testId);
        if (started) run.started(started);
      },
      onResult: (result) => {
        const ended = item(result.testId);
        if (ended) showOutcome(run, ended, result, root);
      },
    });
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
    const meanings = own.flatMap((item) => this.deps.items.meaning(item) ?? []);
    const tests = meanings.flatMap(({ testId }) => testId ?? []);
    const files = meanings.flatMap(({ testId, file }) => (testId === null ? [file] : []));
    return { ...(tests.length > 0 ? { tests } : {}), ...(files.length > 0 ? { files } : {}) };
  }
}
