import * as l10n from '@vscode/l10n';
import type { ComparedTest, TestRunComparison } from '../../src/protocol/testHistory.js';
import type { FromTestsPage } from '../../src/protocol/testPanel.js';
import type { TestRun } from '../../src/protocol/testRuns.js';
import { element, type Part } from '../shared/dom.js';
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

interface List {
  readonly id: string;
  readonly title: string;
  readonly icon: string;
  readonly empty: string;
  readonly tests: readonly ComparedTest[];
}

function listsOf(compared: TestRunComparison): List[] {
  const nothing = l10n.t('None.');
  return [
    {
      ...{ id: 'newly-failed', title: l10n.t('Newly failed'), icon: 'error', empty: nothing },
      tests: compared.newlyFailed,
    },
    {
      ...{ id: 'mended', title: l10n.t('Mended'), icon: 'pass', empty: nothing },
      tests: compared.mended,
    },
    {
      ...{ id: 'still', title: l10n.t('Still failing'), icon: 'warning', empty: nothing },
      tests: compared.stillFailing,
    },
    {
      ...{ id: 'slower', title: l10n.t('Slower'), icon: 'watch', empty: nothing },
      tests: compared.slower,
    },
    {
      ...{ id: 'added', title: l10n.t('Only in the later run'), icon: 'diff-added' },
      ...{ empty: nothing, tests: compared.added },
    },
    {
      ...{ id: 'gone-tests', title: l10n.t('Only in the earlier run'), icon: 'diff-removed' },
      ...{ empty: nothing, tests: compared.gone },
    },
  ];
}

/** Two runs, and what became of each test between them. */
export function comparisonParts(compared: TestRunComparison, language: string, send: Send): Part[] {
  const { before, after } = compared;
  return [
    { id: 'comparison', data: [before, after], draw: () => header(compared, language, send) },
    ...listsOf(compared).map((list): Part => {
      const { id, title, icon, empty, tests } = list;
      const columns = [
        ...[l10n.t('Test'), l10n.t('Before'), l10n.t('After'), l10n.t('Duration')],
        l10n.t('What happened'),
      ];
      return {
        ...{ id, data: tests },
        draw: () =>
          section({
            ...{ title, icon, empty, columns },
            rows: tests.map((test, index) => [
              element('div', { class: 'test' }, [
                link(`${id}-${index}`, `${test.name} (${test.file})`, () =>
                  send({ type: 'place', file: test.file, line: test.line }),
                ),
              ]),
              ...[testStatusText(test.before), testStatusText(test.after)],
              times(test, language),
              element('div', { class: 'message' }, [test.message]),
            ]),
          }),
      };
    }),
  ];
}

function times({ beforeMs, afterMs }: ComparedTest, language: string): string {
  return [beforeMs, afterMs].map((ms) => duration(ms, language) || '–').join(' → ');
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
