import assert from 'node:assert/strict';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import type { Project } from '../../../src/protocol/projects.js';
import { temporaryFolder } from '../../support/serviceApp.js';
import { quantumFolder, startProjects } from './projectApp.js';

test('a folder that goes away is shown as missing, and as present when it is back', async (t) => {
  const app = await startProjects(t);
  const shop = await quantumFolder(path.join(app.work, 'shop'));
  const { id, version, updatedAt } = await app.open(shop);
  await rename(shop, path.join(await temporaryFolder(t, 'away'), 'shop'));
  const missing = await app.until(id, ({ folderState }) => folderState === 'missing');
  assert.equal(missing.movedTo, null);
  assert.ok(missing.version > version);
  assert.equal(missing.updatedAt, updatedAt);
  await quantumFolder(shop);
  await app.until(id, ({ folderState }) => folderState === 'present');
});

test('a folder that was renamed is shown as moved, and where to; linking it there mends it', async (t) => {
  const app = await startProjects(t);
  const shop = await quantumFolder(path.join(app.work, 'shop'));
  const { id } = await app.open(shop);
  const store = path.join(app.work, 'store');
  await rename(shop, store);
  const moved = await app.until(id, ({ folderState }) => folderState === 'moved');
  assert.equal(moved.movedTo, store);
  assert.equal(moved.rootPath, shop);
  const mended = await app.call<Project>('PUT', `/api/projects/${id}`, { rootPath: moved.movedTo });
  assert.deepEqual(
    { state: mended.folderState, rootPath: mended.rootPath, movedTo: mended.movedTo },
    { state: 'present', rootPath: store, movedTo: null },
  );
});

test('a renamed folder further up makes its projects missing, and its return finds them', async (t) => {
  const app = await startProjects(t);
  const clients = path.join(app.work, 'a/clients');
  const shop = await app.open(await quantumFolder(path.join(clients, 'shop')));
  const blog = await app.open(await quantumFolder(path.join(clients, 'blog')));
  await rename(path.join(app.work, 'a'), path.join(app.work, 'b'));
  await app.until(shop.id, ({ folderState }) => folderState === 'missing');
  await app.until(blog.id, ({ folderState }) => folderState === 'missing');
  await rename(path.join(app.work, 'b'), path.join(app.work, 'a'));
  await app.until(shop.id, ({ folderState }) => folderState === 'present');
  await app.until(blog.id, ({ folderState }) => folderState === 'present');
  // The watchers are on the folders that are there now.
  await rename(path.join(clients, 'shop'), path.join(clients, 'store'));
  await app.until(shop.id, ({ folderState }) => folderState === 'moved');
});

test('what happened while no service ran is seen at its start', async (t) => {
  const home = await temporaryFolder(t, 'home');
  const first = await startProjects(t, {}, { home });
  const shop = await quantumFolder(path.join(first.work, 'shop'));
  const blog = await quantumFolder(path.join(first.work, 'blog'));
  await first.open(shop);
  await first.open(blog);
  await first.close();
  await rename(shop, path.join(first.work, 'store'));
  await rm(blog, { recursive: true });
  const second = await startProjects(t, {}, { home });
  const states = (await second.list()).map(({ folderState }) => folderState);
  assert.deepEqual(states, ['moved', 'missing']);
});

test('a folder remade at its path is remembered: it is found again when it moves', async (t) => {
  const app = await startProjects(t);
  const shop = await quantumFolder(path.join(app.work, 'shop'));
  const { id } = await app.open(shop);
  await rm(shop, { recursive: true });
  await app.until(id, ({ folderState }) => folderState === 'missing');
  await quantumFolder(shop);
  await app.until(id, ({ folderState }) => folderState === 'present');
  await rename(shop, path.join(app.work, 'store'));
  await app.until(id, ({ folderState }) => folderState === 'moved');
});

test('what happens beside and inside a folder that is in its place tells nothing', async (t) => {
  const app = await startProjects(t);
  const shop = await quantumFolder(path.join(app.work, 'shop'));
  const { id } = await app.open(shop);
  app.events();
  for (let number = 0; number < 20; number++) {
    await mkdir(path.join(app.work, `other${number}`));
    await writeFile(path.join(shop, `${number}.txt`), '');
  }
  // Something that does tell comes after all that was to tell nothing.
  await rename(shop, path.join(app.work, 'store'));
  await app.until(id, ({ folderState }) => folderState === 'moved');
  assert.equal(app.events().length, 1);
});

test('two windows see a change in the order it was made, at once', async (t) => {
  const app = await startProjects(t);
  const { id } = await app.call<Project>('POST', '/api/projects', { name: 'Shop' });
  const windows: { version: number; at: number }[][] = [[], []];
  for (const seen of windows) {
    app.platform.events.subscribe(({ event }) => {
      if (event.type === 'project_updated') {
        seen.push({ version: event.version, at: performance.now() });
      }
    });
  }
  const latencies: number[] = [];
  for (let number = 0; number < 50; number++) {
    const asked = performance.now();
    await app.call('PUT', `/api/projects/${id}`, { name: `Shop ${number}` });
    for (const seen of windows) latencies.push((seen.at(-1)?.at ?? Number.NaN) - asked);
  }
  const order = Array.from({ length: 50 }, (_, index) => index + 2);
  for (const seen of windows)
    assert.deepEqual(
      seen.map(({ version }) => version),
      order,
    );
  latencies.sort((one, other) => one - other);
  const at = (part: number) => latencies[Math.floor(latencies.length * part)]?.toFixed(1);
  t.diagnostic(
    `asked → told: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${latencies.at(-1)?.toFixed(1)} ms`,
  );
});
