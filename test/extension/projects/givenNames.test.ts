import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GivenNames } from '../../../src/extension/projects/givenNames.js';
import { Signal } from '../../../src/extension/platform/signal.js';
import type { ServiceState } from '../../../src/extension/platform/serviceClient.js';
import type { ServiceEvent } from '../../../src/protocol/events.js';
import { project, settled } from '../support.js';

const at = '2026-01-01T00:00:00.000Z';
const changed: ServiceEvent = { type: 'environments_changed', at, projectId: 1, id: 1 };

/** Names of the projects of a window with two, one of them without a folder. */
function window() {
  const events = new Signal<ServiceEvent>();
  const states = new Signal<ServiceState>();
  const configurations = new Signal<void>();
  const projects = new Signal<undefined>();
  let state: ServiceState = { kind: 'off' };
  const given: Record<number, readonly string[] | Error> = { 1: ['A'], 2: ['B'] };
  const asked: number[] = [];
  const errors: unknown[] = [];
  const names = new GivenNames({
    read: (id) => {
      asked.push(id);
      const found = given[id] ?? [];
      return found instanceof Error ? Promise.reject(found) : Promise.resolve(found);
    },
    projects: {
      here: [project(), project({ id: 2, rootPath: null }), project({ id: 3, rootPath: '/x y' })],
      onDidChange: (listener) => projects.on(listener),
    },
    service: {
      get state() {
        return state;
      },
      onEvent: events.on,
      onDidChangeState: states.on,
    },
    onDidChangeConfiguration: (listener) => configurations.on(listener),
    onError: (error) => errors.push(error),
  });
  let changes = 0;
  names.onDidChange(() => (changes += 1));
  return {
    ...{ names, given, asked, errors, events, configurations, projects },
    changes: () => changes,
    connect: () => states.fire((state = { kind: 'connected' } as ServiceState)),
  };
}

test('the names that projects are given are read once the service is there, and with what changes them', async () => {
  const { names, given, asked, events, configurations, projects, changes, connect } = window();
  projects.fire(undefined);
  await settled();
  assert.deepEqual(asked, [], 'nothing is started for it');
  connect();
  await settled();
  assert.deepEqual(names.known, [{ folder: 'file:///apps/shop', names: ['A'] }]);
  assert.equal(changes(), 1);
  given[3] = ['C'];
  events.fire(changed);
  await settled();
  assert.deepEqual(names.known[1], { folder: 'file:///x%20y', names: ['C'] });
  given[1] = [];
  configurations.fire();
  await settled();
  assert.deepEqual(
    names.known.map(({ folder }) => folder),
    ['file:///x%20y'],
  );
  assert.equal(changes(), 3);
  const before = asked.length;
  projects.fire(undefined);
  events.fire({ type: 'docker_changed', at, projectId: null, available: true });
  await settled();
  assert.equal(asked.length, before, 'what changes no variable asks for none');
  names.dispose();
  events.fire(changed);
  await settled();
  assert.equal(asked.length, before);
});

test('a project whose variables cannot be read keeps no other from being told', async () => {
  const { names, given, errors, connect } = window();
  given[1] = new Error('locked');
  given[3] = ['C'];
  connect();
  await settled();
  assert.deepEqual(names.known, [{ folder: 'file:///x%20y', names: ['C'] }]);
  assert.equal(errors.length, 1);
});
