import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { checkConfiguration } from '../../../src/language/configuration/checkConfiguration.js';
import { configurationCodes } from '../../../src/language/configuration/codes.js';
import { configurationKeys } from '../../../src/language/configuration/configurationKeys.js';
import type { ConfigurationKey } from '../../../src/language/configuration/configurationKey.js';
import { parseConfiguration } from '../../../src/language/configuration/parseConfiguration.js';
import { datasource, places, values, withValue } from './places.js';
import { judgeConfigurations } from '../../support/configurationJudge.js';

const findings = (text: string) =>
  checkConfiguration(parseConfiguration(text), { environment: {} });
const stops = (text: string): boolean =>
  findings(text).some(({ code }) => configurationCodes[code].stopsServer);

test('each key with a value of each type stops the framework where we say so, and only there', async () => {
  // Whether a log file can be made at a path depends on the machine.
  const isPlace = (path: readonly string[], value: string): boolean =>
    path.at(-1) === 'filename' && /^(?:''|\/.*)$/.test(value);
  const texts = places.flatMap(({ path }) =>
    values.filter((value) => !isPlace(path, value)).map((value) => withValue(path, value)),
  );
  const answers = await judgeConfigurations(texts.map((text) => ({ text })));
  const wrong = texts.flatMap((text, index) => {
    const refused = answers[index]!.refused;
    const codes = findings(text).map(({ code }) => code);
    if (stops(text) === (refused !== null)) return [];
    return [`${JSON.stringify(text)}: ${refused?.message ?? 'starts'}; we say ${codes.join(' ')}`];
  });
  assert.deepEqual(wrong, []);
  assert.ok(answers.filter(({ refused }) => refused !== null).length > 300);
  assert.ok(answers.filter(({ refused }) => refused === null).length > 300);
});

/** A value as its key wants it. */
function proper(path: readonly string[], key: ConfigurationKey): unknown {
  const last = path.at(-1);
  if (last === 'port') return 3306;
  if (last === 'driver' || last === 'type') return 'sqlite';
  if (last === 'login_url') return '/sign-in';
  if (last === 'format') return '%(levelname)s %(message)s';
  if (key.values !== undefined) return key.values.at(-1)?.value;
  if (key.default !== undefined) return key.default;
  switch (key.kind) {
    case 'boolean':
      return true;
    case 'integer':
      return 12;
    case 'modules':
      return ['services.shipping'];
    case 'mapping':
      return Object.fromEntries(
        (key.keys ?? []).map((one) => [one.name, proper([...path, one.name], one)]),
      );
    case 'text':
    case 'path':
    case 'url':
      return 'a';
    default:
      return key.kind satisfies never;
  }
}

test('with every key at its documented type the framework starts, and we see no error', async () => {
  const whole = Object.fromEntries(
    configurationKeys.map((key) => [
      key.name,
      key.entry === undefined
        ? proper([key.name], key)
        : { db: proper([key.name, 'db'], key.entry) },
    ]),
  );
  const single = places
    .filter(({ path }) => path.length < 3)
    .map(({ path, key }) => {
      const inner = path.length === 2 && path[0] === 'datasources' ? datasource : proper(path, key);
      const [section = '', name] = path;
      return name === undefined
        ? { [section]: section === 'datasources' ? {} : inner }
        : { [section]: { [name]: inner } };
    });
  const texts = [whole, ...single].map((value) => stringify(value));
  const answers = await judgeConfigurations(texts.map((text) => ({ text })));
  for (const [index, text] of texts.entries()) {
    assert.equal(answers[index]!.refused, null, text);
    const errors = findings(text).filter(({ severity }) => severity === 'error');
    assert.deepEqual(errors, [], text);
  }
});

test('the names the framework calls ignored are the unknown ones, and those marked as read all the same', async () => {
  const sections = ['server', 'paths', 'performance', 'security', 'logging', 'mail'];
  const names = places.filter(({ path }) => path.length === 2 && sections.includes(path[0]!));
  const texts = [
    ...configurationKeys.map(({ name }) => `${name}: {}\n`),
    'sections: {}\n',
    ...names.map(({ path, key }) => stringify({ [path[0]!]: { [path[1]!]: proper(path, key) } })),
    ...sections.map((section) => `${section}:\n  unheard_of: 1\n`),
    ...(configurationKeys.find(({ name }) => name === 'datasources')?.entry?.keys ?? []).map(
      (key) =>
        stringify({
          datasources: { db: { ...datasource, [key.name]: proper(['', '', key.name], key) } },
        }),
    ),
    stringify({ datasources: { db: { ...datasource, sslmode: 'require' } } }),
  ];
  const warned = new Set(
    places.filter(({ key }) => key.isWarnedAbout === true).map(({ path }) => path.at(-1)!),
  );
  const answers = await judgeConfigurations(texts.map((text) => ({ text })));
  for (const [index, text] of texts.entries()) {
    const { warnings } = answers[index]!;
    const isUnknown = findings(text).some(({ code }) =>
      /^config-unknown-(key|section)$/.test(code),
    );
    const isMarked = [...warned].some((name) => new RegExp(`^ *${name}:`, 'm').test(text));
    assert.equal(warnings.length > 0, isUnknown || isMarked, `${text}${warnings.join('\n')}`);
  }
});

test('pages and migrations connect with the drivers we accept, and with no other', async () => {
  const drivers = [
    'sqlite',
    'postgresql',
    'postgres',
    'mysql',
    'mariadb',
    'SQLite',
    'MySQL',
    'mongodb',
  ];
  const texts = drivers.map(
    (driver) => `datasources:\n  db: {driver: ${driver}, host: 127.0.0.1, port: 9, database: a}\n`,
  );
  const answers = await judgeConfigurations(texts.map((text) => ({ text, connect: true })));
  for (const [index, text] of texts.entries()) {
    const { pages, migrate } = answers[index]!.connections!['db']!;
    const found = findings(text);
    const has = (...codes: string[]): boolean => found.some(({ code }) => codes.includes(code));
    const isUnsupported = pages?.includes('Unsupported database type') ?? false;
    assert.equal(has('config-driver-name', 'config-driver-unknown'), isUnsupported, text);
    const isMigrated = !(migrate?.includes('is not supported by quantum migrate') ?? false);
    assert.equal(
      isMigrated,
      !has('config-driver-limits', 'config-driver-unknown'),
      `${text} ${migrate ?? ''}`,
    );
  }
});
