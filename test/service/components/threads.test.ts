import assert from 'node:assert/strict';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { readProject, type KnownFile } from '../../../src/service/components/readProject.js';
import { write } from './componentApp.js';

const source = path.resolve(__dirname, '../../../src/service/components/scanWorker.ts');

test('threads read a large project as one thread does', async (t) => {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'quantum-threads-')));
  t.after(() => rm(root, { recursive: true, force: true }));
  const pages = Array.from({ length: 450 }, (_, at) => [
    `components/p${at}.q`,
    `<q:component name="p${at}"><q:${at % 9 === 0 ? 'frob' : 'param'} name="a"/></q:component>`,
  ]);
  await write(root, Object.fromEntries(pages) as Record<string, string>);
  const read = async (script: string | null): Promise<(readonly string[])[]> => {
    const options = { root, release: null, known: new Map<string, KnownFile>(), changed: null };
    const { files } = await readProject({ ...options, worker: script });
    return [...files].map(([file, { encoded }]) => [file, encoded]).sort();
  };
  const worker = path.join(root, 'scanWorker.js');
  await build({ entryPoints: [source], outfile: worker, bundle: true, platform: 'node' });
  const threaded = await read(worker);
  assert.equal(threaded.length, 450);
  assert.equal(threaded.filter(([, encoded]) => encoded?.includes('frob')).length, 50);
  assert.deepEqual(threaded, await read(null));
});

test('what a thread dies of is told', async (t) => {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'quantum-threads-')));
  t.after(() => rm(root, { recursive: true, force: true }));
  const pages = Array.from({ length: 400 }, (_, at) => [`components/p${at}.q`, '<q:component/>']);
  await write(root, Object.fromEntries(pages) as Record<string, string>);
  const absent = path.join(root, 'absent.js');
  const options = { root, release: null, known: new Map<string, KnownFile>(), changed: null };
  await assert.rejects(readProject({ ...options, worker: absent }), /absent\.js/);
});
