import assert from 'node:assert/strict';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import type { AffectedTests } from '../../../src/protocol/tests.js';
import { applicationMutant } from '../../support/applicationMutants.js';
import { Random } from '../../support/random.js';
import { count, seed as soakSeed, soaking } from '../../support/slice.js';
import { startTests, storefront, type TestsApp } from './testsApp.js';

const mutants = count(20, 1_000);
/** A soak takes long: it says how far it is. */
const toldEvery = 50;
const seed = soaking ? soakSeed : 20_261_128;

/** The files a mutant can be made of, with their text. */
async function filesOf(root: string): Promise<Map<string, string>> {
  const names = await readdir(root, { recursive: true });
  const code = names
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => /^(components|services|migrations)\/.+\.(q|py|sql)$|\.yaml$/.test(name))
    .sort();
  const texts = await Promise.all(
    code.map(async (name) => [name, await readFile(path.join(root, name), 'utf8')] as const),
  );
  return new Map(texts);
}

/** Puts back what is known of the tests of the code as it was, as a run of all of them would. */
async function keptTraces({ platform: { store } }: TestsApp): Promise<() => Promise<void>> {
  const rows = await store.read((db) => db.selectFrom('test_trace').selectAll().execute());
  return () =>
    store.write(async (tx) => {
      await tx.deleteFrom('test_trace').execute();
      await tx.insertInto('test_trace').values(rows).execute();
    });
}

test('of any change, each test that fails was in the set that is affected', async (t) => {
  const root = await storefront(t);
  const app = await startTests(t, root);
  const at = `/api/projects/${app.project.id}/tests`;
  const files = await filesOf(root);
  const random = new Random(seed);
  const shares: number[] = [];
  let failing = 0;
  const baseline = await app.run();
  assert.equal(baseline.test_run.status, 'completed');
  const restore = await keptTraces(app);
  for (let index = 0; index < mutants; index += 1) {
    const { file, text, what } = applicationMutant(files, random);
    const told = `seed ${seed}, mutant ${index}: ${file}: ${what}`;
    await writeFile(path.join(root, file), text);
    const body = { affected_by: [file] };
    const { tests, total } = await app.call<AffectedTests>('POST', `${at}/affected`, body);
    const { individual_test_results: results } = await app.run();
    const bad = results.filter(({ status }) => status !== 'passed');
    assert.equal(results.length, total, told);
    const missed = bad.filter(({ testId }) => !tests.includes(testId));
    assert.deepEqual(
      missed.map(({ testId, message }) => `${testId}: ${message}`),
      [],
      told,
    );
    shares.push(tests.length / total);
    if (bad.length > 0) failing += 1;
    await writeFile(path.join(root, file), files.get(file) ?? '');
    await restore();
    if (soaking && index % toldEvery === toldEvery - 1) {
      process.stderr.write(`${index + 1} mutants, ${failing} failed a test\n`);
    }
  }
  const median = shares.sort((one, other) => one - other)[Math.floor(shares.length / 2)] ?? 1;
  t.diagnostic(
    `${failing} of ${mutants} mutants failed; median set ${median.toFixed(2)} of the tests`,
  );
  assert.ok(median <= 1 / 3, `the median set is ${median} of the tests`);
  assert.ok(failing >= mutants / 2, `${failing} of ${mutants} mutants failed a test`);
});
