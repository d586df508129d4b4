import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { checkConfiguration } from '../../../src/language/configuration/checkConfiguration.js';
import type { Environment } from '../../../src/language/configuration/environmentReferences.js';
import { parseConfiguration } from '../../../src/language/configuration/parseConfiguration.js';
import { root } from './pages.js';

const check = (text: string, environment?: Environment) =>
  checkConfiguration(parseConfiguration(text), { environment });

/** Each finding as `code: the text it is at`. */
const marks = (text: string, environment?: Environment): string[] =>
  check(text, environment).map(({ code, start, end }) => `${code}: ${text.slice(start, end)}`);

test('our sample and templates have no finding at all', () => {
  const files = [
    'samples/storefront/quantum.config.yaml',
    ...['blank', 'crud', 'website'].map((name) => `media/templates/${name}/quantum.config.yaml`),
  ];
  for (const file of files)
    assert.deepEqual(marks(readFileSync(path.join(root, file), 'utf8'), {}), [], file);
});

test('several mistakes are found at once, each at the word it is about', () => {
  const text = `server:
  prot: 80
  debug: "yes"
datasource:
  a: 1
datasources:
  pg: {driver: postgres, database: shop, user: app, sslmode: require}
  my: {driver: mysql, database: shop, port: "3306"}
security:
  login_url: login
`;
  assert.deepEqual(marks(text), [
    'config-unknown-key: prot',
    'config-wrong-type: "yes"',
    'config-unknown-section: datasource',
    'config-driver-name: postgres',
    'config-user-key: user',
    'config-unknown-key: sslmode',
    'config-driver-limits: mysql',
    'config-port-text: "3306"',
    'config-login-url: login',
  ]);
});

test('a slip of the pen is told with the name that was meant, a key too high with its section', () => {
  const [servr] = check('servr: {}\n');
  assert.match(servr!.message, /Did you mean `server`\?/);
  assert.equal(
    servr!.fixes.find(({ preferred }) => preferred === true)?.edits[0]?.newText,
    'server',
  );
  assert.match(check('secret_key: a\n')[0]!.message, /It belongs below `security:`/);
  assert.match(
    check('datasources:\n  db: {driver: sqlite, path: a}\n').at(-1)!.message,
    /`database`/,
  );
});

test('variables count only when the environment is known', () => {
  const text = 'mail:\n  host: ${SMTP}\n  from: a@b\n';
  assert.deepEqual(marks(text), []);
  assert.deepEqual(marks(text, {}), ['config-unset-variable: ${SMTP}']);
  assert.deepEqual(marks(text, { SMTP: 'mail.example.com' }), []);
});

test('values are judged as the environment makes them', () => {
  const text = 'datasources:\n  db: {driver: "${D:-sqlite}", database: a}\n';
  assert.deepEqual(marks(text, {}), []);
  assert.deepEqual(marks(text, { D: 'postgres' }), ['config-driver-name: "${D:-sqlite}"']);
  assert.deepEqual(marks(text, { D: '' }), ['config-datasource-driver-missing: driver']);
  assert.deepEqual(marks('security:\n  login_url: ${L:-login}\n', {}), [
    'config-login-url: ${L:-login}',
  ]);
});

test('a dollar sign that is doubled is no reference', () => {
  const text = 'mail:\n  host: a\n  password: "$${NOT_SET} $$"\n';
  assert.deepEqual(
    marks(text, {}).filter((mark) => !mark.startsWith('config-literal-secret')),
    [],
  );
});

test('what is merged into a datasource counts as written there', () => {
  const text = `datasources:
  a: &a {driver: sqlite, database: a.db}
  b: {<<: *a, database: b.db}
  c: {<<: *a, driver: oracle}
`;
  assert.deepEqual(marks(text), ['config-driver-unknown: oracle']);
});

test('a file that is no YAML has its syntax findings only, one a line', () => {
  const text = 'server:\n  port: [1\n  prot: 2\nservr: "a\n';
  const found = check(text, {});
  assert.ok(found.length > 0 && found.every(({ code }) => code === 'config-yaml-syntax'));
  const lines = found.map(({ start }) => text.slice(0, start).split('\n').length);
  assert.equal(new Set(lines).size, lines.length);
});

test('a thousand aliases of aliases are read in no time', () => {
  const levels = Array.from({ length: 60 }, (_, index) =>
    index === 0 ? 'a0: &a0 [x, x]' : `a${index}: &a${index} [*a${index - 1}, *a${index - 1}]`,
  );
  const started = performance.now();
  const codes = new Set(check(`${levels.join('\n')}\n`).map(({ code }) => code));
  assert.deepEqual([...codes], ['config-unknown-section']);
  assert.ok(performance.now() - started < 2000);
});
