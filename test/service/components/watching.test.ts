import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import type { ScannedComponent, WatchState } from '../../../src/protocol/components.js';
import { eventually } from '../../support/eventually.js';
import { startComponents, write, type ComponentApp } from './componentApp.js';

const page = (text: string) => `<q:component name="page"><p>${text}</p></q:component>\n`;

async function until(
  app: ComponentApp,
  looks: (components: readonly ScannedComponent[]) => boolean,
): Promise<void> {
  await eventually(async () => looks(await app.components()), {
    withinMs: 10_000,
    what: 'the components to look so',
  });
}

test('a watched project follows its files, and each change is told once', async (t) => {
  const app = await startComponents(t, { 'components/index.q': page('one') });
  app.events();
  assert.deepEqual(await app.post<WatchState>('watch'), { watching: true });
  assert.deepEqual(await app.post<WatchState>('watch'), { watching: true });
  assert.deepEqual(
    app.events().map(({ type }) => type),
    ['watch_changed', 'components_changed'],
  );
  await write(app.root, { 'components/about.q': page('two') });
  await until(app, (all) => all.some(({ route }) => route === '/about'));
  await rm(path.join(app.root, 'components/about.q'));
  await until(app, (all) => all.length === 1);
  assert.deepEqual(
    app.events().map((event) => event.type === 'components_changed' && event.changed),
    [1, 1],
  );
  await write(app.root, { 'notes.txt': 'nothing to us' });
  await write(app.root, {
    'components/index.q': '<q:component name="page"><q:sett/></q:component>',
  });
  await until(app, ([index]) => index?.status === 'error');
});

test('a watch ends when it is ended, and with its project', async (t) => {
  const app = await startComponents(t, { 'components/index.q': page('one') });
  await app.post('watch');
  app.events();
  const address = `/api/projects/${app.id}/watch`;
  assert.deepEqual(await app.call('DELETE', address), { watching: false });
  assert.deepEqual(await app.call('DELETE', address), { watching: false });
  assert.deepEqual(
    app.events().map((event) => event.type === 'watch_changed' && event.watching),
    [false],
  );
  assert.deepEqual(await app.get('watch'), { watching: false });
  await app.post('watch');
  await app.call('DELETE', `/api/projects/${app.id}`);
  assert.equal((await app.refused('GET', address)).code, 'not-found');
  assert.equal((await app.refused('POST', address)).code, 'not-found');
});

test('a watch moves with the folder of its project', async (t) => {
  const app = await startComponents(t, { 'components/index.q': page('one') });
  await app.post('watch');
  const other = path.join(app.work, 'other');
  await write(other, { 'quantum.config.yaml': '', 'components/other.q': page('two') });
  await app.call('PUT', `/api/projects/${app.id}`, { rootPath: other });
  await until(app, (all) => all.map(({ route }) => route).join() === '/other');
  await write(other, { 'components/more.q': page('three') });
  await until(app, (all) => all.length === 2);
});
