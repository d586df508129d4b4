import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ComponentsModel } from '../../../src/extension/components/componentsModel.js';
import type { ServiceEvent } from '../../../src/protocol/events.js';
import { project, settled } from '../support.js';
import { component, endpoint } from './scanned.js';

const changed = (id: number): ServiceEvent => ({
  ...{ type: 'components_changed', at: '2026-01-01T00:00:00.000Z', projectId: id, id },
  changed: 1,
});

function modelOf(): {
  model: ComponentsModel;
  asked: string[];
  errors: unknown[];
  fail: () => void;
} {
  const asked: string[] = [];
  const errors: unknown[] = [];
  let fails = false;
  const answer = <T>(what: string, value: T): Promise<T> => {
    asked.push(what);
    return fails ? Promise.reject(new Error('away')) : Promise.resolve(value);
  };
  const model = new ComponentsModel({
    api: {
      scan: (id) => answer(`scan ${id}`, undefined),
      watch: (id) => answer(`watch ${id}`, undefined),
      components: (id) => answer(`components ${id}`, [component({ projectId: id })]),
      endpoints: (id) => answer(`endpoints ${id}`, [endpoint({ projectId: id })]),
    },
    onError: (_project, error) => errors.push(error),
  });
  return { model, asked, errors, fail: () => (fails = !fails) };
}

test('nothing is asked for before somebody looks, and then each project is followed and read once', async () => {
  const { model, asked } = modelOf();
  model.setProjects([project({ id: 1 }), project({ id: 2 })]);
  model.handle(changed(1));
  await settled();
  assert.deepEqual(asked, []);
  assert.equal(model.isLoaded, false);
  model.lookAt();
  model.lookAt();
  await settled();
  assert.deepEqual([...asked].sort(), [
    ...['components 1', 'components 2', 'endpoints 1', 'endpoints 2', 'watch 1', 'watch 2'],
  ]);
  assert.equal(model.isLoaded, true);
});

test('an event of a project of the window reads that project again, others do not', async () => {
  const { model, asked } = modelOf();
  model.setProjects([project({ id: 1 })]);
  model.lookAt();
  await settled();
  asked.length = 0;
  let told = 0;
  model.onDidChange(() => (told += 1));
  model.handle(changed(7));
  model.handle({ ...changed(1), type: 'watch_changed', watching: true } as never);
  await settled();
  assert.deepEqual([asked, told], [[], 0]);
  model.handle(changed(1));
  await settled();
  assert.deepEqual([asked, told], [['components 1', 'endpoints 1'], 1]);
});

test('a change during a read causes one more read', async () => {
  const { model, asked } = modelOf();
  model.setProjects([project({ id: 1 })]);
  model.lookAt();
  await settled();
  asked.length = 0;
  for (let times = 0; times < 5; times += 1) model.handle(changed(1));
  await settled();
  assert.equal(asked.filter((one) => one === 'components 1').length, 2);
});

test('a new service is asked to follow again, and a failed look is repeated', async () => {
  const { model, asked, errors, fail } = modelOf();
  model.setProjects([project({ id: 1 })]);
  model.lookAt();
  await settled();
  asked.length = 0;
  model.handle({ type: 'reset', reason: 'epoch' });
  await settled();
  assert.equal(asked[0], 'watch 1');
  fail();
  model.reconnected();
  await settled();
  assert.equal(errors.length, 1);
  assert.equal(model.projects[0]?.components?.length, 1, 'what was shown stays');
  fail();
  asked.length = 0;
  model.reconnected();
  await settled();
  assert.equal(asked[0], 'watch 1');
});

test('a project that leaves the window takes its components along', async () => {
  const { model } = modelOf();
  model.setProjects([project({ id: 1 }), project({ id: 2 })]);
  model.lookAt();
  await settled();
  model.setProjects([project({ id: 2, name: 'renamed' })]);
  assert.deepEqual(
    model.projects.map((one) => [one.project.name, one.components?.length]),
    [['renamed', 1]],
  );
});
