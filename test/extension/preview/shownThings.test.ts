import assert from 'node:assert/strict';
import test from 'node:test';
import { FilePlaces } from '../../../src/extension/preview/filePlaces.js';
import { firstView, readView } from '../../../src/extension/preview/previewView.js';
import type { PreviewView } from '../../../src/protocol/webviews.js';
import { project } from '../support.js';

const shop = { ...project(), rootPath: '/apps/shop' };

void test('what a file is to the framework is asked once, until something is saved or while it is nothing', async () => {
  const asked: string[] = [];
  const places = new FilePlaces((id, filePath) => {
    asked.push(`${id} ${filePath}`);
    return Promise.resolve(filePath === 'new.q' ? null : { kind: 'part', route: null });
  });
  const card = { project: shop, filePath: 'card.q' };
  assert.deepEqual(await places.of(card), { kind: 'part', route: null });
  await places.of(card);
  await places.of({ project: { ...shop, id: 2 }, filePath: 'card.q' });
  await places.of({ project: shop, filePath: 'new.q' });
  await places.of({ project: shop, filePath: 'new.q' });
  assert.deepEqual(asked, ['1 card.q', '2 card.q', '1 new.q', '1 new.q']);
  places.forget();
  await places.of(card);
  assert.equal(asked.length, 5);
});

void test('a view is read field by field: addresses stay in the application, values are texts', () => {
  const sent = {
    ...{ url: '//elsewhere', session: { user: 'Ann' }, database: 'other', more: 1 },
    ...{ props: { title: 'T', count: 3 }, slots: { default: '<b/>' }, layout: '' },
  } as unknown as PreviewView;
  assert.deepEqual(readView(sent), {
    ...{ url: '/elsewhere', session: { user: 'Ann' }, database: 'copy' },
    ...{ props: { title: 'T' }, slots: { default: '<b/>' } },
  });
  const kept: PreviewView = { ...firstView('/a'), layout: 'components/_layout/Shell.q' };
  assert.deepEqual(readView(kept), kept);
});
