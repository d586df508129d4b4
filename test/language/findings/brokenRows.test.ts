import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { codeInfo } from '../../../src/language/findings/codes.js';
import { checkedPages, type Files } from '../project/projectFixture.js';

/**
 * Broken pages by what is wrong with them: the body of a page, and what is to be found in it, `E code` for an error,
 * `W code` for a warning, `H code` for a hint. Each kind was tried on quantum-framework 1.0.1, which refuses a third
 * of them, fails on another while it runs, and says nothing of the rest.
 */
type Broken = readonly [body: string, ...found: string[]];
const rows = JSON.parse(
  readFileSync(path.join(__dirname, 'brokenRows.json'), 'utf8'),
) as readonly (readonly Broken[])[];

/** The project the broken pages stand in. */
const project: Files = {
  'quantum.config.yaml':
    'datasources:\n  db:\n    driver: sqlite\n    database: a.db\n    history: false\nservices: [shop]\n',
  'migrations/V001_a.sql':
    'CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL, mail TEXT);\nCREATE TABLE tags (id INTEGER PRIMARY KEY, label TEXT);',
  'shop.py': '@service("shop.prices")\ndef prices(): pass\n',
  'content/prices.csv': 'a\n1',
  'static/a.js': '',
  'static/a.png': '',
  'components/index.q': '<p/>',
  'components/orders.q': '<p/>',
  'components/Card.q': '<q:param name="title" required="true"/><q:param name="size"/><q:slot/>',
  'components/parts/Badge.q': '<p/>',
};

/** What is found in a page with that body, or in one that is written out. */
function foundIn(body: string): string[] {
  const text = /^<q:(?:component|application)/.test(body)
    ? body
    : `<q:component name="p">${body}</q:component>`;
  const page = checkedPages({ ...project, 'components/p.q': text }).find(
    ({ path }) => path === 'components/p.q',
  );
  assert.ok(page);
  return page.findings.map(({ code }) => `${codeInfo(code).severity[0]?.toUpperCase()} ${code}`);
}

describe('what the framework refuses, fails on, or swallows', () => {
  for (const [row, broken] of rows.entries()) {
    for (const [body, ...expected] of broken)
      it(`${row + 1}: ${expected.join(', ')} in ${body}`, () =>
        assert.deepEqual(foundIn(body), expected));
  }

  it('none of it is without a finding', () => {
    assert.equal(rows.length, 110);
    for (const [at, broken] of rows.entries()) {
      assert.ok(broken.length > 0, `row ${at + 1}`);
      for (const [body, ...expected] of broken) assert.ok(expected.length > 0, body);
    }
  });
});
