import * as l10n from '@vscode/l10n';
import type { ComparedTest, TestRunComparison } from '../../src/protocol/testHistory.js';
import type { FromTestsPage } from '../../src/protocol/testPanel.js';
import type { TestRun } from '../../src/protocol/testRuns.js';
import { element, type Child, type Part } from '../shared/dom.js';
import { moment } from '../shared/moment.js';
import { section } from '../shared/section.js';
import { link } from '../shared/ui.js';
import { table } from './table.js';
import {
  codeText,
  countsText,
  duration,
  runStatusText,
  statusCell,
  testStatusText,
} from './words.js';

type Send = (message: FromTestsPage) => void;

/** What a list says of each of its tests. */
interface Column {
  readonly title: string;
  readonly cell: (test: ComparedTest) => Child;
}

interface List {
  readonly id: string;
  readonly title: string;
  readonly icon: string;
  readonly tests: readonly ComparedTest[];
  readonly columns: readonly Column[];
}

/** Each list has the columns that say something of its tests: what passed has no message, what is new no before. */
function listsOf(compared: TestRunComparison, language: string): List[] {
  const before: Column = { title: l10n.t('Before'), cell: (test) => testStatusText(test.before) };
  const after: Column = { title: l10n.t('After'), cell: (test) => testStatusText(test.after) };
  const time: Column = { title: l10n.t('Duration'), cell: (test) => times(test, language) };
  const message: Column = {
    title: l10n.t('What happened'),
    cell: (test) => element('div', { class: 'message' }, [test.message]),
  };
  const more: Column = { title: l10n.t('Slower by'), cell: (test) => slowerBy(test, language) };
  const told = compared.added.some((test) => test.message !== '') ? [message] : [];
  const [earlier, later] = [l10n.t('Only in the earlier run'), l10n.t('Only in the later run')];
  return [
    {
      ...{ id: 'newly-failed', title: l10n.t('Newly failed'), icon: 'error' },
      ...{ tests: compared.newlyFailed, columns: [before, after, time, message] },
    },
    {
      ...{ id: 'mended', title: l10n.t('Mended'), icon: 'pass' },
      ...{ tests: compared.mended, columns: [before, after, time] },
    },
    {
      ...{ id: 'still', title: l10n.t('Still failing'), icon: 'warning' },
      ...{ tests: compared.stillFailing, columns: [before, after, time, message] },
    },
    {
      ...{ id: 'slower', title: l10n.t('Slower'), icon: 'watch' },
      ...{ tests: compared.slower, columns: [time, more] },
    },
    {
      ...{ id: 'added', title: later, icon: 'diff-added' },
      ...{ tests: compared.added, columns: [after, time, ...told] },
    },
    {
      ...{ id: 'gone-tests', title: earlier, icon: 'diff-removed' },
      ...{ tests: compared.gone, columns: [before, time] },
    },
  ];
}

/** Two runs, and what became of each test between them. */
export function comparisonParts(compared: TestRunComparison, language: string, send: Send): Part[] {
  const { before, after } = compared;
  const placeOf = (test: ComparedTest, id: string): Node =>
    element('div', { class: 'test' }, [
      link(id, `${test.name} (${test.file})`, () =>
        send({ type: 'place', file: test.file, line: test.line }),
      ),
    ]);
  return [
    { id: 'comparison', data: [before, after], draw: () => header(compared, language, send) },
    ...listsOf(compared, language).map(({ id, title, icon, tests, columns }): Part => ({
      ...{ id, data: tests },
      draw: () =>
        section({
          ...{ title, icon, empty: l10n.t('None.') },
          columns: [l10n.t('Test'), ...columns.map((column) => column.title)],
          rows: tests.map((test, index) => [
            placeOf(test, `${id}-${index}`),
            ...columns.map(({ cell }) => cell(test)),
          ]),
        }),
    })),
  ];
}

/** Of a test that ran in both runs both times, else the one there is. */
function times({ beforeMs, afterMs }: ComparedTest, language: string): string {
  return [beforeMs, afterMs]
    .filter((ms) => ms !== null)
    .map((ms) => duration(ms, language))
    .join(' → ');
}

/** `83 ms (7.9 ×)` */
function slowerBy({ beforeMs, afterMs }: ComparedTest, language: string): string {
  const [before, after] = [beforeMs ?? 0, afterMs ?? 0];
  const more = duration(after - before, language);
  if (before === 0) return more;
  const format = new Intl.NumberFormat(language, { maximumSignificantDigits: 2 });
  return `${more} (${format.format(after / before)} ×)`;
}

function header(compared: TestRunComparison, language: string, send: Send): Node {
  const { before, after, same } = compared;
  const row = (word: string, run: TestRun): Node[] => [
    document.createTextNode(word),
    link(`run-${run.id}`, l10n.t('Run {0}', run.id), () => send({ type: 'open', runId: run.id })),
    statusCell(run.status, runStatusText(run.status)),
    document.createTextNode(countsText(run)),
    document.createTextNode(codeText(run)),
    moment(run.startedAt ?? run.createdAt, language),
  ];
  const columns = [
    ...[l10n.t('Which'), l10n.t('Run'), l10n.t('State'), l10n.t('Tests'), l10n.t('Code')],
    l10n.t('When'),
  ];
  return element('div', {}, [
    link('overview', l10n.t('All runs'), () => send({ type: 'overview' })),
    element('h1', {}, [l10n.t('Run {0} and run {1}', before.id, after.id)]),
    table(l10n.t('Both runs'), columns, [
      row(l10n.t('Before'), before),
      row(l10n.t('After'), after),
    ]),
    element('p', { class: 'muted' }, [l10n.t('{0} tests are as they were.', same)]),
  ]);
}
