import type { TestResult } from '../../protocol/testResults.js';
import type { TestRunDetail } from '../../protocol/testRuns.js';
import { placeOfSuite } from './testWire.js';

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** What XML 1.0 has a way to write. */
const isWritable = (code: number): boolean =>
  [0x9, 0xa, 0xd].includes(code) ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  code >= 0x10000;
const writable = (value: string): string =>
  Array.from(value, (sign) => (isWritable(sign.codePointAt(0) ?? 0) ? sign : '\ufffd')).join('');
const text = (value: string): string =>
  writable(value).replace(/[&<>]/g, (sign) => named[sign] ?? sign);
const attribute = (value: string): string =>
  writable(value).replace(/[&<>"\n\r\t]/g, (sign) => named[sign] ?? sign);
const seconds = (ms: number): string => (ms / 1_000).toFixed(3);

function placeOf({ file, line, failureLine, step, pageFile, pageLine }: TestResult): string {
  const at = failureLine ?? line;
  const page = pageFile === null ? '' : `\npage: ${pageFile}${pageLine ? `:${pageLine}` : ''}`;
  return `${file}${at === null ? '' : `:${at}`}${step === null ? '' : `  ${step}`}${page}`;
}

function testCase(result: TestResult): string[] {
  const { name, suite, file, line, durationMs, status, message, hollow, output } = result;
  const place = line === null ? '' : ` line="${line}"`;
  const opening = `    <testcase name="${attribute(name)}" classname="${attribute(suite)}" file="${attribute(file)}"${place} time="${seconds(durationMs)}">`;
  const kind = status === 'failed' ? 'failure' : 'error';
  return [
    opening,
    ...(hollow === null
      ? []
      : [`      <properties><property name="hollow" value="${attribute(hollow)}"/></properties>`]),
    ...(status === 'passed'
      ? []
      : [
          `      <${kind} message="${attribute(message)}">${text(`${message}\n${placeOf(result)}`)}</${kind}>`,
        ]),
    ...(output === '' ? [] : [`      <system-out>${text(output)}</system-out>`]),
    '    </testcase>',
  ];
}

/** A run as JUnit XML, one suite for each file or framework suite, as build servers read it. */
export function junitReport(detail: TestRunDetail): string {
  const { test_run: run, suite_results: suites, individual_test_results: results } = detail;
  const count = (of: readonly TestResult[], status: string): number =>
    of.filter((result) => result.status === status).length;
  const counts = (of: readonly TestResult[]): string =>
    `tests="${of.length}" failures="${count(of, 'failed')}" errors="${count(of, 'error')}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="quantum" ${counts(results)} time="${seconds(run.durationMs ?? 0)}">`,
    ...suites.flatMap(({ suite, file, durationMs }) => {
      const own = results.filter(
        (result) => result.suite === suite && placeOfSuite(result) === file,
      );
      const name = `name="${attribute(suite)}" file="${attribute(file)}"`;
      return [
        `  <testsuite ${name} ${counts(own)} time="${seconds(durationMs)}">`,
        ...own.flatMap(testCase),
        '  </testsuite>',
      ];
    }),
    '</testsuites>',
    '',
  ].join('\n');
}
