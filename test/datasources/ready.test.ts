import assert from 'node:assert/strict';
import test from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { count } from '../support/slice.js';
import { counting } from './clients.js';
import { startDatasources, type DatasourceApp } from './datasourceApp.js';
import { startPreparing } from './preparedApp.js';

const types = ['postgresql', 'mariadb'] as const;
/** Of both together: ten, and a hundred in a soak. */
const starts = count(10, 100) / types.length;
const queries = 200;
const overMs = 5_000;

/** From the moment it is said to be ready: a connection each, an even way apart. */
async function queried(
  type: (typeof types)[number],
  url: string,
): Promise<PromiseSettledResult<number>[]> {
  const asked: Promise<number>[] = [];
  for (let query = 0; query < queries; query += 1) {
    const one = counting[type](url);
    // Looked at below, all together.
    one.catch(() => undefined);
    asked.push(one);
    await delay(overMs / queries);
  }
  return Promise.allSettled(asked);
}

async function startAgain(app: DatasourceApp, id: number): Promise<void> {
  await app.call('POST', `/api/datasources/${id}/stop`);
  await app.settled(id);
  await app.call('POST', `/api/datasources/${id}/start`);
}

/** No query fails from now on; `before`: how many there were. */
async function assertAnswered(
  app: DatasourceApp,
  { id, type }: { readonly id: number; readonly type: (typeof types)[number] },
  before: number,
): Promise<void> {
  const answers = await queried(type, await app.url(id));
  const failed = answers.filter((answer) => answer.status === 'rejected');
  assert.deepEqual(failed, [], `after ${before} queries`);
  assert.equal(await counting[type](await app.url(id)), before + queries + 1);
}

for (const type of types) {
  test(`${type}: once it is ready no query of its application fails, after its creation and ${starts - 1} more starts`, async (t) => {
    const app = await startDatasources(t);
    const { id } = await app.create({ type });
    for (let start = 0; start < starts; start += 1) {
      if (start > 0) await startAgain(app, id);
      await app.ready(id);
      // The table is made by one of them: making it is no matter of being ready.
      if (start === 0) await counting[type](await app.url(id));
      await assertAnswered(app, { id, type }, start * (queries + 1) + 1);
    }
  });
}

test('postgresql: nor does one after its creation over a prepared volume', async (t) => {
  const preparing = await startPreparing(t, 'postgresql');
  const { app } = preparing;
  for (let start = 0; start < count(1, 20); start += 1) {
    await preparing.volume('postgresql');
    const { id, volume } = await app.create({ type: 'postgresql' });
    assert.match(volume ?? '', /^quantum-prepared-/);
    await app.ready(id);
    await counting.postgresql(await app.url(id));
    await assertAnswered(app, { id, type: 'postgresql' }, 1);
    await app.deleted(id, '?volume=delete');
  }
});
