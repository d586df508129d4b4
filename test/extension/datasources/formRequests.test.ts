import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  changesOf,
  restartsContainer,
  testOf,
} from '../../../src/extension/datasources/formRequests.js';
import { formProblems, type DatasourceForm } from '../../../src/protocol/datasourceRules.js';
import type { Datasource } from '../../../src/protocol/datasources.js';
import { datasource } from './given.js';

/** The form as it opens on a datasource, with what a person changed. */
const formOf = (before: Datasource, own: Partial<DatasourceForm> = {}): DatasourceForm => ({
  ...{ type: before.type, connectionType: before.connectionType, name: before.name },
  ...{ image: before.image ?? '', host: before.host ?? '', port: String(before.port ?? '') },
  ...{ databaseName: before.databaseName ?? '', username: before.username ?? '', password: '' },
  ...{ tls: before.tls, autoStart: before.autoStart, autoSetup: before.autoSetup },
  ...own,
});

const container = datasource();
const server = datasource({ connectionType: 'direct', containerId: null, image: null });
const file = datasource({
  ...{ type: 'sqlite', connectionType: 'file', host: null, port: null, username: null },
  databaseName: 'data/app.db',
});

test('a form in which nothing was changed asks for nothing', () => {
  for (const before of [container, server, file])
    assert.deepEqual(changesOf(formOf(before), before), [], before.connectionType);
});

test('a container takes its password first, while it runs, and its port after that', () => {
  const changes = changesOf(
    formOf(container, { name: 'other', password: 's3cret', port: '5433', autoStart: false }),
    container,
  );
  assert.deepEqual(changes, [
    { name: 'other', autoStart: false, password: 's3cret' },
    { port: 5433 },
  ]);
  assert.equal(restartsContainer(changes, container), true);
  assert.equal(restartsContainer(changes.slice(0, 1), container), false);
});

test('a server that is there is changed in one go, and nothing of ours is restarted', () => {
  const own = { host: 'db.example', port: '5433', databaseName: 'x', username: 'u', tls: true };
  const changes = changesOf(formOf(server, own), server);
  assert.deepEqual(changes, [{ ...own, port: 5433 }]);
  assert.equal(restartsContainer(changes, server), false);
  assert.deepEqual(changesOf(formOf(file, { databaseName: 'data/b.db' }), file), [
    { databaseName: 'data/b.db' },
  ]);
});

test('it is tried out with its stored password where none is typed', () => {
  const { password, datasourceId } = testOf(1, formOf(server), server.id);
  assert.deepEqual([password, datasourceId], [undefined, server.id]);
  assert.equal(testOf(1, formOf(server, { password: 'new' }), server.id).password, 'new');
  assert.equal(testOf(1, formOf(server), null).datasourceId, undefined);
});

test('its own name is not taken, and what it has cannot be emptied', () => {
  const taken = [container.name, 'other'];
  assert.deepEqual(formProblems(formOf(container), taken, container), {});
  assert.deepEqual(formProblems(formOf(container, { name: 'other' }), taken, container), {
    name: 'name-taken',
  });
  assert.deepEqual(formProblems(formOf(container, { port: '' }), taken, container), {
    port: 'port',
  });
  const redis = datasource({ type: 'redis', connectionType: 'direct', username: 'app' });
  assert.deepEqual(formProblems(formOf(redis, { username: '' }), [], redis), { username: 'empty' });
});
