import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { CodeFingerprints } from '../../../src/service/tests/codeFingerprint.js';

async function application(t: TestContext) {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'quantum-code-')));
  t.after(() => rm(root, { recursive: true, force: true }));
  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  };
  await write('components/index.q', '<p/>');
  await write('services/shipping.py', 'price = 1');
  return { root, write };
}

test('the same code is the same, and other code is not', async (t) => {
  const { root, write } = await application(t);
  const fingerprints = new CodeFingerprints();
  const first = await fingerprints.of(root);
  assert.deepEqual(await fingerprints.of(root), first);
  assert.deepEqual(await new CodeFingerprints().of(root), first);
  await write('data/rows.csv', 'not code');
  await write('.venv/lib.py', 'not code');
  await write('readme.md', 'not code');
  assert.deepEqual(await fingerprints.of(root), first);
  await write('components/index.q', '<b/>');
  const page = await fingerprints.of(root);
  assert.notEqual(page.all, first.all);
  assert.equal(page.python, first.python);
  await write('services/shipping.py', 'price = 2');
  assert.notEqual((await fingerprints.of(root)).python, first.python);
  await write('services/shipping.py', 'price = 1');
  await write('components/index.q', '<p/>');
  assert.deepEqual(await fingerprints.of(root), first);
});

test('a change that keeps the time and the length of a file is seen', async (t) => {
  const { root, write } = await application(t);
  const page = path.join(root, 'components/index.q');
  const longAgo = new Date(Date.UTC(2026, 0, 1));
  await utimes(page, longAgo, longAgo);
  const fingerprints = new CodeFingerprints();
  const first = await fingerprints.of(root);
  await write('components/index.q', '<b/>');
  await utimes(page, longAgo, longAgo);
  assert.notEqual((await fingerprints.of(root)).all, first.all);
});
