import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { codeInfo, codes, type FindingCode } from '../../../src/language/findings/codes.js';
import { projectCodes } from '../../../src/language/findings/rules/project/projectCodes.js';
import { scopeCodes } from '../../../src/language/findings/rules/scopeCodes.js';
import type { Dialect } from '../../../src/language/syntax/document.js';
import { judgePages } from '../../support/pageJudge.js';
import { findingsOf } from './findingsOf.js';

const folder = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../../../docs/diagnostics',
);

interface Example {
  readonly text: string;
  readonly dialect: Dialect;
}

/** `q` is a whole file, `xml` what stands in a component, `test` a test file. */
const fence = /^```(q|xml|test)\n([\s\S]*?)^```$/gm;

function examplesOf(page: string): Example[] {
  return [...page.matchAll(fence)].map(([, kind, body = '']) => ({
    text: kind === 'xml' ? `<q:component name="Page">\n${body}</q:component>\n` : body,
    dialect: kind === 'test' ? 'test' : 'page',
  }));
}

// What depends on names and on the project around a page cannot be shown by a page alone.
const ours = Object.keys(codes).filter(
  (code) => !(code in scopeCodes) && !(code in projectCodes),
) as FindingCode[];
const known = new Set<string>(Object.keys(codes));
const pages = readdirSync(folder)
  // Of configuration files, and of files that cannot be read at all: those have codes of their own.
  .filter((name) => !/^(?:config|file)-/.test(name))
  .map((name) => name.replace(/\.md$/, ''));

test('every finding has its page, and every page its finding', () => {
  assert.deepEqual(
    ours.filter((code) => !pages.includes(code)),
    [],
  );
  assert.deepEqual(
    pages.filter((code) => !known.has(code)),
    [],
  );
});

const examples = ours.map((code) => {
  const page = readFileSync(path.join(folder, `${code}.md`), 'utf8');
  const [wrong, right] = examplesOf(page);
  return { code, page, wrong, right };
});

for (const { code, page, wrong, right } of examples) {
  test(`the page of ${code} says what the code says, and its examples are what it is about`, () => {
    const { severity, summary } = codeInfo(code);
    assert.ok(page.startsWith(`# ${code}\n`));
    assert.ok(page.toLowerCase().includes(`*${severity}.*`), severity);
    assert.ok(page.includes(summary), summary);
    assert.ok(wrong && right, 'a wrong and a right example');
    const found = findingsOf(wrong.text, wrong.dialect).map((finding) => finding.code);
    assert.ok(found.includes(code), `found ${found.join(' ')}`);
    const left = findingsOf(right.text, right.dialect)
      .map((finding) => finding.code)
      .filter((one) => one === code || codeInfo(one).severity === 'error');
    assert.deepEqual(left, []);
  });
}

test('the framework refuses the examples of exactly those codes that say so', async () => {
  const files = examples.flatMap(({ code, wrong, right }) => [
    { code, isWrong: true, text: wrong!.text, dialect: wrong!.dialect },
    { code, isWrong: false, text: right!.text, dialect: right!.dialect },
  ]);
  const verdicts = await judgePages(files);
  const differing = files.filter(({ code, isWrong }, index) => {
    const isRefused = verdicts[index] !== null;
    return isRefused !== (isWrong && codeInfo(code).consequence === 'parse');
  });
  assert.deepEqual(
    differing.map(({ code, isWrong }) => `${code} ${isWrong ? 'wrong' : 'right'}`),
    [],
  );
});
