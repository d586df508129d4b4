import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EnvironmentsModel } from '../../../src/extension/environments/environmentsModel.js';
import type { Environment } from '../../../src/protocol/environments.js';
import type { ServiceEvent } from '../../../src/protocol/events.js';
import { project, settled } from '../support.js';
import { environment, variable } from './given.js';

const at = '2026-01-01T00:00:00.000Z';
const changed = (id: number): ServiceEvent => ({
  ...{ type: 'environments_changed', at, projectId: id, id, version: 1 },
});

function modelOf() {
  const asked: string[] = [];
  const errors: string[] = [];
  const state = { fails: false, environments: [environment()] as Environment[] };
  const answer = <T>(what: string, value: T): Promise<T> => {
    asked.push(what);
    return state.fails ? Promise.reject(new Error('away')) : Promise.resolve(value);
  };
  const model = new EnvironmentsModel({
    api: {
      list: (id) =>
        answer(
          `environments ${id}`,
          state.environments.filter((one) => one.projectId === id),
        ),
      variables: (id) =>
        answer(`variables ${id}`, [
          variable({ id: id * 10, projectId: id }),
          variable({ id: id * 10 + 1, projectId: id, environmentId: 1 }),
        ]),
    },
    onError: (what) => errors.push(what),
  });
  let fired = 0;
  model.onDidChange(() => fired++);
  return { model, asked, errors, state, fired: () => fired };
}

test('nothing is asked for before somebody looks, then each project once', async () => {
  const { model, asked } = modelOf();
  model.setProjects([project({ id: 1 }), project({ id: 2 })]);
  model.handle(changed(1));
  model.refresh();
  await settled();
  assert.deepEqual(asked, []);
  assert.equal(model.isLoaded, false);
  model.lookAt();
  model.lookAt();
  await settled();
  assert.deepEqual(asked.toSorted(), [
    ...['environments 1', 'environments 2', 'variables 1', 'variables 2'],
  ]);
  assert.equal(model.isLoaded, true);
  assert.deepEqual(
    model.variablesAt(1, null).map(({ id }) => id),
    [10],
  );
  assert.deepEqual(
    model.variablesAt(1, 1).map(({ id }) => id),
    [11],
  );
});

test('an event reads its project again, and which one is in use follows', async () => {
  const { model, asked, state, fired } = modelOf();
  model.setProjects([project({ id: 1 }), project({ id: 2 })]);
  model.lookAt();
  await settled();
  assert.equal(model.inUse(1), undefined);
  const before = fired();
  asked.length = 0;
  state.environments = [environment({ inUse: true })];
  model.handle(changed(1));
  model.handle(changed(1));
  await settled();
  assert.equal(model.inUse(1)?.name, 'staging');
  assert.equal(fired(), before + 1);
  assert.ok(!asked.includes('environments 2'));
  model.handle(changed(3));
  await settled();
  assert.equal(fired(), before + 1, 'a project of another window is none of ours');
});

test('a project that comes is read, one that goes is forgotten, and a new name is told', async () => {
  const { model, asked, fired } = modelOf();
  model.setProjects([project({ id: 1 })]);
  model.lookAt();
  await settled();
  asked.length = 0;
  model.setProjects([project({ id: 2 })]);
  await settled();
  assert.deepEqual(asked, ['environments 2', 'variables 2']);
  assert.equal(model.environment(1), undefined);
  const before = fired();
  model.setProjects([project({ id: 2, name: 'renamed' })]);
  model.setProjects([project({ id: 2, name: 'renamed' })]);
  assert.equal(fired(), before + 1);
});

test('what cannot be read stays as it was, and after a reset it is read again', async () => {
  const { model, errors, state } = modelOf();
  model.setProjects([project({ id: 1 })]);
  model.lookAt();
  await settled();
  state.fails = true;
  model.refresh();
  await settled();
  assert.deepEqual(errors, ['shop']);
  assert.equal(model.environment(1)?.name, 'staging');
  state.fails = false;
  state.environments = [];
  model.handle({ type: 'reset', reason: 'gap' });
  await settled();
  assert.deepEqual(model.environments, []);
});
