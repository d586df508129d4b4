import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RunsModel } from '../../../src/extension/running/runsModel.js';
import type { ProjectRun, RunStatus } from '../../../src/protocol/running.js';

const run = (version: number, status: RunStatus, projectId = 1): ProjectRun => ({
  ...{ projectId, status, version, url: null, port: 8080, pid: null },
  ...{ startedAt: null, problem: null },
});

/** A service that answers when the test says so. */
class Service {
  readonly asked: ((answer: ProjectRun) => void)[] = [];
  readonly list = () => Promise.resolve([run(1, 'stopped'), run(4, 'running', 2)]);
  readonly get = () => new Promise<ProjectRun>((resolve) => this.asked.push(resolve));
}

function modelOf(service: Service): { model: RunsModel; changed: number[]; errors: unknown[] } {
  const errors: unknown[] = [];
  const model = new RunsModel({ api: service, onError: (error) => errors.push(error) });
  const changed: number[] = [];
  model.onDidChange((id) => changed.push(id));
  return { model, changed, errors };
}

const changedTo = (version: number, id = 1) =>
  ({ type: 'run_changed', id, version, status: 'running' }) as Parameters<RunsModel['handle']>[0];

test('an older answer that comes late does not replace a newer one', async () => {
  const service = new Service();
  const { model, changed } = modelOf(service);
  model.handle(changedTo(2));
  model.handle(changedTo(3));
  service.asked[1]?.(run(3, 'running'));
  service.asked[0]?.(run(2, 'starting'));
  await new Promise(setImmediate);
  assert.equal(model.of(1)?.status, 'running');
  assert.deepEqual(changed, [1]);
});

test('what is known already is not asked for again', () => {
  const service = new Service();
  const { model } = modelOf(service);
  model.take(run(3, 'running'));
  model.handle(changedTo(3));
  assert.equal(service.asked.length, 0);
});

test('a line that is there anew brings all states, and each change is told once', async () => {
  const { model, changed } = modelOf(new Service());
  await model.refresh();
  await model.refresh();
  assert.equal(model.of(2)?.status, 'running');
  assert.deepEqual(changed, [1, 2]);
});

test('a deleted project has no server', () => {
  const { model, changed } = modelOf(new Service());
  model.take(run(1, 'running'));
  model.handle({ type: 'project_deleted', id: 1 } as Parameters<RunsModel['handle']>[0]);
  assert.equal(model.of(1), undefined);
  assert.deepEqual(changed, [1, 1]);
});

test('a read that fails is told, and what is shown stays', async () => {
  const { model, errors } = modelOf({
    list: () => Promise.reject(new Error('gone')),
  } as unknown as Service);
  model.take(run(1, 'running'));
  await model.refresh();
  assert.equal(errors.length, 1);
  assert.equal(model.of(1)?.status, 'running');
});
