import assert from 'node:assert/strict';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { makeScratchFolder } from '../../../src/service/preview/scratchFolder.js';
import { temporaryFolder } from '../../support/serviceApp.js';

/** No system counts so far. */
const nobody = 2 ** 30;

test('copies of data that a killed service left go with the next preview, and those of a living one stay', async (t) => {
  const folder = await temporaryFolder(t, 'temporary');
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  t.after(() => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  });
  const living = `quantum-admin-preview-${process.pid}-abc`;
  const left = `quantum-admin-preview-${nobody}-abc`;
  for (const name of [living, left, 'of-somebody-else']) {
    await mkdir(path.join(folder, name));
    await writeFile(path.join(folder, name, 'main.db'), 'rows');
  }
  const made = path.basename(await makeScratchFolder());
  assert.deepEqual((await readdir(folder)).sort(), ['of-somebody-else', living, made].sort());
});
