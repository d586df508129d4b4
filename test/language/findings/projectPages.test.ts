import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { projectCodes } from '../../../src/language/findings/rules/project/projectCodes.js';
import { found, type Files } from '../project/projectFixture.js';

/** The project that the examples of the pages stand in. */
const project: Files = {
  'quantum.config.yaml':
    'datasources:\n  db:\n    driver: sqlite\n    database: a.db\nservices: [shop]\n',
  'migrations/V001_a.sql': 'CREATE TABLE people (name TEXT); CREATE TABLE tags (label TEXT);',
  'shop.py': '@service("shop.prices")\ndef prices(): pass\n',
  'content/prices.csv': '',
  'static/site.css': '',
  'components/index.q': '<p/>',
  'components/orders.q': '<p/>',
  'components/form.q': '<q:action name="save"/>',
  'components/Card.q': '<q:param name="title" required="true"/><q:param name="size"/>',
  'components/parts/Badge.q': '<p/>',
};

for (const [code, { summary, severity }] of Object.entries(projectCodes)) {
  const text = readFileSync(`docs/diagnostics/${code}.md`, 'utf8');
  test(`the page of ${code} says what the code says, and its examples are what it is about`, () => {
    assert.ok(text.startsWith(`# ${code}\n`));
    assert.ok(text.toLowerCase().includes(`*${severity}.*`));
    assert.ok(text.replaceAll(/\s+/g, ' ').includes(summary));
    const [wrong, right] = [...text.matchAll(/```xml\n([\s\S]*?)```/g)].map((match) => match[1]!);
    if (wrong === undefined || right === undefined) return;
    const only = new RegExp(`^${code}$`);
    assert.equal(found({ ...project, 'components/page.q': wrong }, only).length > 0, true);
    assert.deepEqual(found({ ...project, 'components/page.q': right }, only), []);
  });
}
