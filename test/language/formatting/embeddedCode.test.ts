import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CodeFormatter } from '../../../src/language/formatting/embeddedCode.js';
import { formatted } from './formatted.js';

const withSql = (text: string, sql: CodeFormatter): string =>
  formatted(text, { code: { css: null, js: null, sql } });

const query = '<q:query name="a">\n  select a <=> b, c\n</q:query>\n'.replaceAll('<=>', '&lt;=>');

/** A line a word. */
const byWords: CodeFormatter = (code) => code.trim().split(/\s+/).join('\n');

describe('a formatter of another language', () => {
  it('is believed where it moves white space alone', () => {
    assert.equal(
      withSql(query, byWords),
      '<q:query name="a">\n  select\n  a\n  &lt;=>\n  b,\n  c\n</q:query>\n',
    );
  });

  it('is not where it writes something, breaks a sign or a word, or joins two', () => {
    for (const liar of [
      (code: string) => `${code.trim().replace(/;$/, '')};`,
      (code: string) => code.toUpperCase(),
      (code: string) => code.replace('<=>', '<= >'),
      (code: string) => code.replace('select', 'sel ect'),
      (code: string) => code.replace('select a', 'selecta'),
    ]) {
      assert.equal(withSql(query, liar), query);
    }
  });

  it('is not where it would move the code again the next time, or cannot read it', () => {
    assert.equal(
      withSql(query, (code) => code.replace(' ', '  ')),
      query,
    );
    assert.equal(
      withSql(query, () => null),
      query,
    );
  });

  it('is asked for code of several lines, whose first one is indented then', () => {
    assert.equal(
      withSql('<q:query name="a">select b,\n       c</q:query>', byWords),
      '<q:query name="a">\n  select\n  b,\n  c\n</q:query>\n',
    );
    assert.equal(
      withSql('<q:query name="a">\nselect b,\n       c\n  </q:query>', byWords),
      '<q:query name="a">\n  select\n  b,\n  c\n</q:query>\n',
    );
  });

  it('makes what is around its code take several lines, at once', () => {
    assert.equal(
      formatted('<head><style>a{b:c} d{e:f}</style></head>', {
        code: { css: byWords, js: null, sql: null },
      }),
      '<head>\n  <style>\n    a{b:c}\n    d{e:f}\n  </style>\n</head>\n',
    );
  });
});
