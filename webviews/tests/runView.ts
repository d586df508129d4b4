import * as l10n from '@vscode/l10n';
import type { FromTestsPage, TestReport, ToTestsPage } from '../../src/protocol/testPanel.js';
import type { TestResult } from '../../src/protocol/testResults.js';
import type { TestRun } from '../../src/protocol/testRuns.js';
import { element, type Child, type Part } from '../shared/dom.js';
import { moment } from '../shared/moment.js';
import { section } from '../shared/section.js';
import { badge, button, icon, link, notice, progressBar } from '../shared/ui.js';
import { choice, table } from './table.js';
import {
  codeText,
  countsText,
  duration,
  runStatusText,
  statusCell,
  testStatusText,
  triggerText,
} from './words.js';

export type RunMessage = Extract<ToTestsPage, { type: 'run' }>;
/** A run with all results that the page was sent of it. */
export type ShownRun = Omit<RunMessage, 'type' | 'fresh'>;
type Send = (message: FromTestsPage) => void;

/** Rows drawn at most; tests that did not pass and hollow passes come first. */
const mostRows = 500;

const reports: readonly (readonly [TestReport, string])[] = [
  ...([
    ['junit', 'JUnit XML'],
    ['json', 'JSON'],
    ['html', 'HTML'],
  ] as const),
];

export const isLive = ({ status }: Pick<TestRun, 'status'>): boolean =>
  status === 'pending' || status === 'running';

/** One run: how it goes or ended, its suites and its results. */
export function runParts(shown: ShownRun, language: string, send: Send): Part[] {
  const { run, suites, results, running, others } = shown;
  return [
    { id: 'run-header', data: [run.id, isLive(run)], draw: () => header(run, send) },
    { id: 'run-state', data: [run, running], draw: () => state(run, running, language) },
    {
      id: 'compare',
      data: [others, isLive(run)],
      draw: () => compareWith(run, others, language, send),
    },
    {
      id: 'suites',
      data: suites,
      draw: () =>
        section({
          ...{ title: l10n.t('Suites'), icon: 'library', empty: noneText(run) },
          columns: [
            ...[l10n.t('Suite'), l10n.t('Passed'), l10n.t('Failed'), l10n.t('Hollow')],
            l10n.t('Duration'),
          ],
          rows: suites.map(({ suite, passed, failed, hollow, durationMs }) => [
            ...[suite, String(passed), String(failed), String(hollow)],
            duration(durationMs, language),
          ]),
        }),
    },
    { id: 'results', data: results, draw: () => resultList(shown, language, send) },
  ];
}

const noneText = (run: TestRun): string =>
  isLive(run) ? l10n.t('No test ended yet.') : l10n.t('No test ended.');

function header(run: TestRun, send: Send): Node {
  const { id } = run;
  return element('div', {}, [
    link('overview', l10n.t('All runs'), () => send({ type: 'overview' })),
    element('h1', {}, [l10n.t('Run {0}', id)]),
    element('div', { class: 'actions' }, [
      isLive(run)
        ? button({
            ...{ id: 'cancel', label: l10n.t('Cancel'), icon: 'debug-stop', primary: true },
            onPress: () => send({ type: 'cancel', runId: id }),
          })
        : button({
            ...{ id: 'run-failed', label: l10n.t('Run Failed'), icon: 'debug-rerun' },
            onPress: () => send({ type: 'start', failed: true }),
          }),
      ...reports.map(([report, name]) =>
        button({
          ...{ id: `export-${report}`, label: l10n.t('Save as {0}…', name), icon: 'export' },
          onPress: () => send({ type: 'export', runId: id, report }),
        }),
      ),
    ]),
  ]);
}

function state(run: TestRun, running: readonly string[], language: string): Node {
  const { passedTests, failedTests, totalTests } = run;
  const ended = passedTests + failedTests;
  const facts = [
    ...[triggerText(run.trigger), codeText(run), duration(run.durationMs, language)],
    run.frameworkVersion === null ? '' : `quantum-framework ${run.frameworkVersion}`,
    run.pythonVersion === null ? '' : `Python ${run.pythonVersion}`,
  ].filter((fact) => fact !== '');
  return element('div', {}, [
    element('p', { class: 'state' }, [
      statusCell(run.status, runStatusText(run.status)),
      run.status === 'error' && run.totalTests === 0
        ? null
        : element('span', {}, [countsText(run)]),
      moment(run.startedAt ?? run.createdAt, language),
      ...facts.map((fact) => element('span', { class: 'muted' }, [fact])),
    ]),
    run.errorMessage === null ? null : notice('error', run.errorMessage, []),
    isLive(run)
      ? element('div', { class: 'progress' }, [
          progressBar(ended / Math.max(1, totalTests), l10n.t('Progress')),
          element('p', {}, [l10n.t('{0} of {1} tests ended', ended, totalTests)]),
          ...running.map((testId) =>
            element('p', { class: 'muted running' }, [icon('loading'), testId]),
          ),
        ])
      : null,
  ]);
}

function compareWith(run: TestRun, others: readonly TestRun[], language: string, send: Send): Node {
  if (isLive(run) || others.length === 0) return element('span');
  const when = (iso: string): string =>
    new Date(iso).toLocaleString(language, { dateStyle: 'short', timeStyle: 'short' });
  // The run before it is what a person wants most.
  const before = others.find(({ id }) => id < run.id) ?? others[0];
  let to = before?.id ?? 0;
  return element('div', { class: 'filters' }, [
    choice({
      ...{ id: 'compare-with', label: l10n.t('Compare with'), chosen: String(to) },
      options: others.map((other) => [
        String(other.id),
        `${l10n.t('Run {0}', other.id)}: ${countsText(other)}, ${when(other.createdAt)}`,
      ]),
      onChange: (value) => (to = Number(value)),
    }),
    button({
      ...{ id: 'compare', label: l10n.t('Compare'), icon: 'diff' },
      onPress: () => send({ type: 'compare', runId: run.id, to }),
    }),
  ]);
}

function resultList({ run, results }: ShownRun, language: string, send: Send): Node {
  const rank = ({ status, hollow }: TestResult): number =>
    status !== 'passed' ? 0 : hollow !== null ? 1 : 2;
  const sorted = [...results].sort((one, other) => rank(one) - rank(other));
  const shown = sorted.slice(0, mostRows);
  const ended = run.passedTests + run.failedTests;
  const none =
    !isLive(run) && ended > 0
      ? l10n.t('The results of this run are no longer kept, only its counts.')
      : noneText(run);
  const columns = [
    ...[l10n.t('State'), l10n.t('Test'), l10n.t('What happened'), l10n.t('Duration')],
  ];
  return element('div', {}, [
    element('h2', {}, [icon('beaker'), l10n.t('Results'), badge(String(results.length))]),
    results.length === 0
      ? element('p', { class: 'muted' }, [none])
      : table(
          l10n.t('Results'),
          columns,
          shown.map((result) => resultRow(result, language, send)),
        ),
    sorted.length > shown.length
      ? element('p', { class: 'muted' }, [
          l10n.t('{0} more passed; a saved report has them all.', sorted.length - shown.length),
        ])
      : null,
  ]);
}

function resultRow(result: TestResult, language: string, send: Send): Child[] {
  const { id, status, hollow, name, file, message, pageFile, pageLine } = result;
  const line = result.failureLine ?? result.line;
  const text = hollow === null ? testStatusText(status) : l10n.t('hollow');
  return [
    statusCell(hollow === null ? status : 'hollow', text),
    element('div', { class: 'test' }, [
      link(`result-${id}`, name, () => send({ type: 'place', file, line })),
      element('div', { class: 'path muted' }, [line === null ? file : `${file}:${line}`]),
    ]),
    element('div', { class: 'message' }, [
      hollow ?? message,
      pageFile === null
        ? null
        : element('div', {}, [
            link(`page-${id}`, `${pageFile}:${pageLine ?? 1}`, () =>
              send({ type: 'place', file: pageFile, line: pageLine }),
            ),
          ]),
    ]),
    duration(result.durationMs, language),
  ];
}
