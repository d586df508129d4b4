import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pino from 'pino';
import { StoredEventLog } from '../../src/service/platform/events/storedEventLog.js';
import type { Store } from '../../src/service/platform/store/store.js';
import { TestDayRepository } from '../../src/service/tests/testDayRepository.js';
import { TestResultRepository } from '../../src/service/tests/testResultRepository.js';
import { TestRunRepository } from '../../src/service/tests/testRunRepository.js';
import { engines } from './engines.js';
import { addProject, testResult, testRun } from './rows.js';

const log = pino({ level: 'silent' });

interface Run {
  readonly suites: readonly string[];
  readonly day?: string;
  readonly branch?: string;
  readonly commit?: string;
}

/** The history of one project, written as runs write it. */
class History {
  readonly days = new TestDayRepository();

  private constructor(
    readonly store: Store,
    readonly projectId: number,
    readonly runs: TestRunRepository,
    readonly results: TestResultRepository,
  ) {}

  static async begin(store: Store, name = 'tested'): Promise<History> {
    const now = (): Date => new Date();
    const events = await StoredEventLog.open({ store, log, now });
    const projectId = await store.write((tx) => addProject(tx, name));
    const runs = new TestRunRepository(events);
    return new History(store, projectId, runs, new TestResultRepository(events));
  }

  /** One run with a test that passes in each of these suites. */
  add({ suites, day = '2026-01-02', branch, commit }: Run): Promise<number> {
    return this.store.write(async (tx) => {
      const id = await this.runs.insert(tx, {
        ...testRun(this.projectId),
        ...{ total_tests: suites.length, passed_tests: suites.length },
        ...{ completed_at: `${day}T10:00:00.000Z`, duration_ms: 100 },
        ...{ git_branch: branch ?? null, git_commit: commit ?? null },
      });
      for (const suite_name of suites) {
        await this.results.insert(tx, { ...testResult(this.projectId, id), suite_name });
      }
      await this.days.add(tx, id);
      return id;
    });
  }

  async runsWithResults(): Promise<number[]> {
    return [...(await this.store.read((db) => this.results.runs(db)))].sort((a, b) => a - b);
  }

  async found(filter: object): Promise<number[]> {
    const wish = { projectId: this.projectId, limit: 10, ...filter };
    return (await this.store.read((db) => this.runs.list(db, wish))).map(({ id }) => id);
  }
}

for (const engine of engines) {
  describe(`${engine.name}: history of tests`, () => {
    before(() => engine.start());
    after(() => engine.stop());

    const withHistory = async (look: (history: History) => Promise<void>): Promise<void> => {
      const store = await (await engine.place()).open();
      try {
        await look(await History.begin(store));
      } finally {
        await store.close();
      }
    };

    it('keeps the results of the newest runs that hold so many together, whole runs only', () =>
      withHistory(async (history) => {
        const { store, results, projectId } = history;
        const first = await history.add({ suites: ['a'] });
        const second = await history.add({ suites: ['a', 'b', 'c'] });
        const third = await history.add({ suites: ['a'] });
        const thin = (most: number): Promise<void> =>
          store.write((tx) => results.thin(tx, projectId, most));
        await thin(5);
        assert.deepEqual(await history.runsWithResults(), [first, second, third]);
        await thin(4);
        assert.deepEqual(await history.runsWithResults(), [second, third]);
        await thin(2);
        assert.deepEqual(await history.runsWithResults(), [second, third], 'it began within');
        await thin(1);
        assert.deepEqual(await history.runsWithResults(), [third]);
        const large = await history.add({ suites: ['a', 'b', 'c'] });
        await thin(1);
        assert.deepEqual(await history.runsWithResults(), [large], 'the newest in any case');
      }));

    it('thins one project and leaves the others alone', () =>
      withHistory(async (history) => {
        const other = await History.begin(history.store, 'other');
        const others = [await other.add({ suites: ['a'] }), await other.add({ suites: ['a'] })];
        await history.add({ suites: ['a'] });
        const newest = await history.add({ suites: ['a'] });
        await history.store.write(async (tx) => {
          await history.results.thin(tx, history.projectId, 1);
          await history.runs.thin(tx, history.projectId, 1);
        });
        assert.deepEqual(await history.runsWithResults(), [...others, newest]);
        assert.deepEqual(await history.found({}), [newest]);
        assert.deepEqual((await other.found({})).length, 2);
      }));

    it('adds up days by suite, which stay when the runs are gone', () =>
      withHistory(async (history) => {
        const { store, runs, days, projectId } = history;
        await history.add({ suites: ['a', 'b'] });
        await history.add({ suites: ['b', 'b'] });
        await history.add({ suites: ['b'], day: '2026-01-03' });
        await store.write((tx) => runs.thin(tx, projectId, 1));
        const told = async (suite?: string): Promise<unknown[]> => {
          const wish = { limit: 10, ...(suite === undefined ? {} : { suite }) };
          const rows = await store.read((db) => days.list(db, projectId, wish));
          return rows.map((row) => [row.day, row.runs, row.passed, row.duration_ms]);
        };
        assert.deepEqual(await told(), [
          ['2026-01-03', 1, 1, 100],
          ['2026-01-02', 2, 4, 200],
        ]);
        assert.deepEqual(await told('b'), [
          ['2026-01-03', 1, 1, 12.5],
          ['2026-01-02', 2, 3, 37.5],
        ]);
        assert.deepEqual(await store.read((db) => days.suites(db, projectId)), ['a', 'b']);
      }));

    it('tells the tests that pass and fail on the same code, and the slow ones', () =>
      withHistory(async (history) => {
        const { store, results, projectId } = history;
        const id = await history.add({ suites: [] });
        const add = (name: string, code_hash: string, status: string, duration_ms = 10) =>
          store.write((tx) =>
            results.insert(tx, {
              ...{ ...testResult(projectId, id), test_id: name, test_name: name },
              ...{ code_hash, status, duration_ms },
            }),
          );
        await add('moody', 'one', 'passed', 10);
        await add('moody', 'one', 'error', 30);
        await add('mended', 'one', 'failed');
        await add('mended', 'two', 'passed');
        const flaky = await store.read((db) => results.flaky(db, projectId));
        assert.deepEqual(
          flaky.map((row) => [row.test_name, row.code_hash, row.passed, row.failed]),
          [['moody', 'one', 1, 1]],
        );
        const slow = await store.read((db) => results.slowest(db, projectId, id, 1));
        assert.deepEqual(
          slow.map((row) => [row.test_id, row.times, row.mean_ms, row.most_ms]),
          [['moody', 2, 20, 30]],
        );
        assert.deepEqual(await store.read((db) => results.slowest(db, projectId, id + 1, 1)), []);
      }));

    it('finds runs by suite, branch and the beginning of a commit', () =>
      withHistory(async (history) => {
        const first = await history.add({ suites: ['a'], branch: 'main', commit: 'abc123' });
        const second = await history.add({ suites: ['a', 'b'], branch: 'topic', commit: 'abd456' });
        assert.deepEqual(await history.found({ suite: 'a' }), [second, first]);
        assert.deepEqual(await history.found({ suite: 'b' }), [second]);
        assert.deepEqual(await history.found({ branch: 'main' }), [first]);
        assert.deepEqual(await history.found({ commit: 'ab' }), [second, first]);
        assert.deepEqual(await history.found({ commit: 'abd' }), [second]);
        assert.deepEqual(await history.found({ trigger: 'save' }), []);
        const branches = await history.store.read((db) =>
          history.runs.branches(db, history.projectId),
        );
        assert.deepEqual(branches, ['main', 'topic']);
      }));
  });
}
