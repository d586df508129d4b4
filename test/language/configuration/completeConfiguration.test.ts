import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { checkConfiguration } from '../../../src/language/configuration/checkConfiguration.js';
import {
  completeConfiguration,
  type CompletionContext,
  type ConfigurationCompletion,
} from '../../../src/language/configuration/completeConfiguration.js';
import { parseConfiguration } from '../../../src/language/configuration/parseConfiguration.js';
import { root } from './pages.js';

/** Completions where the text has a `‸`. */
function at(marked: string, context?: CompletionContext): ConfigurationCompletion[] {
  return completeConfiguration(marked.replace('‸', ''), marked.indexOf('‸'), context);
}
const labels = (marked: string, context?: CompletionContext): string[] =>
  at(marked, context).map(({ label }) => label);

/** The text after a completion was taken, its snippet left with its defaults. */
function taken(marked: string, label: string, context?: CompletionContext): string {
  const text = marked.replace('‸', '');
  const one = at(marked, context).find((completion) => completion.label === label)!;
  assert.ok(one, `${label} in ${labels(marked, context).join(' ')}`);
  const inserted = one.isSnippet ? expanded(one.insertText) : one.insertText;
  return text.slice(0, one.start) + inserted + text.slice(one.end);
}

const expanded = (snippet: string): string =>
  snippet
    .replaceAll(/(?<!\\)\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replaceAll(/(?<!\\)\$\{\d+:([^}]*)\}/g, '$1')
    .replaceAll(/(?<!\\)\$\d/g, '')
    .replaceAll(/\\([$}])/g, '$1');

test('an empty file is offered the sections that something reads', () => {
  const offered = labels('‸');
  assert.ok(
    offered.includes('server') && offered.includes('datasources') && offered.includes('mail'),
  );
  assert.ok(!offered.includes('defaults') && !offered.includes('database'));
});

test('a section is offered its keys, without those it has', () => {
  assert.deepEqual(labels('server:\n  port: 1\n  ‸\n  host: a\n'), ['debug', 'reload', 'htmx_url']);
  assert.deepEqual(labels('server:\n  po‸'), ['port', 'host', 'debug', 'reload', 'htmx_url']);
  assert.ok(!labels('security:\n  ‸').includes('xss_protection'));
});

test('keys above the cursor count by their indentation, whatever stands between', () => {
  const text =
    'server:\n  port: 1\n\n# datasources\ndatasources:\n  db:\n    driver: sqlite\n    ‸\nmail:\n';
  assert.deepEqual(labels(text), ['database', 'host', 'port', 'username', 'password', 'history']);
  assert.deepEqual(labels('datasources:\n  db:\n    driver: sqlite\n  ‸'), ['db']);
  assert.ok(labels('datasources:\n  db:\n    driver: sqlite\n‸').includes('server'));
});

test('a value is offered what its key takes', () => {
  assert.deepEqual(labels('datasources:\n  db:\n    driver: ‸'), [
    'sqlite',
    'postgresql',
    'mysql',
    'mariadb',
  ]);
  assert.deepEqual(labels('server:\n  debug: f‸'), ['true', 'false']);
  assert.deepEqual(labels('server:\n  host: ‸'), ['127.0.0.1', '0.0.0.0']);
  assert.deepEqual(labels('server:\n  port: ‸'), ['8080']);
  assert.deepEqual(labels('logging:\n  level: DE‸BUG\n'), [
    'DEBUG',
    'INFO',
    'WARNING',
    'ERROR',
    'CRITICAL',
  ]);
  assert.equal(taken('logging:\n  level: DE‸BUG\n', 'ERROR'), 'logging:\n  level: ERROR\n');
});

test('between braces keys and values are offered too', () => {
  assert.ok(labels('datasources:\n  db: {driver: sqlite, ‸').includes('database'));
  assert.ok(!labels('datasources:\n  db: {driver: sqlite, ‸').includes('driver'));
  assert.deepEqual(labels('datasources:\n  db: {driver: ‸}'), [
    'sqlite',
    'postgresql',
    'mysql',
    'mariadb',
  ]);
  assert.ok(labels('datasources: {db: {‸').includes('driver'));
});

test('service modules are offered in every way of writing the list', () => {
  const context = { modules: ['services.shipping'] };
  assert.deepEqual(labels('services:\n  - ‸', context), ['services.shipping']);
  assert.deepEqual(labels('services:\n- ser‸', context), ['services.shipping']);
  assert.equal(
    taken('services:\n  - ser‸\n', 'services.shipping', context),
    'services:\n  - services.shipping\n',
  );
});

test('after `${` the names of the environment and of this file are offered, and closed', () => {
  const context = { environmentNames: ['DB_HOST'] };
  const text = 'mail:\n  host: ${SMTP_HOST:-log}\n  password: "${‸"\n';
  assert.deepEqual(labels(text, context), ['DB_HOST', 'SMTP_HOST']);
  assert.match(taken(text, 'DB_HOST', context), /password: "\$\{DB_HOST\}"/);
  assert.match(
    taken('mail:\n  host: ${D‸:-log}\n', 'DB_HOST', context),
    /host: \$\{DB_HOST:-log\}\n/,
  );
  assert.deepEqual(labels('mail:\n  host: $${‸', context), ['log']);
});

test('nothing is offered in a comment, in an unknown section, or where any text goes', () => {
  assert.deepEqual(labels('# ser‸'), []);
  assert.deepEqual(labels('server:\n  port: 1 # ‸'), []);
  assert.deepEqual(labels('unknown:\n  ‸'), []);
  assert.deepEqual(labels('mail:\n  from: ‸'), []);
});

test('every key that is offered, once taken, is one the framework takes there', () => {
  const places = [
    '‸',
    ...[
      'server',
      'paths',
      'performance',
      'security',
      'logging',
      'llm',
      'mail',
      'message_queue',
    ].map((section) => `${section}:\n  ‸\n`),
    'datasources:\n  ‸\n',
    'datasources:\n  db:\n    driver: sqlite\n    database: a.db\n    ‸\n',
  ];
  let count = 0;
  for (const place of places)
    for (const { label, documentation } of at(place)) {
      const text = taken(place, label);
      const found = checkConfiguration(parseConfiguration(text));
      // An empty section stays wrong until it has its first key; that is what is written next.
      const bad = found.filter(
        ({ code, message }) =>
          /syntax|tab|unknown|wrong-type|unread/.test(code) && !message.includes('is empty'),
      );
      assert.deepEqual(bad, [], text);
      assert.ok(documentation !== undefined && documentation.length > 20, label);
      count += 1;
    }
  assert.ok(count > 45);
});

test('a file being written has an answer at every offset', () => {
  const text = readFileSync(path.join(root, 'samples/storefront/quantum.config.yaml'), 'utf8');
  for (let length = 0; length <= text.length; length += 1) {
    for (const { start, end } of completeConfiguration(text.slice(0, length), length))
      assert.ok(start <= length && end <= length && start <= end);
    for (const { start, end } of completeConfiguration(text, length))
      assert.ok(start <= length && end >= length && end <= text.length);
  }
});
