import type { TestResult } from '../../protocol/testResults.js';
import type { TestRunDetail } from '../../protocol/testRuns.js';
import { kindOf } from '../../protocol/tests.js';

/** What `--json` prints. */
export function testDocument(detail: TestRunDetail): object {
  const { test_run: run, individual_test_results: results } = detail;
  return {
    total: results.length,
    passed: run.passedTests,
    failed: run.failedTests,
    hollow: run.hollowTests,
    tests: results.map(({ testId: id, suite, file, line, name, status, durationMs, ...rest }) => {
      const { message, failureLine, step, pageFile, pageLine, hollow, repetition } = rest;
      return {
        ...{ id, suite, file, line, name, status, durationMs, message },
        ...{ failureLine, step, pageFile, pageLine, hollow, repetition },
      };
    }),
  };
}

function verdictLines(result: TestResult): string[] {
  const { status, name, durationMs, message, file, line, failureLine, step, hollow } = result;
  const mark = { passed: 'PASS ', failed: 'FAIL ', error: 'ERROR' }[status];
  const head = `  ${mark}  ${name}  (${Math.round(durationMs)} ms)`;
  if (status === 'passed') return hollow === null ? [head] : [head, `         hollow: ${hollow}`];
  const at = failureLine ?? line;
  const page =
    result.pageFile === null ? [] : [`         page: ${result.pageFile}:${result.pageLine ?? '?'}`];
  return [
    head,
    `         ${file}${at === null ? '' : `:${at}`}${step === null ? '' : `  ${step}`}`,
    ...message.split('\n').map((part) => `         ${part}`),
    ...page,
  ];
}

function linesOf(result: TestResult, verbose: boolean): string[] {
  const output = verbose && result.output !== '' ? result.output.trimEnd().split('\n') : [];
  return [...verdictLines(result), ...output.map((line) => `       | ${line}`)];
}

/** What a person reads: each file or framework suite with its tests, then the counts. */
export function testLines(detail: TestRunDetail, verbose = false): string[] {
  const { test_run: run, suite_results: suites, individual_test_results: results } = detail;
  if (results.length === 0) return [];
  const { passedTests, failedTests, hollowTests } = run;
  const hollow = hollowTests === 0 ? '' : ` (${hollowTests} hollow)`;
  return [
    ...suites.flatMap(({ file, suite }) => {
      const isFile = kindOf(file) === 'application';
      const own = results.filter((result) =>
        isFile
          ? result.file === file
          : kindOf(result.file) !== 'application' && result.suite === suite,
      );
      return [isFile ? file : suite, ...own.flatMap((result) => linesOf(result, verbose))];
    }),
    `${passedTests} passed${hollow}, ${failedTests} failed`,
  ];
}
