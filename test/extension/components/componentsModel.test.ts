import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ComponentsModel } from '../../../src/extension/components/componentsModel.js';
import type { ServiceEvent } from '../../../src/protocol/events.js';
import { project, settled } from '../support.js';
import { component, endpoint } from './scanned.js';

const changed = (id: number, components: number[] | null = null): ServiceEvent => ({
  ...{ type: 'components_changed', at: '2026-01-01T00:00:00.000Z', projectId: id, id },
  ...{ changed: 1, components },
});

function modelOf(): {
  model: ComponentsModel;
  asked: string[];
  /** The components that the service has. */
  all: number[];
  errors: unknown[];
  fail: () => void;
} {
  const asked: string[] = [];
  const errors: unknown[] = [];
  const all = [1];
  let reads = 0;
  let fails = false;
  const answer = <T>(what: string, value: T): Promise<T> => {
    asked.push(what);
    return fails ? Promise.reject(new Error('away')) : Promise.resolve(value);
  };
  const model = new ComponentsModel({
    api: {
      scan: (id) => answer(`scan ${id}`, undefined),
      watch: (id) => answer(`watch ${id}`, undefined),
      unwatch: (id) => answer(`unwatch ${id}`, undefined),
      components: (id, only) =>
        answer(
          `components ${id}${only ? ` ${only.join()}` : ''}`,
          (only ?? all).map((one) =>
            component({ projectId: id, id: one, name: `read ${++reads}` }),
          ),
        ),
      endpoints: (id, only) =>
        answer(
          `endpoints ${id}${only ? ` ${only.join()}` : ''}`,
          (only ?? all).map((one) =>
            endpoint({ projectId: id, id: one, componentId: one, path: `/${one}` }),
          ),
        ),
    },
    onError: (_project, error) => errors.push(error),
  });
  return { model, asked, all, errors, fail: () => (fails = !fails) };
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

test('a change of a few components reads those alone, and the others stay', async () => {
  const { model, asked, all } = modelOf();
  all.push(2, 3);
  model.setProjects([project({ id: 1 })]);
  model.lookAt();
  await settled();
  const before = model.projects[0]?.components ?? [];
  asked.length = 0;
  model.handle(changed(1, [2]));
  await settled();
  assert.deepEqual(asked, ['components 1 2', 'endpoints 1 2']);
  const [shown] = model.projects;
  assert.deepEqual(
    shown?.components?.map((one, at) => [one.id, one === before[at]]),
    [
      [1, true],
      [2, false],
      [3, true],
    ],
  );
  assert.deepEqual(
    shown.endpoints?.map(({ path }) => path),
    ['/1', '/2', '/3'],
  );
});

test('a change of many, or of whatever there is, reads all', async () => {
  const { model, asked } = modelOf();
  model.setProjects([project({ id: 1 })]);
  model.lookAt();
  await settled();
  asked.length = 0;
  model.handle(changed(1, [2]));
  model.handle(changed(1, null));
  await settled();
  assert.deepEqual(asked.at(-1), 'endpoints 1');
  asked.length = 0;
  for (let id = 1; id <= 60; id += 1) model.handle(changed(1, [id]));
  await settled();
  assert.deepEqual(asked.slice(-2), ['components 1', 'endpoints 1']);
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

test('a project that somebody paused, here or elsewhere, is not followed until he resumes it', async () => {
  const { model, asked } = modelOf();
  const watch = (): string | undefined => model.projects[0]?.watch;
  model.setProjects([project({ id: 1 })]);
  assert.equal(watch(), 'unasked');
  model.lookAt();
  await settled();
  assert.equal(watch(), 'watching');
  await model.pause(1);
  asked.length = 0;
  model.reconnected();
  await model.follow(1);
  await settled();
  assert.deepEqual([watch(), asked], ['paused', ['components 1', 'endpoints 1']]);
  asked.length = 0;
  await model.resume(1);
  assert.deepEqual([watch(), asked[0]], ['watching', 'watch 1']);
  const paused = { ...changed(1), type: 'watch_changed', watching: false } as never;
  model.handle(paused);
  assert.equal(watch(), 'paused');
});

test('while the service is away its projects are lost, but for those that are paused', async () => {
  const { model, asked } = modelOf();
  const watches = (): string[] => model.projects.map(({ watch }) => watch);
  model.setProjects([project({ id: 1 }), project({ id: 2 })]);
  model.disconnected();
  assert.deepEqual(watches(), ['unasked', 'unasked'], 'nobody looks');
  model.lookAt();
  await settled();
  await model.pause(2);
  model.disconnected();
  assert.deepEqual(watches(), ['lost', 'paused']);
  asked.length = 0;
  model.reconnected();
  await settled();
  assert.deepEqual(watches(), ['watching', 'paused']);
  assert.ok(asked.includes('watch 1') && !asked.includes('watch 2'));
});
