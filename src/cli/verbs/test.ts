import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dataOf } from '../../client/problemError.js';
import type { RunTests } from '../../protocol/testRuns.js';
import { atMost, countOption } from '../arguments.js';
import { createOutput } from '../output.js';
import { followRun } from '../tests/followRun.js';
import { testDocument, testLines } from '../tests/testReport.js';
import { exitCodes, UsageError, type OptionValues, type Verb } from '../verb.js';

function requestOf(values: OptionValues): RunTests {
  const { file, suite, test: name } = values;
  const repeat = countOption('repeat', values['repeat']);
  const limit = countOption('time-limit', values['time-limit']);
  const workers = countOption('workers', values['workers']);
  return {
    trigger: 'cli',
    ...(typeof suite === 'string' ? { suite } : {}),
    ...(typeof file === 'string' ? { files: [file] } : {}),
    ...(typeof name === 'string' ? { tests: [name] } : {}),
    ...(values['stop-on-fail'] === true ? { stop_on_fail: true } : {}),
    ...(values['failed'] === true ? { failed: true } : {}),
    ...(values['verbose'] === true ? { verbose: true } : {}),
    ...(workers === undefined ? {} : { workers }),
    ...(repeat === undefined ? {} : { repeat }),
    ...(limit === undefined ? {} : { time_limit_seconds: limit }),
  };
}

export const test: Verb = {
  name: 'test',
  args: '[DIR]',
  summary:
    'Run the tests of an application (*.test.q) or a checkout (test_runner.py), keep their results',
  options: {
    suite: { type: 'string' },
    file: { type: 'string' },
    test: { type: 'string' },
    repeat: { type: 'string' },
    'time-limit': { type: 'string' },
    workers: { type: 'string' },
    failed: { type: 'boolean' },
    'stop-on-fail': { type: 'boolean' },
    verbose: { type: 'boolean' },
    junit: { type: 'boolean' },
    html: { type: 'string' },
  },
  optionHelp: [
    '--suite NAME       only the tests of this framework suite or test file',
    '--file FILE        only the tests of this file or folder, relative to DIR',
    '--test FILE::NAME  only this test',
    '--failed           only tests whose newest result is no pass',
    '--workers N        so many tests at once; 2 unless said otherwise',
    '--repeat N         so many times each, to find those that pass only sometimes',
    '--stop-on-fail     leave out the rest after the first that does not pass',
    '--verbose          what each test printed and logged, below it',
    '--time-limit N     seconds after which a test is ended (default: 60)',
    '--junit            JUnit XML on stdout, for build servers',
    '--html FILE        also a page for people, into FILE',
  ],
  async run({ service, positionals, values, output, signal }) {
    atMost(positionals, 1);
    const asksJunit = values['junit'] === true;
    if (asksJunit && output.json) throw new UsageError('Either --json or --junit, not both.');
    const request = requestOf(values);
    const { api, endpoint } = await service();
    const rootPath = path.resolve(positionals[0] ?? '.');
    const project = await dataOf(api.POST('/api/projects/open', { body: { rootPath } }));
    const { detail, at } = await followRun({
      api,
      endpoint,
      projectId: project.id,
      request,
      signal,
    });
    if (asksJunit) {
      const xml = api.GET('/api/projects/{id}/tests/runs/{runId}/junit', {
        params: { path: at },
        parseAs: 'text',
      });
      createOutput(false).result(null, [(await dataOf(xml)).trimEnd()]);
    } else {
      output.result(testDocument(detail), testLines(detail, values['verbose'] === true));
    }
    const page = values['html'];
    if (typeof page === 'string') {
      const html = api.GET('/api/projects/{id}/tests/runs/{runId}/html', {
        params: { path: at },
        parseAs: 'text',
      });
      await writeFile(page, await dataOf(html));
      output.message(`The report is in ${page}.`);
    }
    const { status, errorMessage } = detail.test_run;
    if (status === 'completed') return exitCodes.ok;
    if (status === 'failed') return exitCodes.failed;
    output.message(errorMessage ?? `The run was ${status}.`);
    // Nobody may take a run that did not run for one whose tests failed.
    return exitCodes.usage;
  },
};
