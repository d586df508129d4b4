import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  FolderRegistration,
  type FolderRegistrationOptions,
  type WindowFolder,
} from '../../../src/extension/projects/folderRegistration.js';
import type { OpenProject } from '../../../src/protocol/projects.js';
import { settled } from '../support.js';

const folder = (name: string): WindowFolder => ({ uri: `file:///${name}`, path: `/${name}` });

function registrationOf(own: Partial<FolderRegistrationOptions>): {
  registration: FolderRegistration;
  opened: OpenProject[];
  errors: unknown[];
} {
  const opened: OpenProject[] = [];
  const errors: unknown[] = [];
  const registration = new FolderRegistration({
    folders: () => [folder('shop')],
    isOurs: () => Promise.resolve(true),
    openedAt: () => '2026-01-01T00:00:00.000Z',
    interpreter: () => null,
    open: (body) => Promise.resolve(opened.push(body)),
    onError: (_, error) => errors.push(error),
    ...own,
  });
  return { registration, opened, errors };
}

test('every folder of the window that is ours registers, with its opening time and interpreter', async () => {
  const { registration, opened } = registrationOf({
    folders: () => [folder('shop'), folder('kdb'), folder('blog')],
    isOurs: ({ path }) => Promise.resolve(path !== '/kdb'),
    interpreter: ({ path }) => (path === '/shop' ? { path: '/py', source: 'setting' } : null),
  });
  await registration.sync();
  const openedAt = '2026-01-01T00:00:00.000Z';
  assert.deepEqual(opened, [
    { rootPath: '/shop', openedAt, interpreter: '/py', interpreterSource: 'setting' },
    { rootPath: '/blog', openedAt },
  ]);
});

test('a deleted project stays deleted until a person adds its folder', async () => {
  const opened: OpenProject[] = [];
  let deleted = true;
  const { registration } = registrationOf({
    open: (body) => {
      opened.push(body);
      if (body.openedAt === undefined) deleted = false;
      return deleted
        ? Promise.reject(Object.assign(new Error('no'), { code: 'not-found' }))
        : Promise.resolve();
    },
  });
  await registration.sync();
  assert.deepEqual(registration.staysDeleted, [folder('shop')]);
  await registration.addAnew();
  assert.deepEqual(opened[1], { rootPath: '/shop' });
  assert.deepEqual(registration.staysDeleted, []);
});

test('one folder that fails does not keep the others from registering', async () => {
  const { registration, errors } = registrationOf({
    folders: () => [folder('broken'), folder('shop')],
    open: ({ rootPath }) =>
      rootPath === '/broken' ? Promise.reject(new Error('disk')) : Promise.resolve(),
  });
  await registration.sync();
  assert.equal(errors.length, 1);
  assert.deepEqual(registration.staysDeleted, []);
});

test('folder events in a burst run one after another, and the last one is honoured', async () => {
  let running = 0;
  let most = 0;
  let runs = 0;
  let folders = [folder('a')];
  const release: (() => void)[] = [];
  const seen: string[] = [];
  const { registration } = registrationOf({
    folders: () => folders,
    open: async ({ rootPath }) => {
      most = Math.max(most, ++running);
      runs += 1;
      await new Promise<void>((resolve) => release.push(resolve));
      seen.push(rootPath);
      running -= 1;
    },
  });
  const all = [registration.sync(), registration.sync(), registration.sync()];
  await settled();
  folders = [folder('b')];
  all.push(registration.sync());
  for (let turn = 0; turn < 3; turn += 1) {
    release.shift()?.();
    await settled();
  }
  await Promise.all(all);
  assert.equal(most, 1);
  assert.equal(runs, 2);
  assert.deepEqual(seen, ['/a', '/b']);
});

test('an interpreter that is chosen no more is told as well, and only then', async () => {
  let chosen: { path: string; source: 'python-extension' } | null = {
    path: '/py',
    source: 'python-extension',
  };
  const { registration, opened } = registrationOf({ interpreter: () => chosen });
  await registration.sync();
  chosen = null;
  await registration.sync();
  await registration.sync();
  assert.deepEqual(
    opened.map(({ interpreter }) => interpreter),
    ['/py', null, undefined],
  );
});
