import type { TestResult } from '../../protocol/testResults.js';
import type { SuiteResult, TestRunDetail } from '../../protocol/testRuns.js';
import { placeOfSuite } from './testWire.js';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const text = (value: string | number): string =>
  String(value).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

const style = `
:root { color-scheme: light dark; --line: #8886; --good: #1a7f37; --bad: #cf222e; --faint: #59636e; }
@media (prefers-color-scheme: dark) { :root { --good: #3fb950; --bad: #ff7b72; --faint: #9198a1; } }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; }
.passed { color: var(--good); } .failed, .error { color: var(--bad); font-weight: 600; }
.faint { color: var(--faint); }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: .35rem 0; font-size: 13px; }
section { margin-top: 2rem; }
`;

const milliseconds = (ms: number): string => `${Math.round(ms)} ms`;

function placeOf({ file, line, failureLine }: TestResult): string {
  const at = failureLine ?? line;
  return at === null ? file : `${file}:${at}`;
}

function detailsOf(result: TestResult): string {
  const { status, message, step, pageFile, pageLine, hollow, output } = result;
  const page =
    pageFile === null ? '' : `page: ${pageFile}${pageLine === null ? '' : `:${pageLine}`}`;
  const failure = [placeOf(result), step ?? '', message, page].filter((part) => part !== '');
  return [
    status === 'passed' ? '' : `<pre>${text(failure.join('\n'))}</pre>`,
    hollow === null ? '' : `<p class="faint">Hollow: ${text(hollow)}</p>`,
    output === '' ? '' : `<details><summary>Output</summary><pre>${text(output)}</pre></details>`,
  ].join('');
}

function rowOf(result: TestResult): string {
  const { name, status, durationMs, repetition, hollow } = result;
  const again = repetition === 1 ? '' : ` <span class="faint">(time ${repetition})</span>`;
  const state = hollow === null ? status : `${status}, hollow`;
  return `<tr>
<th scope="row">${text(name)}${again}${detailsOf(result)}</th>
<td class="${status}">${state}</td>
<td class="number">${milliseconds(durationMs)}</td>
</tr>`;
}

function sectionOf(suite: SuiteResult, results: readonly TestResult[], index: number): string {
  const own = results.filter(
    (result) => result.suite === suite.suite && placeOfSuite(result) === suite.file,
  );
  return `<section aria-labelledby="suite-${index}">
<h2 id="suite-${index}">${text(suite.suite)} <small class="faint">${text(suite.file)}</small></h2>
<table>
<thead><tr><th scope="col">Test</th><th scope="col">Result</th><th scope="col" class="number">Time</th></tr></thead>
<tbody>
${own.map(rowOf).join('\n')}
</tbody>
</table>
</section>`;
}

function summaryRow(
  { suite, total, passed, failed, hollow, durationMs }: SuiteResult,
  index: number,
) {
  const numbers = [total, passed, failed, hollow, milliseconds(durationMs)];
  const state = failed === 0 ? 'passed' : 'failed';
  return `<tr><th scope="row"><a href="#suite-${index}">${text(suite)}</a></th><td class="${state}">${state}</td>${numbers
    .map((value) => `<td class="number">${value}</td>`)
    .join('')}</tr>`;
}

/** A run as one page of HTML that needs nothing else, runs no script and loads nothing. */
export function htmlReport(detail: TestRunDetail, project: string): string {
  const { test_run: run, suite_results: suites, individual_test_results: results } = detail;
  const title = `Tests of ${project}: run ${run.id}`;
  const facts = [
    run.startedAt === null ? null : `Started ${run.startedAt}`,
    run.durationMs === null ? null : `took ${milliseconds(run.durationMs)}`,
    run.gitCommit === null ? null : `commit ${run.gitCommit}`,
    run.frameworkVersion === null ? null : `quantum-framework ${run.frameworkVersion}`,
    run.pythonVersion === null ? null : `Python ${run.pythonVersion}`,
  ].filter((fact) => fact !== null);
  const columns = ['Total', 'Passed', 'Failed', 'Hollow', 'Time'];
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${text(title)}</h1>
<p><strong class="${run.status === 'completed' ? 'passed' : 'failed'}">${text(run.status)}</strong>: ${run.passedTests} passed, ${run.failedTests} failed, ${run.hollowTests} hollow</p>
<p class="faint">${text(facts.join(', '))}</p>
${run.errorMessage === null ? '' : `<pre class="error">${text(run.errorMessage)}</pre>`}
<table>
<caption class="faint">Suites in the order they ran</caption>
<thead><tr><th scope="col">Suite</th><th scope="col">Result</th>${columns
    .map((name) => `<th scope="col" class="number">${name}</th>`)
    .join('')}</tr></thead>
<tbody>
${suites.map(summaryRow).join('\n')}
</tbody>
</table>
${suites.map((suite, index) => sectionOf(suite, results, index)).join('\n')}
</main>
</body>
</html>
`;
}
