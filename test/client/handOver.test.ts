import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { dataOf } from '../../src/client/problemError.js';
import type { ApiClient } from '../../src/client/connection.js';
import type { Job } from '../../src/protocol/jobs.js';
import { builtAsVersion, builtWithCounting } from '../support/builtProduct.js';
import { cleanUp } from '../support/cleanup.js';
import { openWindow } from '../support/clientWindow.js';
import { eventually } from '../support/eventually.js';
import { serviceLog, startService, temporaryHome } from '../support/runningService.js';

/** The counting job's route is no part of the product's API. */
async function startCounting(api: ApiClient, steps: number, file: string): Promise<Job> {
  const post = api.POST as unknown as (
    url: string,
    init: { body: object },
  ) => Promise<{ data?: Job; error?: unknown; response: Response }>;
  return dataOf(post('/api/test/count', { body: { steps, file } }));
}

test('a newer window takes over while a job runs, a stream is open and writes come in', async (t) => {
  const home = await temporaryHome(t);
  const [oldDist, newDist] = [await builtWithCounting('0.1.1'), await builtWithCounting('0.2.0')];
  const old = openWindow(t, { home, dist: oldDist, version: '0.1.1' });
  const api = await old.connection.api();
  const ledgerFile = path.join(home, 'steps');
  const steps = 40;
  const job = await startCounting(api, steps, ledgerFile);

  /** What the old window's views would show, kept up by its events alone. */
  const shown = new Set<number>();
  let refreshing = Promise.resolve();
  old.connection.onEvent((event) => {
    if (event.type === 'project_created') shown.add(event.id);
    if (event.type !== 'reset') return;
    refreshing = dataOf(api.GET('/api/projects')).then((all) => {
      for (const { id } of all) shown.add(id);
    });
  });

  const acknowledged: string[] = [];
  const refused: unknown[] = [];
  const writing = new AbortController();
  cleanUp(t, () => writing.abort());
  let n = 0;
  const write = async (): Promise<void> => {
    while (!writing.signal.aborted) {
      await dataOf(api.POST('/api/projects', { body: { name: `p${++n}` } })).then(
        ({ name }) => acknowledged.push(name),
        (error: unknown) => {
          refused.push(error);
          return pause(20);
        },
      );
    }
  };
  const writers = Promise.all(Array.from({ length: 4 }, write));
  await eventually(() => acknowledged.length >= 5, { withinMs: 20_000, what: 'the first writes' });

  const young = openWindow(t, { home, dist: newDist, version: '0.2.0' });
  const { status } = await young.reaches('connected');
  assert.equal(status.version, '0.2.0');
  await old.reaches('connected', (state) => state.status.version === '0.2.0');
  const after = acknowledged.length;
  await eventually(() => acknowledged.length >= after + 5, {
    withinMs: 20_000,
    what: 'writes after the hand-over',
  });
  writing.abort();
  await writers;

  const newApi = await young.connection.api();
  const ended = await eventually(
    async () => {
      const found = await dataOf(
        newApi.GET('/api/jobs/{id}', { params: { path: { id: job.id } } }),
      );
      return found.state === 'completed' ? found : null;
    },
    { withinMs: 20_000, what: 'the job to end' },
  );
  assert.equal(ended.state, 'completed');
  const written = (await readFile(ledgerFile, 'utf8')).trim().split('\n').map(Number);
  assert.deepEqual(
    written,
    Array.from({ length: steps }, (_, index) => index + 1),
    'each step once',
  );

  const all = await dataOf(newApi.GET('/api/projects'));
  assert.deepEqual(all.map(({ name }) => name).sort(), [...acknowledged].sort());
  assert.deepEqual(refused, [], 'no write was refused on the way');
  await eventually(() => refreshing.then(() => shown.size === all.length), {
    withinMs: 5_000,
    what: 'the old window to show everything',
  });
  const reasons = (await serviceLog(home)).filter(({ msg }) => msg === 'exit');
  assert.deepEqual(
    reasons.map(({ reason }) => reason),
    ['handing over to version 0.2.0'],
    'one hand-over, and the older window replaced nobody',
  );
});

test('an older window is served by the newer service and starts it again when it is gone', async (t) => {
  const home = await temporaryHome(t);
  const [oldDist, newDist] = [await builtAsVersion('0.1.2'), await builtAsVersion('0.3.0')];
  const young = openWindow(t, { home, dist: newDist, version: '0.3.0' });
  const first = await young.reaches('connected');
  const old = openWindow(t, { home, dist: oldDist, version: '0.1.2' });
  const served = await old.reaches('connected');
  assert.equal(served.status.pid, first.status.pid);
  young.connection.dispose();
  process.kill(served.status.pid, 'SIGKILL');
  const again = await old.reaches('connected', ({ status }) => status.pid !== served.status.pid);
  assert.equal(again.status.version, '0.3.0', 'the newest ever started here, not its own');
});

test('the service itself refuses to hand over to an older version', async (t) => {
  const service = await startService(t);
  const body = { successorVersion: '0.0.1' };
  await assert.rejects(dataOf(service.api.POST('/api/service/drain', { body })), /only to a newer/);
  assert.equal((await dataOf(service.api.GET('/api/service'))).draining, false);
});

test('restart gives every window a fresh service', async (t) => {
  const home = await temporaryHome(t);
  const dist = await builtAsVersion('0.1.3');
  const [one, two] = [openWindow(t, { home, dist }), openWindow(t, { home, dist })];
  const before = (await one.reaches('connected')).status.epoch;
  await two.reaches('connected');
  await one.connection.restart('a person asked');
  const fresh = await two.reaches('connected', ({ status }) => status.epoch > before);
  assert.equal((await one.reaches('connected')).status.pid, fresh.status.pid);
  assert.ok(two.events.some(({ type }) => type === 'reset'));
});
