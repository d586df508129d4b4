import assert from 'node:assert/strict';
import test from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { dataOf } from '../../src/client/problemError.js';
import { builtProduct } from '../support/builtProduct.js';
import { openWindow, type ClientWindow } from '../support/clientWindow.js';
import { eventually } from '../support/eventually.js';
import { temporaryHome } from '../support/runningService.js';
import { count, seed } from '../support/slice.js';

/** What one window knows of its own project: what was acknowledged, and what nobody can say. */
interface Ledger {
  readonly name: string;
  id: number | null;
  acknowledged: number;
  unknown: number;
  /** The last acknowledged description, and those whose answer never came since. */
  last: string | null;
  maybe: string[];
}

function random(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

async function write(window: ClientWindow, ledger: Ledger, n: number): Promise<void> {
  const api = await window.connection.api();
  if (ledger.id === null) {
    await dataOf(api.POST('/api/projects', { body: { name: ledger.name } })).then(
      ({ id }) => (ledger.id = id),
      async () => {
        // The answer was lost, perhaps not the write: look, as a person would.
        const all = await dataOf((await window.connection.api()).GET('/api/projects'));
        ledger.id = all.find(({ name }) => name === ledger.name)?.id ?? null;
      },
    );
    return;
  }
  const description = `${n}`;
  const params = { path: { id: ledger.id } };
  await dataOf(api.PUT('/api/projects/{id}', { params, body: { description } })).then(
    () => {
      ledger.acknowledged++;
      ledger.last = description;
      ledger.maybe = [];
    },
    () => {
      ledger.unknown++;
      ledger.maybe.push(description);
    },
  );
}

test('no acknowledged write is lost or doubled however often the service is killed', async (t) => {
  const kills = count(12, 1_000);
  t.diagnostic(`seed ${seed}, ${kills} kills`);
  const next = random(seed);
  const home = await temporaryHome(t);
  const dist = await builtProduct();
  const windows = Array.from({ length: 8 }, () => openWindow(t, { home, dist }));
  const ledgers = windows.map((_, index): Ledger => {
    const name = `window ${index}`;
    return { name, id: null, acknowledged: 0, unknown: 0, last: null, maybe: [] };
  });
  let writing = true;
  const writers = windows.map(async (window, index) => {
    for (let n = 0; writing; n++) {
      await write(window, ledgers[index]!, n).catch(() => undefined);
    }
  });
  let killed = 0;
  let lastPid = 0;
  while (killed < kills) {
    const { status } = await windows[killed % 8]!.reaches(
      'connected',
      (state) => state.status.pid !== lastPid,
    );
    await pause(next() * 400);
    process.kill(status.pid, 'SIGKILL');
    lastPid = status.pid;
    killed++;
  }
  const total = (): number => ledgers.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
  const before = total();
  await eventually(() => total() >= before + 8, {
    withinMs: 40_000,
    what: 'writes after the last',
  });
  writing = false;
  await Promise.all(writers);

  const all = await dataOf((await windows[0]!.connection.api()).GET('/api/projects'));
  assert.equal(all.length, 8, 'one project for each window');
  for (const { name, id, acknowledged, unknown, last, maybe } of ledgers) {
    const project = all.find((candidate) => candidate.id === id);
    assert.ok(project, `${name} lost its project`);
    const updates = project.version - 1;
    assert.ok(updates >= acknowledged, `${name}: ${acknowledged} acknowledged, ${updates} there`);
    assert.ok(
      updates <= acknowledged + unknown,
      `${name}: ${updates} of ${acknowledged + unknown}`,
    );
    assert.ok(
      [last, ...maybe].includes(project.description),
      `${name} shows ${project.description}, last acknowledged ${last}`,
    );
  }
  const unknown = ledgers.reduce((sum, ledger) => sum + ledger.unknown, 0);
  t.diagnostic(`${total()} acknowledged, ${unknown} without an answer, 0 lost, 0 doubled`);
});
