import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formProblems, type DatasourceForm } from '../../../src/protocol/datasourceRules.js';

const form = (own: Partial<DatasourceForm> = {}): DatasourceForm => ({
  ...{ type: 'postgresql', connectionType: 'docker', name: 'shop-db', image: 'postgres:16' },
  ...{ host: '', port: '', databaseName: 'quantumdb', username: 'quantum', password: '' },
  ...{ tls: false, autoStart: true, autoSetup: true },
  ...own,
});

test('what Express would choose has no mistake', () => {
  assert.deepEqual(formProblems(form(), ['other']), {});
  const direct = { connectionType: 'direct', host: 'db', port: '5432', image: '' } as const;
  assert.deepEqual(formProblems(form(direct), []), {});
  const file = { type: 'sqlite', connectionType: 'file', databaseName: 'data/app.db' } as const;
  assert.deepEqual(formProblems(form(file), []), {});
});

test('each field says what is wrong with it, and fields that are not shown say nothing', () => {
  const cases: [Partial<DatasourceForm>, object][] = [
    [{ name: '' }, { name: 'empty' }],
    [{ name: 'a b' }, { name: 'name-characters' }],
    [{ name: '-a' }, { name: 'name-characters' }],
    [{ name: 'x'.repeat(64) }, { name: 'name-long' }],
    [{ name: 'taken' }, { name: 'name-taken' }],
    [{ image: 'a b' }, { image: 'spaces' }],
    [{ port: '0' }, { port: 'port' }],
    [{ port: '65536' }, { port: 'port' }],
    [{ port: '1e3' }, { port: 'port' }],
    [{ connectionType: 'direct', host: 'h', image: '' }, { port: 'port' }],
    [{ connectionType: 'direct', port: '1' }, { host: 'empty' }],
    [{ username: 'a b' }, { username: 'user-characters' }],
    [{ username: '' }, { username: 'empty' }],
    [{ username: '', type: 'redis' }, {}],
    [
      { type: 'sqlite', connectionType: 'file', databaseName: '../x', username: 'a b' },
      { databaseName: 'file-outside' },
    ],
  ];
  for (const [own, expected] of cases)
    assert.deepEqual(formProblems(form(own), ['taken']), expected, JSON.stringify(own));
});
