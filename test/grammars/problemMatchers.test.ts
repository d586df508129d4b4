import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { Application } from '../sample/application.js';
import { cleanUp } from '../support/cleanup.js';

interface Pattern {
  readonly regexp: string;
  readonly file: number;
  readonly line: number;
  readonly column?: number;
  readonly severity?: number;
  readonly code?: number;
  readonly message: number;
}

let patterns: ReadonlyMap<string, Pattern>;
before(async () => {
  const { contributes } = JSON.parse(await readFile('package.json', 'utf8')) as {
    contributes: { problemMatchers: { name: string; pattern: Pattern }[] };
  };
  patterns = new Map(contributes.problemMatchers.map(({ name, pattern }) => [name, pattern]));
});

/** What the matcher reads off one line, or nothing. */
function read(name: string, line: string): Record<string, string> | undefined {
  const pattern = patterns.get(name);
  assert.ok(pattern, name);
  const match = new RegExp(pattern.regexp).exec(line);
  if (!match) return undefined;
  const { file, line: row, column, severity, code, message } = pattern;
  const parts = { file, line: row, column, severity, code, message };
  return Object.fromEntries(
    Object.entries(parts).flatMap(([part, group]) =>
      group === undefined ? [] : [[part, match[group] ?? '']],
    ),
  );
}

describe('$quantum-check', () => {
  it('reads place, severity, code and sentence of a finding', () => {
    const line =
      'components/index.q:4:12: error unknown-tag: <q:sett> is not a tag. Did you mean <q:set>?';
    assert.deepEqual(read('quantum-check', line), {
      file: 'components/index.q',
      line: '4',
      column: '12',
      severity: 'error',
      code: 'unknown-tag',
      message: '<q:sett> is not a tag. Did you mean <q:set>?',
    });
  });

  it('reads every severity, files of Windows, names with spaces, and sentences with colons', () => {
    for (const severity of ['error', 'warning', 'information', 'hint'])
      assert.equal(read('quantum-check', `a.q:1:1: ${severity} a-b: x`)?.['severity'], severity);
    const windows = read(
      'quantum-check',
      String.raw`C:\my app\[id].q:10:2: warning dead-link: a: b:1:2`,
    );
    assert.equal(windows?.['file'], String.raw`C:\my app\[id].q`);
    assert.equal(windows['message'], 'a: b:1:2');
  });

  it('passes over everything else', () => {
    for (const line of ['2 errors, 1 warning in 12 files', 'a.q:1: error x', 'a.q:1:1: fatal x: y'])
      assert.equal(read('quantum-check', line), undefined, line);
  });
});

describe('$quantum-framework-check', () => {
  it('reads what `quantum check` of the framework says', async (t) => {
    const project = await Application.copyOf(path.resolve('media/templates/blank'));
    cleanUp(t, () => project.remove());
    const page = '<q:component name="A">\n  <p>one</p>\n  <q:lop />\n</q:component>\n';
    await writeFile(path.join(project.root, 'components', 'broken page.q'), page);
    const { code, output } = await project.quantum('check');
    assert.equal(code, 1);
    const found = output
      .split('\n')
      .map((line) => read('quantum-framework-check', line))
      .filter((one) => one !== undefined);
    assert.equal(found.length, 1, output);
    const [problem] = found;
    assert.equal(problem?.['file']?.replaceAll('\\', '/'), 'components/broken page.q');
    assert.equal(problem['line'], '3');
    assert.match(problem['message'] ?? '', /<q:lop> is not a Quantum tag/);
  });

  it('passes over summaries, notes and problems without a line', () => {
    for (const line of [
      'OK — 12 file(s)',
      '[NOTE] no database: a.q: 3',
      'components/a.q:?: x',
      '  at a.q:3: x',
    ])
      assert.equal(read('quantum-framework-check', line), undefined, line);
  });
});
