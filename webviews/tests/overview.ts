import * as l10n from '@vscode/l10n';
import type { FromTestsPage, TestPanelFilter, ToTestsPage } from '../../src/protocol/testPanel.js';
import type { TestRun, TestRunStatus, TestTrigger } from '../../src/protocol/testRuns.js';
import { element, type Part } from '../shared/dom.js';
import { moment } from '../shared/moment.js';
import { section } from '../shared/section.js';
import { button, icon, link } from '../shared/ui.js';
import { choice, table } from './table.js';
import { trendOf } from './trend.js';
import { codeText, countsText, duration, runStatusText, statusCell, triggerText } from './words.js';

export type Overview = Extract<ToTestsPage, { type: 'overview' }>;
type Send = (message: FromTestsPage) => void;

const statuses: readonly TestRunStatus[] = [
  ...(['running', 'completed', 'failed', 'error', 'cancelled', 'interrupted'] as const),
];
const triggers: readonly TestTrigger[] = ['editor', 'save', 'cli', 'api'];

/** The runs of a project, what they tell together, and the tests that stand out. */
export function overviewParts(page: Overview, language: string, send: Send): Part[] {
  const { project, trend, filter, choices, runs, more, flaky, slowest } = page;
  return [
    { id: 'header', data: project, draw: () => header(project, send) },
    {
      id: 'trend',
      data: [trend, filter.suite],
      draw: () =>
        element('div', {}, [
          element('h2', {}, [icon('graph-line'), l10n.t('Trend')]),
          choice({
            ...{ id: 'trend-by', label: l10n.t('Points'), chosen: trend.by },
            options: [
              ['run', l10n.t('Newest runs')],
              ['day', filter.suite === '' ? l10n.t('Days') : l10n.t('Days of {0}', filter.suite)],
            ],
            onChange: (by) => send({ type: 'trend', by: by === 'day' ? 'day' : 'run' }),
          }),
          trendOf(trend, language),
        ]),
    },
    {
      id: 'filter',
      data: [filter, choices],
      draw: () => filters(filter, choices, send),
    },
    { id: 'runs', data: [runs, more], draw: () => runList(page, language, send) },
    {
      id: 'flaky',
      data: flaky,
      draw: () =>
        section({
          title: l10n.t('Flaky tests'),
          icon: 'question',
          empty: l10n.t('No test passed and failed on the same code.'),
          columns: [l10n.t('Test'), l10n.t('Passed'), l10n.t('Failed'), l10n.t('Last')],
          rows: flaky.map(({ file, name, passed, failed, lastAt }, index) => [
            link(`flaky-${index}`, `${name} (${file})`, () =>
              send({ type: 'place', file, line: null }),
            ),
            ...[String(passed), String(failed), moment(lastAt, language)],
          ]),
        }),
    },
    {
      id: 'slowest',
      data: slowest,
      draw: () =>
        section({
          title: l10n.t('Slowest tests'),
          icon: 'watch',
          empty: l10n.t('No test ran yet.'),
          columns: [l10n.t('Test'), l10n.t('Mean'), l10n.t('Longest'), l10n.t('Times')],
          rows: slowest.map(({ file, line, name, meanMs, mostMs, times }, index) => [
            link(`slow-${index}`, `${name} (${file})`, () => send({ type: 'place', file, line })),
            ...[duration(meanMs, language), duration(mostMs, language), String(times)],
          ]),
        }),
    },
  ];
}

function header(project: string, send: Send): Node {
  return element('div', {}, [
    element('h1', {}, [l10n.t('Tests of {0}', project)]),
    element('div', { class: 'actions' }, [
      button({
        ...{ id: 'run-all', label: l10n.t('Run All'), icon: 'run-all', primary: true },
        onPress: () => send({ type: 'start', failed: false }),
      }),
      button({
        ...{ id: 'run-failed', label: l10n.t('Run Failed'), icon: 'debug-rerun' },
        onPress: () => send({ type: 'start', failed: true }),
      }),
    ]),
  ]);
}

function filters(filter: TestPanelFilter, choices: Overview['choices'], send: Send): Node {
  const set = (change: Partial<TestPanelFilter>): void =>
    send({ type: 'filter', filter: { ...filter, ...change } });
  const all = ['', l10n.t('All')] as const;
  const named = (names: readonly string[]): (readonly [string, string])[] => [
    all,
    ...names.map((name) => [name, name] as const),
  ];
  const commit = element('input', { id: 'filter-commit', value: filter.commit, size: '10' });
  commit.addEventListener('change', () =>
    set({ commit: (commit as HTMLInputElement).value.trim() }),
  );
  return element('div', {}, [
    element('h2', {}, [icon('history'), l10n.t('Runs')]),
    element('div', { class: 'filters', role: 'group', 'aria-label': l10n.t('Which runs') }, [
      choice({
        ...{ id: 'filter-status', label: l10n.t('State'), chosen: filter.status ?? '' },
        options: [all, ...statuses.map((status) => [status, runStatusText(status)] as const)],
        onChange: (value) => set({ status: statuses.find((status) => status === value) ?? null }),
      }),
      choice({
        ...{ id: 'filter-suite', label: l10n.t('Suite'), chosen: filter.suite },
        options: named(choices.suites),
        onChange: (suite) => set({ suite }),
      }),
      choice({
        ...{ id: 'filter-trigger', label: l10n.t('Started by'), chosen: filter.trigger ?? '' },
        options: [all, ...triggers.map((trigger) => [trigger, triggerText(trigger)] as const)],
        onChange: (value) =>
          set({ trigger: triggers.find((trigger) => trigger === value) ?? null }),
      }),
      choice({
        ...{ id: 'filter-branch', label: l10n.t('Branch'), chosen: filter.branch },
        options: named(choices.branches),
        onChange: (branch) => set({ branch }),
      }),
      element('label', { class: 'choice' }, [l10n.t('Commit'), commit]),
    ]),
  ]);
}

function runList({ runs, more, filter }: Overview, language: string, send: Send): Node {
  if (runs.length === 0) {
    const isFiltered = Object.values(filter).some((value) => value !== null && value !== '');
    return element('p', { class: 'muted' }, [
      isFiltered ? l10n.t('No run is like that.') : l10n.t('Nothing ran yet. Run the tests.'),
    ]);
  }
  const columns = [
    ...[l10n.t('Run'), l10n.t('State'), l10n.t('Tests'), l10n.t('Duration')],
    ...[l10n.t('Started by'), l10n.t('Code'), l10n.t('When')],
  ];
  const row = (run: TestRun): Node[] => [
    link(`run-${run.id}`, l10n.t('Run {0}', run.id), () => send({ type: 'open', runId: run.id })),
    statusCell(run.status, runStatusText(run.status)),
    document.createTextNode(countsText(run)),
    document.createTextNode(duration(run.durationMs, language)),
    document.createTextNode(triggerText(run.trigger)),
    document.createTextNode(codeText(run)),
    moment(run.startedAt ?? run.createdAt, language),
  ];
  return element('div', {}, [
    table(l10n.t('Runs'), columns, runs.map(row)),
    more
      ? element('div', { class: 'actions' }, [
          button({
            ...{ id: 'more', label: l10n.t('Older Runs'), icon: 'chevron-down' },
            onPress: () => send({ type: 'more' }),
          }),
        ])
      : null,
  ]);
}
