import assert from 'node:assert/strict';
import test from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { dataOf } from '../../src/client/problemError.js';
import type { ApiClient } from '../../src/client/connection.js';
import { builtWithCounting } from '../support/builtProduct.js';
import { cleanUp } from '../support/cleanup.js';
import { openWindow, type ClientWindow } from '../support/clientWindow.js';
import { eventually } from '../support/eventually.js';
import { temporaryHome } from '../support/runningService.js';
import { count, seed } from '../support/slice.js';

/** What one window knows of its own project: what was acknowledged, and what nobody can say. */
interface Ledger {
  readonly name: string;
  id: number | null;
  readonly acknowledged: string[];
  readonly unknown: string[];
}

function random(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The write that is done anew each time it comes through; its route is no part of the product's API. */
async function addNote(api: ApiClient, projectId: number, note: string): Promise<void> {
  const post = api.POST as unknown as (
    url: string,
    init: { body: object },
  ) => Promise<{ data?: unknown; error?: unknown; response: Response }>;
  await dataOf(post('/api/test/notes', { body: { projectId, note } }));
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
  const note = `${ledger.name}, note ${n}`;
  await addNote(api, ledger.id, note).then(
    () => ledger.acknowledged.push(note),
    () => ledger.unknown.push(note),
  );
}

test('no acknowledged write is lost or doubled however often the service is killed', async (t) => {
  const kills = count(12, 1_000);
  t.diagnostic(`seed ${seed}, ${kills} kills`);
  const next = random(seed);
  const home = await temporaryHome(t);
  const version = '0.1.4';
  const dist = await builtWithCounting(version);
  const windows = Array.from({ length: 8 }, () => openWindow(t, { home, dist, version }));
  const ledgers = windows.map((_, index): Ledger => {
    const name = `window ${index}`;
    return { name, id: null, acknowledged: [], unknown: [] };
  });
  const done = new AbortController();
  cleanUp(t, () => done.abort());
  const writers = windows.map(async (window, index) => {
    for (let n = 0; !done.signal.aborted; n++) {
      await write(window, ledgers[index]!, n).catch(() => pause(20));
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
  const total = (): number =>
    ledgers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
  const before = total();
  await eventually(() => total() >= before + 8, {
    withinMs: 40_000,
    what: 'writes after the last',
  });
  done.abort();
  await Promise.all(writers);

  const all = await dataOf((await windows[0]!.connection.api()).GET('/api/projects'));
  assert.equal(all.length, 8, 'one project for each window');
  const api = await windows[0]!.connection.api();
  let answerLost = 0;
  for (const { name, id, acknowledged, unknown } of ledgers) {
    assert.ok(id !== null, `${name} has no project`);
    const { endpoints } = await dataOf(api.GET('/api/projects/{id}', { params: { path: { id } } }));
    const there = endpoints.map(({ path }) => path);
    assert.equal(new Set(there).size, there.length, `${name}: nothing is there twice`);
    const lost = acknowledged.filter((note) => !there.includes(note));
    assert.deepEqual(lost, [], `${name}: everything acknowledged is there`);
    const strange = there.filter((note) => !acknowledged.includes(note) && !unknown.includes(note));
    assert.deepEqual(strange, []);
    answerLost += there.length - acknowledged.length;
  }
  const unknown = ledgers.reduce((sum, ledger) => sum + ledger.unknown.length, 0);
  t.diagnostic(`${total()} acknowledged; ${unknown} without an answer, ${answerLost} of them done`);
});
