import assert from 'node:assert/strict';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import type { TestResult } from '../../../src/protocol/testResults.js';
import type { RunTests } from '../../../src/protocol/testRuns.js';
import type { AffectedTests } from '../../../src/protocol/tests.js';
import { applicationMutant, type ApplicationMutant } from '../../support/applicationMutants.js';
import { Random } from '../../support/random.js';
import { count, ofPart, seed as soakSeed, soaking } from '../../support/slice.js';
import { startTests, storefront, type TestsApp } from './testsApp.js';

const mutants = count(100, 1_000);
/** So many are in the application at once. One could hide what another breaks only by mending just that. */
const together = 10;
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

interface Mutant extends ApplicationMutant {
  /** For a person who wants to see it again. */
  readonly told: string;
  readonly affected: ReadonlySet<string>;
}

const isBad = ({ status }: TestResult): boolean => status !== 'passed';
const why = ({ testId, message }: TestResult): string => `${testId}: ${message}`;

/** Mutants of different files, so that all of a group can be there at once. */
function groupsOf(drawn: readonly Mutant[], most: number): Mutant[][] {
  const groups: Mutant[][] = [];
  for (const mutant of drawn) {
    const fits = (group: Mutant[]): boolean =>
      group.length < most && !group.some(({ file }) => file === mutant.file);
    const group = groups.find(fits);
    if (group) group.push(mutant);
    else groups.push([mutant]);
  }
  return groups;
}

/** The application of a test, while some of its files are others. */
class Mutated {
  constructor(
    private readonly app: TestsApp,
    private readonly files: ReadonlyMap<string, string>,
  ) {}

  /** What became of these tests with these mutants in the application. */
  async results(
    these: readonly ApplicationMutant[],
    tests: readonly string[],
    more: RunTests = {},
  ): Promise<readonly TestResult[]> {
    if (tests.length === 0) return [];
    return this.with(these, async () => {
      const { individual_test_results } = await this.app.run({ tests: [...tests], ...more });
      return individual_test_results;
    });
  }

  async with<T>(these: readonly ApplicationMutant[], work: () => Promise<T>): Promise<T> {
    const { root } = this.app;
    for (const { file, text } of these) await writeFile(path.join(root, file), text);
    const done = await work();
    for (const { file } of these) {
      await writeFile(path.join(root, file), this.files.get(file) ?? '');
    }
    return done;
  }
}

test('of any change, each test that fails was in the set that is affected', async (t) => {
  const root = await storefront(t);
  const app = await startTests(t, root);
  const files = await filesOf(root);
  const mutated = new Mutated(app, files);
  const random = new Random(seed);
  const { test_run, individual_test_results } = await app.run();
  assert.equal(test_run.status, 'completed');
  const all = individual_test_results.map(({ testId }) => testId);

  // The set is fixed before anything runs.
  const changes = Array.from({ length: mutants }, (_, at) => {
    const mutant = applicationMutant(files, random);
    return { ...mutant, told: `seed ${seed}, mutant ${at}: ${mutant.file}: ${mutant.what}` };
  });
  const drawn: Mutant[] = [];
  for (const mutant of ofPart(changes)) {
    const { told } = mutant;
    const body = { affected_by: [mutant.file] };
    const url = `/api/projects/${app.project.id}/tests/affected`;
    const asked = (): Promise<AffectedTests> => app.call('POST', url, body);
    const { tests, total } = await mutated.with([mutant], asked);
    assert.equal(total, all.length, told);
    drawn.push({ ...mutant, affected: new Set(tests) });
  }

  // None outside of the set may fail. A test stands outside of the sets of many: it runs once with all of them.
  let done = 0;
  for (const group of groupsOf(drawn, together)) {
    const byMutants = new Map<string, { these: Mutant[]; tests: string[] }>();
    for (const id of all) {
      const these = group.filter(({ affected }) => !affected.has(id));
      const key = these.map(({ file }) => file).join();
      const same = byMutants.get(key);
      if (same) same.tests.push(id);
      else byMutants.set(key, { these, tests: [id] });
    }
    for (const { these, tests } of byMutants.values()) {
      if (these.length === 0) continue;
      const results = await mutated.results(these, tests);
      const told = these.map((mutant) => mutant.told).join('\n');
      assert.equal(results.length, tests.length, told);
      assert.deepEqual(results.filter(isBad).map(why), [], told);
    }
    done += group.length;
    if (soaking) process.stderr.write(`${done} mutants, none missed\n`);
  }

  // A set that holds everything would miss nothing: it is small, and what is in it does fail.
  const sizes = drawn.map(({ affected }) => affected.size).sort((one, other) => one - other);
  const median = (sizes[Math.floor(sizes.length / 2)] ?? all.length) / all.length;
  let failing = 0;
  let ran = 0;
  for (const mutant of smallestFirst(drawn)) {
    if (!soaking && failing >= drawn.length / 2) break;
    const results = await mutated.results([mutant], [...mutant.affected], { stop_on_fail: true });
    if (results.some(isBad)) failing += 1;
    ran += 1;
    if (soaking && ran % toldEvery === 0) {
      process.stderr.write(`${ran} mutants, ${failing} failed a test\n`);
    }
  }
  t.diagnostic(`${failing} of ${ran} mutants failed; median set ${median.toFixed(2)} of the tests`);
  assert.ok(median <= 1 / 3, `the median set is ${median} of the tests`);
  assert.ok(failing >= drawn.length / 2, `${failing} of ${ran} mutants failed a test`);
});

/** Python is loaded into new processes: changes of it come one after the other. */
function smallestFirst(drawn: readonly Mutant[]): Mutant[] {
  const rank = ({ file, affected }: Mutant): number =>
    affected.size + (file.endsWith('.py') ? drawn.length : 0);
  return [...drawn].sort((one, other) => rank(one) - rank(other));
}
