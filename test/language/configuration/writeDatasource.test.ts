import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  ConfigurationNotEditableError,
  writeDatasource,
  type DatasourceEntry,
} from '../../../src/language/configuration/writeDatasource.js';
import { askFramework } from '../../support/askFramework.js';
import { count, seed } from '../../support/slice.js';

const postgres: DatasourceEntry = {
  driver: 'postgresql',
  database: 'quantumdb',
  host: '127.0.0.1',
  port: 5433,
  username: 'quantum',
  password: '${SHOP_PASSWORD}',
};
const sqlite: DatasourceEntry = { driver: 'sqlite', database: 'data/app.db' };

const written = `datasources:
  shop:
    driver: postgresql
    database: quantumdb
    host: "127.0.0.1"
    port: 5433
    username: quantum
    password: "\${SHOP_PASSWORD}"
`;

test('an empty file, comments alone and a file without the section get it at the end', () => {
  assert.equal(writeDatasource('', 'shop', postgres), written);
  assert.equal(writeDatasource('# mine\n', 'shop', postgres), `# mine\n${written}`);
  assert.equal(
    writeDatasource('server:\n  port: 8080 # open\n\n# the end', 'shop', postgres),
    `server:\n  port: 8080 # open\n${written}\n# the end`,
  );
});

test('a new entry stands behind the last one, at its indentation, and comments stay', () => {
  const text = `datasources:
    # the first
    db:
        driver: sqlite   # small
        database: ./data/app.db
    # what comes next

logging: {level: INFO}
`;
  assert.equal(
    writeDatasource(text, 'cache', sqlite),
    text.replace(
      '    # what comes next',
      '    cache:\n      driver: sqlite\n      database: data/app.db\n    # what comes next',
    ),
  );
});

test('an entry that is there is brought up to date where it stands', () => {
  const text = `datasources:
  shop: # of the shop
    history: true
    driver: 'postgresql'
    port:   5432   # the usual
    database: old
  db: {driver: sqlite, database: a}
`;
  assert.equal(
    writeDatasource(text, 'shop', postgres),
    `datasources:
  shop: # of the shop
    history: true
    driver: 'postgresql'
    port:   5433   # the usual
    database: quantumdb
    host: "127.0.0.1"
    username: quantum
    password: "\${SHOP_PASSWORD}"
  db: {driver: sqlite, database: a}
`,
  );
  const once = writeDatasource(text, 'shop', postgres);
  assert.equal(writeDatasource(once, 'shop', postgres), once, 'the second time changes nothing');
});

test('a variable of one place stays; one of two places, and MySQL’s port, does not', () => {
  const text = `datasources:
  shop: {driver: postgresql, database: quantumdb, host: "\${HOST:-db}", port: "\${PORT}", username: quantum, password: "\${PW}"}
  other: {driver: postgresql, database: x, password: "\${PW}"}
`;
  const now = writeDatasource(text, 'shop', postgres);
  assert.equal(now, text.replace('"${PW}"', '"${SHOP_PASSWORD}"'));
  const mysql = writeDatasource(text, 'shop', { ...postgres, driver: 'mysql' });
  assert.match(mysql, /shop: \{driver: mysql, .*host: "\$\{HOST:-db\}", port: 5433,/);
});

test('sections between braces, empty ones and Windows’ line ends stay what they are', () => {
  const flow = writeDatasource('datasources: {}\n', 'a', sqlite);
  assert.equal(flow, 'datasources: {a: {driver: sqlite, database: data/app.db}}\n');
  assert.equal(
    writeDatasource(flow, 'b', sqlite),
    'datasources: {a: {driver: sqlite, database: data/app.db}, b: {driver: sqlite, database: data/app.db}}\n',
  );
  for (const empty of ['', ' null', ' ~', ' # none yet'])
    assert.match(
      writeDatasource(`datasources:${empty}\nmail: {host: log}\n`, 'a', sqlite),
      /^datasources:[^\n]*\n {2}a:\n {4}driver: sqlite\n {4}database: data\/app.db\nmail: \{host: log\}\n$/,
    );
  const windows = writeDatasource('server:\r\n  port: 1\r\n', 'a', sqlite);
  assert.equal(windows.replaceAll('\r\n', '').includes('\n'), false);
  assert.match(writeDatasource('\ufeff# x\nserver: {port: 1}\n', 'a', sqlite), /^\ufeff# x\n/);
});

test('what cannot be edited safely is refused with its reason', () => {
  for (const [text, reason] of [
    ['server: [1', /has a mistake/],
    ['- a\n- b\n', /not written as sections/],
    ['{server: {port: 1}}', /not written as sections/],
    ['datasources: [a]\n', /cannot be edited safely/],
    ['datasources:\n  a: &x {driver: sqlite, database: b}\n  c: *x\n', /cannot be edited safely/],
    ['a: 1\n---\nb: 2\n', /has a mistake/],
  ] as const)
    assert.throws(
      () => writeDatasource(text, 'a', { driver: 'sqlite', database: 'other' }),
      (error) => error instanceof ConfigurationNotEditableError && reason.test(error.message),
      text,
    );
});

const names = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,12}$/);
const texts = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
  fc.constantFrom(
    'yes',
    'null',
    '1',
    '1:30',
    '0x1f',
    '2020-01-01',
    '=',
    '$$',
    '${X}x',
    'a: b',
    "it's",
    '#x',
    '~',
  ),
);
const entries = fc.oneof(
  fc.record({ driver: fc.constant('sqlite'), database: texts }),
  fc.record({
    driver: fc.constantFrom('postgresql', 'mariadb', 'mysql'),
    database: texts,
    host: fc.constantFrom('127.0.0.1', 'localhost', '::1', 'db.example'),
    port: fc.integer({ min: 1, max: 65535 }),
    username: texts,
    password: fc.constant('${NEW_PASSWORD}'),
  }),
);
const comment = fc.constantFrom('', '', ' # why: not', '  #');
const gap = fc.constantFrom('', '', '\n', '# a line\n', '\n  # odd\n');
const scalar = fc.constantFrom(
  '1',
  '"a # b"',
  "'it''s'",
  'plain text',
  '[a, b]',
  '{x: 1}',
  '>-\n      folded\n      text',
);
const section = fc
  .tuple(fc.constantFrom('server', 'paths', 'extra', 'logging'), scalar, comment)
  .map(([name, value, note]) => `${name}:\n  key: ${value}${value.startsWith('>') ? '' : note}\n`);
const block = fc
  .tuple(
    fc.constantFrom('  ', '    ', ' '),
    fc.uniqueArray(names, { maxLength: 3, selector: (name) => name }),
    gap,
    comment,
  )
  .map(([indent, known, between, note]) =>
    known.length === 0
      ? `datasources:${note}\n`
      : `datasources:${note}\n${known
          .map(
            (name) =>
              `${indent}${quote(name)}:${note}\n${indent}  driver: sqlite\n${between}${indent}  database: x.db${note}\n`,
          )
          .join(between)}`,
  );
const quote = (name: string): string => `"${name}"`;
const configurations = fc
  .tuple(
    fc.uniqueArray(section, { maxLength: 3, selector: (text) => text.split(':')[0] }),
    fc.option(block),
    gap,
    fc.boolean(),
  )
  .chain(([sections, datasources, between, windows]) =>
    fc.nat(sections.length).map((at) => {
      const parts: string[] = [...sections];
      if (datasources !== null) parts.splice(at, 0, datasources);
      const text = parts.join(between);
      return windows ? text.replaceAll('\n', '\r\n') : text;
    }),
  );

interface Read {
  readonly loaded: { datasources?: Record<string, object> } & Record<string, unknown>;
  readonly seen: Record<string, unknown> | null;
  readonly error?: string;
}

test('whatever the file, the framework reads the entry, and nothing else otherwise', async () => {
  const cases: { text: string; name: string; entry: DatasourceEntry; now: string }[] = [];
  fc.assert(
    fc.property(configurations, names, fc.boolean(), entries, (text, fresh, known, entry) => {
      const taken = /^ +"([^"]+)":/m.exec(text)?.[1];
      const name = known && taken !== undefined ? taken : fresh;
      const now = writeDatasource(text, name, entry);
      const lines = now.split('\n');
      for (const line of text.split('\n').filter((one) => one.trim().startsWith('#')))
        assert.ok(lines.includes(line), `comment kept: ${line}`);
      cases.push({ text, name, entry, now });
    }),
    { numRuns: count(400, 20_000), seed },
  );
  const environment = { NEW_PASSWORD: 'hunter2 $$ ${X}', X: 'never', SHOP_PASSWORD: '' };
  const answers = await askFramework<Read>(
    'yamlReader.py',
    cases.flatMap(({ text, name, now }) => [
      { text, environment },
      { text: now, name, environment },
    ]),
  );
  cases.forEach(({ name, entry, now }, index) => {
    const [before, after] = answers.slice(index * 2, index * 2 + 2) as [Read, Read];
    const shown = `${JSON.stringify(entry)}\n${now}`;
    assert.equal(after.error, undefined, shown);
    const { datasources: was, ...restBefore } = before.loaded;
    const { datasources: is, ...restAfter } = after.loaded;
    assert.deepEqual(restAfter, restBefore, shown);
    assert.deepEqual(without(is, name), without(was, name), shown);
    const { type, database, host, port, username, password } = after.seen!;
    assert.equal(type, entry.driver, shown);
    assert.equal(database, entry.database, shown);
    if (entry.driver === 'sqlite') return;
    assert.deepEqual(
      { host, port, username, password },
      { ...pick(entry), password: environment.NEW_PASSWORD },
      shown,
    );
  });
});

const pick = ({ host, port, username }: DatasourceEntry) => ({ host, port, username });

const without = (entries: Record<string, object> | undefined, name: string) =>
  Object.entries(entries ?? {}).filter(([key]) => key !== name);
