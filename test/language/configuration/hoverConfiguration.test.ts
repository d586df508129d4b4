import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hoverConfiguration } from '../../../src/language/configuration/hoverConfiguration.js';

const text = [
  'server:',
  '  port: 8080',
  '  debg: true',
  'datasources:',
  '  db: {driver: sqlite, database: "${DB_FILE:-a.db}"}',
  'services: [a.b]',
  'mail:',
  '  password: ${MAIL_PASSWORD}',
  '  host: ',
].join('\n');

const over = (word: string) => hoverConfiguration(text, text.indexOf(word) + 1);

test('a key tells its purpose, type, default and reader, and where it stands', () => {
  const { markdown, start, end } = over('port')!;
  assert.equal(text.slice(start, end), 'port');
  for (const part of ['`server.port`', 'whole number', '`8080`', '`quantum start`'])
    assert.ok(markdown.includes(part), part);
});

test('what is no longer or nowhere read says so', () => {
  assert.match(hoverConfiguration('performance:\n  cache_ttl: 1', 16)!.markdown, /Read by nothing/);
  assert.match(
    hoverConfiguration('llm:\n  default_model: a', 8)!.markdown,
    /Write instead:\* `model`/,
  );
});

test('a known value tells what it means', () => {
  assert.match(over('sqlite')!.markdown, /^`sqlite`: A file/);
  assert.equal(hoverConfiguration(text, text.indexOf('8080')), undefined);
});

test('a reference tells its default, or that there is none', () => {
  const { markdown, start, end } = over('DB_FILE')!;
  assert.equal(text.slice(start, end), '${DB_FILE:-a.db}');
  assert.match(markdown, /Without it: `a\.db`/);
  assert.match(over('MAIL_PASSWORD')!.markdown, /the server stops at start/);
});

test('a datasource’s name and its keys are explained by what a datasource is', () => {
  assert.match(over('db: {')!.markdown, /^`datasources\.db`\n\nOne database/);
  assert.match(over('driver')!.markdown, /Required/);
});

test('unknown names, list items and broken files have no hover that is wrong', () => {
  assert.equal(over('debg'), undefined);
  assert.equal(over('a.b]'), undefined);
  assert.match(hoverConfiguration('server:\n  port: [\n', 10)!.markdown, /server\.port/);
  for (let offset = 0; offset <= text.length; offset += 1) hoverConfiguration(text, offset);
});
