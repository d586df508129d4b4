import type { ServiceEvent } from '../../protocol/events.js';
import {
  noFilter,
  type FromTestsPage,
  type TestPanelFilter,
  type TestTrend,
  type ToTestsPage,
} from '../../protocol/testPanel.js';
import type { TestRun } from '../../protocol/testRuns.js';
import { coalesced } from '../platform/coalesced.js';
import { problemCode, problemText } from '../platform/problemMessage.js';
import { hasEnded } from './followTestRun.js';
import type { TestHistoryApi } from './testsApi.js';

export interface TestPanelModelDeps {
  readonly api: TestHistoryApi;
  readonly project: { readonly id: number; readonly name: string };
  readonly post: (message: ToTestsPage) => void;
}

/** What a page can ask of its model; the rest is the editor's. */
export type Look = Extract<
  FromTestsPage,
  { type: 'filter' | 'trend' | 'more' | 'open' | 'compare' | 'overview' | 'retry' }
>;

type View =
  | { readonly kind: 'overview' }
  | { readonly kind: 'run'; readonly runId: number }
  | { readonly kind: 'comparison'; readonly runId: number; readonly to: number };

const onePage = 50;
/** A run that is shown is compared with one of so many. */
const mostOthers = 50;

/** What one Test panel shows: reads it again when something of it happens. */
export class TestPanelModel {
  #view: View = { kind: 'overview' };
  #filter: TestPanelFilter = noFilter;
  #by: TestTrend['by'] = 'run';
  #pages = 1;
  /** Of the run that is shown: its newest result the page has, and the tests that run. */
  #last = 0;
  readonly #running = new Set<string>();
  readonly #show = coalesced(() => this.#read());

  constructor(private readonly deps: TestPanelModelDeps) {}

  /** The page shows nothing yet. */
  ready(): Promise<void> {
    this.#last = 0;
    return this.#show();
  }

  look(message: Look): Promise<void> {
    switch (message.type) {
      case 'filter':
        this.#filter = message.filter;
        this.#pages = 1;
        break;
      case 'trend':
        this.#by = message.by;
        break;
      case 'more':
        this.#pages += 1;
        break;
      case 'open':
        return this.#go({ kind: 'run', runId: message.runId });
      case 'compare':
        return this.#go({ kind: 'comparison', runId: message.runId, to: message.to });
      case 'overview':
        return this.#go({ kind: 'overview' });
      case 'retry':
        this.#last = 0;
        break;
      default:
        message satisfies never;
    }
    return this.#show();
  }

  handle(event: ServiceEvent): void {
    const runId = this.#view.kind === 'run' ? this.#view.runId : null;
    switch (event.type) {
      case 'reset':
        void this.ready();
        break;
      case 'test_run_changed':
        if (event.projectId !== this.deps.project.id) break;
        if (runId === null || runId === event.id) void this.#show();
        break;
      case 'test_started':
        if (event.runId !== runId) break;
        this.#running.add(event.testId);
        void this.#show();
        break;
      case 'test_ended':
        if (event.runId !== runId) break;
        this.#running.delete(event.testId);
        void this.#show();
        break;
      case 'project_deleted':
        if (event.id === this.deps.project.id) this.deps.post({ type: 'gone' });
        break;
      default:
    }
  }

  #go(view: View): Promise<void> {
    this.#view = view;
    this.#last = 0;
    this.#running.clear();
    return this.#show();
  }

  async #read(): Promise<void> {
    const view = this.#view;
    try {
      const message = await this.#messageOf(view);
      // Somebody went on meanwhile: what is shown is read by the next round.
      if (view !== this.#view) return;
      if (message.type === 'run') {
        this.#last = message.results.reduce((last, { id }) => Math.max(last, id), this.#last);
      }
      this.deps.post(message);
    } catch (error) {
      if (view !== this.#view) return;
      this.#last = 0;
      const isGone = view.kind === 'overview' && problemCode(error) === 'not-found';
      this.deps.post(isGone ? { type: 'gone' } : { type: 'failed', message: problemText(error) });
    }
  }

  #messageOf(view: View): Promise<ToTestsPage> {
    switch (view.kind) {
      case 'overview':
        return this.#overview();
      case 'run':
        return this.#run(view.runId);
      case 'comparison':
        return this.#comparison(view.runId, view.to);
    }
  }

  async #overview(): Promise<ToTestsPage> {
    const { api, project } = this.deps;
    const { id } = project;
    const wanted = this.#pages * onePage;
    const filter = this.#filter;
    const [runs, choices, trend, flaky, slowest] = await Promise.all([
      // One more than is shown tells whether there are more.
      this.#runs(wanted + 1),
      api.choices(id),
      this.#trend(),
      api.flakyTests(id),
      api.slowest(id),
    ]);
    return {
      ...{ type: 'overview', project: project.name, filter, choices, trend, flaky, slowest },
      runs: runs.slice(0, wanted),
      more: runs.length > wanted,
    };
  }

  /** The service answers 500 at once. */
  async #runs(wanted: number): Promise<TestRun[]> {
    const { api, project } = this.deps;
    const { status, trigger, suite, branch, commit } = this.#filter;
    const wish = {
      ...(status === null ? {} : { status }),
      ...(trigger === null ? {} : { trigger }),
      ...Object.fromEntries(Object.entries({ suite, branch, commit }).filter(([, text]) => text)),
    };
    const found: TestRun[] = [];
    for (;;) {
      const limit = Math.min(500, wanted - found.length);
      const before = found.at(-1)?.id;
      const page = await api.runs(project.id, {
        ...{ ...wish, limit },
        ...(before === undefined ? {} : { before }),
      });
      found.push(...page);
      if (page.length < limit || found.length >= wanted) return found;
    }
  }

  async #trend(): Promise<TestTrend> {
    const { api, project } = this.deps;
    if (this.#by === 'run') return { by: 'run', points: await api.trends(project.id) };
    const { suite } = this.#filter;
    return { by: 'day', points: await api.days(project.id, suite === '' ? undefined : suite) };
  }

  async #run(runId: number): Promise<ToTestsPage> {
    const { api, project } = this.deps;
    const after = this.#last;
    const [detail, others] = await Promise.all([
      api.detail(project.id, runId, after),
      api.runs(project.id, { limit: mostOthers }),
    ]);
    const run = detail.test_run;
    return {
      ...{ type: 'run', run, suites: detail.suite_results, fresh: after === 0 },
      results: detail.individual_test_results,
      running: hasEnded(run) ? [] : [...this.#running],
      others: others.filter((other) => other.id !== runId && hasEnded(other)),
    };
  }

  async #comparison(runId: number, to: number): Promise<ToTestsPage> {
    const { api, project } = this.deps;
    // A person may choose either first: the earlier run comes first.
    const [before, after] = [Math.min(runId, to), Math.max(runId, to)];
    return { type: 'comparison', comparison: await api.compare(project.id, after, before) };
  }
}
