import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfiguration } from '../../../src/language/configuration/readConfiguration.js';

test('an empty file has the framework’s defaults', () => {
  const facts = readConfiguration('');
  assert.deepEqual(facts.paths, {
    components: './components',
    static: './static',
    uploads: 'uploads',
    migrations: 'migrations',
  });
  assert.equal(facts.loginUrl, '/login');
  assert.equal(facts.allowsPython, false);
  assert.deepEqual([facts.datasources, facts.services, facts.sendsMail], [[], [], false]);
});

test('datasources come with their names’ places, inherited keys and expanded references', () => {
  const text =
    'datasources:\n  main: &m\n    driver: ${D:-sqlite}\n    database: $${x}\n    history: on\n  "other":\n    <<: *m\n    database: ${UNSET}\n';
  const [main, other] = readConfiguration(text).datasources;
  assert.equal(text.slice(main!.nameStart, main!.nameEnd), 'main');
  assert.equal(text.slice(other!.nameStart, other!.nameEnd), '"other"');
  assert.deepEqual([main!.driver, main!.database, main!.keepsHistory], ['sqlite', '${x}', true]);
  assert.deepEqual([other!.driver, other!.database], ['sqlite', undefined]);
  assert.equal(readConfiguration(text, { D: 'mysql' }).datasources[0]!.driver, 'mysql');
});

test('the environment wins where the framework lets it', () => {
  const text = 'llm: {base_url: "http://a", default_model: phi}\n';
  assert.deepEqual(readConfiguration(text).llm, { baseUrl: 'http://a', model: 'phi' });
  const environment = { QUANTUM_LLM_BASE_URL: 'http://b', QUANTUM_PYTHON_SCRIPTING: 'yes' };
  assert.equal(readConfiguration(text, environment).llm.baseUrl, 'http://b');
  assert.equal(readConfiguration(text, environment).allowsPython, true);
  const off = 'security: {python_scripting: no}\n';
  assert.equal(readConfiguration(off, environment).allowsPython, false);
});

test('services are read from a list and from a single name', () => {
  const modules = (text: string) => readConfiguration(text).services.map(({ module }) => module);
  assert.deepEqual(modules('services:\n- a.b\n- c\n'), ['a.b', 'c']);
  assert.deepEqual(modules('services: a.b\n'), ['a.b']);
});

test('a broken file is read as far as it goes', () => {
  const facts = readConfiguration(
    'paths:\n  components: pages\ndatasources:\n  db:\n    driver: sqlite\n    database: [\n',
  );
  assert.equal(facts.paths.components, 'pages');
  assert.equal(facts.datasources[0]?.name, 'db');
});
