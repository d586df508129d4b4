import assert from 'node:assert/strict';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import type { ComparedTest, TestRunComparison } from '../../../src/protocol/testHistory.js';
import type { TestRun } from '../../../src/protocol/testRuns.js';
import { openBrowser } from '../../service/running/runApp.js';

const webviews = path.join(import.meta.dirname, '../../../webviews');

/** A blank page that can show comparisons. */
async function comparingPage(t: TestContext): Promise<Page> {
  const contents = `export { comparisonParts } from './tests/comparison';
    export { show } from './shared/dom';`;
  const { outputFiles } = await build({
    ...{ stdin: { contents, resolveDir: webviews, loader: 'ts' }, bundle: true, write: false },
    ...{ format: 'iife', globalName: 'tried' },
  });
  const page = await (await openBrowser(t)).newPage();
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
  return page;
}

/** The tables of a comparison by their names: columns first, then the rows. */
function tablesOf(page: Page, compared: TestRunComparison): Promise<Record<string, string[][]>> {
  const program = `(() => {
    tried.show(document.body, tried.comparisonParts(${JSON.stringify(compared)}, 'en', () => {}));
    const cells = (row) => [...row.children].map((cell) => cell.textContent);
    return Object.fromEntries(
      [...document.querySelectorAll('table')].map((table) => [
        table.getAttribute('aria-label'),
        [...table.querySelectorAll('tr')].map(cells),
      ]),
    );
  })()`;
  return page.evaluate<Record<string, string[][]>>(program);
}

const runOf = (id: number): TestRun => ({
  ...{ id, projectId: 1, jobId: id, status: 'completed', trigger: 'api' },
  ...{ totalTests: 1, passedTests: 1, failedTests: 0, hollowTests: 0, version: 1 },
  ...{ startedAt: null, completedAt: null, durationMs: 1, errorMessage: null, gitCommit: null },
  ...{ gitBranch: null, codeHash: null, frameworkVersion: null, pythonVersion: null },
  createdAt: '2026-01-02T03:04:05.678Z',
});

const compared = (
  name: string,
  [before, beforeMs]: readonly [ComparedTest['before'], number | null],
  [after, afterMs]: readonly [ComparedTest['after'], number | null],
  message = '',
): ComparedTest => ({
  ...{ testId: `a::${name}`, suite: 'a', file: 'a', line: 1, name },
  ...{ before, after, beforeMs, afterMs, message },
});

test('each list of a comparison has the columns that say something of its tests', async (t) => {
  const page = await comparingPage(t);
  const runs = { before: runOf(1), after: runOf(2), same: 3 };
  const tables = await tablesOf(page, {
    ...runs,
    newlyFailed: [compared('breaks', ['passed', 5], ['failed', 6], 'no such words')],
    mended: [compared('heals', ['error', 60_000], ['passed', 5])],
    stillFailing: [compared('ails', ['failed', 5], ['error', 7], 'it took too long')],
    slower: [
      compared('crawls', ['passed', 12], ['passed', 95.2]),
      compared('was nothing', ['passed', 0], ['passed', 1_500]),
    ],
    added: [compared('comes', [null, null], ['failed', 5], 'it is new')],
    gone: [compared('leaves', ['passed', 5], [null, null])],
  });
  delete tables['Both runs'];
  assert.deepEqual(tables, {
    'Newly failed': [
      ['Test', 'Before', 'After', 'Duration', 'What happened'],
      ['breaks (a)', 'passed', 'failed', '5 ms → 6 ms', 'no such words'],
    ],
    Mended: [
      ['Test', 'Before', 'After', 'Duration'],
      ['heals (a)', 'could not run', 'passed', '60 sec → 5 ms'],
    ],
    'Still failing': [
      ['Test', 'Before', 'After', 'Duration', 'What happened'],
      ['ails (a)', 'failed', 'could not run', '5 ms → 7 ms', 'it took too long'],
    ],
    Slower: [
      ['Test', 'Duration', 'Slower by'],
      ['crawls (a)', '12 ms → 95 ms', '83 ms (7.9 ×)'],
      ['was nothing (a)', '0 ms → 1.5 sec', '1.5 sec'],
    ],
    'Only in the later run': [
      ['Test', 'After', 'Duration', 'What happened'],
      ['comes (a)', 'failed', '5 ms', 'it is new'],
    ],
    'Only in the earlier run': [
      ['Test', 'Before', 'Duration'],
      ['leaves (a)', 'passed', '5 ms'],
    ],
  });
  const nothing = { newlyFailed: [], mended: [], stillFailing: [], slower: [], gone: [] };
  const added = [compared('holds', [null, null], ['passed', 5])];
  const { 'Only in the later run': passing } = await tablesOf(page, { ...runs, ...nothing, added });
  assert.deepEqual(passing, [
    ['Test', 'After', 'Duration'],
    ['holds (a)', 'passed', '5 ms'],
  ]);
});
