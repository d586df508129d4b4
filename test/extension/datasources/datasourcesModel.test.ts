import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DatasourcesModel } from '../../../src/extension/datasources/datasourcesModel.js';
import type { Datasource } from '../../../src/protocol/datasources.js';
import type { ServiceEvent } from '../../../src/protocol/events.js';
import { project, settled } from '../support.js';
import { byName, datasource, docker } from './given.js';

const changed = (projectId: number, id: number, version: number): ServiceEvent => ({
  ...{ type: 'datasource_status_changed', at: '2026-01-01T00:00:00.000Z', projectId, id, version },
  ...{ status: 'running', healthStatus: 'healthy', setupStatus: 'ready' },
});

function modelOf() {
  const asked: string[] = [];
  const errors: string[] = [];
  const state = { fails: false, engine: true, byName: false, rows: [datasource()] as Datasource[] };
  const answer = <T>(what: string, value: () => T): Promise<T> => {
    asked.push(what);
    return state.fails ? Promise.reject(new Error('away')) : Promise.resolve(value());
  };
  const model = new DatasourcesModel({
    api: {
      list: (id) => answer(`list ${id}`, () => state.rows.filter((one) => one.projectId === id)),
      docker: () => answer('docker', () => docker(state.engine)),
      byNameServer: () => answer('by name', () => byName(state.byName)),
    },
    onError: (what) => errors.push(what),
  });
  let fired = 0;
  model.onDidChange(() => fired++);
  return { model, asked, errors, state, fired: () => fired };
}

test('nothing is asked for before somebody looks, then each project once, the engine and the switch', async () => {
  const { model, asked } = modelOf();
  model.setProjects([project({ id: 1 }), project({ id: 2 })]);
  model.handle(changed(1, 1, 9));
  await settled();
  assert.deepEqual(asked, []);
  model.lookAt();
  model.lookAt();
  await settled();
  assert.deepEqual(asked.toSorted(), ['by name', 'docker', 'list 1', 'list 2']);
  assert.deepEqual([model.isLoaded, model.get(1)?.name], [true, 'shop-db']);
});

test('an event of a newer version reads its project again, and the change is told', async () => {
  const { model, asked, state, fired } = modelOf();
  model.setProjects([project({ id: 1 }), project({ id: 2 })]);
  model.lookAt();
  await settled();
  const before = fired();
  asked.length = 0;
  model.handle(changed(1, 1, 1));
  await settled();
  assert.equal(asked.length, 0, 'that version is shown already');
  state.rows = [datasource({ version: 2, badge: 'stopped' })];
  model.handle(changed(1, 1, 2));
  model.handle(changed(1, 1, 2));
  await settled();
  assert.equal(model.get(1)?.badge, 'stopped');
  assert.equal(fired(), before + 1);
  assert.ok(!asked.includes('list 2'));
});

test('the engine that goes and comes back is told by events alone', async () => {
  const { model, state } = modelOf();
  model.setProjects([project({ id: 1 })]);
  model.lookAt();
  await settled();
  const event = (available: boolean): ServiceEvent => ({
    ...{ type: 'docker_changed', at: '2026-01-01T00:00:00.000Z', projectId: null, available },
  });
  state.engine = false;
  model.handle(event(false));
  await settled();
  assert.equal(model.docker?.available, false);
  state.engine = true;
  model.handle(event(true));
  await settled();
  assert.deepEqual(model.docker, docker(true));
});

test('another window that switches “by name” is heard of', async () => {
  const { model, state } = modelOf();
  model.setProjects([project({ id: 1 })]);
  model.lookAt();
  await settled();
  assert.equal(model.byName?.enabled, false);
  state.byName = true;
  model.handle({
    ...{ type: 'by_name_server_changed', at: '2026-01-01T00:00:00.000Z' },
    ...{ projectId: null, enabled: true },
  });
  await settled();
  assert.deepEqual(model.byName, byName(true));
});

test('what cannot be read stays as it was, and the next look tries again', async () => {
  const { model, errors, state } = modelOf();
  model.setProjects([project({ id: 1 })]);
  model.lookAt();
  await settled();
  state.fails = true;
  model.refresh();
  await settled();
  assert.deepEqual(errors.toSorted(), ['Docker', 'datasources by name', 'shop']);
  assert.equal(model.get(1)?.name, 'shop-db');
  state.fails = false;
  state.rows = [];
  model.refresh();
  await settled();
  assert.deepEqual(model.all, []);
});

test('the end of a job is the end of the work it did on a datasource', async () => {
  const { model, state } = modelOf();
  state.rows = [datasource({ jobId: 7 })];
  model.setProjects([project({ id: 1 })]);
  model.lookAt();
  await settled();
  state.rows = [datasource({ jobId: null })];
  const job = (ended: 'active' | 'completed'): ServiceEvent => ({
    ...{ type: 'job_changed', at: '2026-01-01T00:00:00.000Z', projectId: 1, id: 7, version: 2 },
    ...{ name: 'datasource-stop', state: ended },
  });
  model.handle(job('active'));
  await settled();
  assert.equal(model.get(1)?.jobId, 7);
  model.handle(job('completed'));
  await settled();
  assert.equal(model.get(1)?.jobId, null);
});
