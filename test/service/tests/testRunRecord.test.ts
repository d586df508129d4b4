import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  TestRunRecord,
  type RecordedResult,
  type RecordedTest,
  type TestRunRecordPorts,
} from '../../../src/service/tests/testRunRecord.js';

const result: RecordedResult = {
  ...{ status: 'passed', ms: 3, message: '', line: 1, step: null, page: null, hollow: null },
  ...{ output: '', requests: [], trace: null },
};
const named = (id: string): RecordedTest => ({
  test: { id, suite: 'a', file: 'a.test.q', line: 1, name: id, kind: 'application' },
  repetition: 1,
});

/** A record over a store that notes what each transaction did, while no time passes. */
function noted(t: TestContext): { record: TestRunRecord; transactions: string[][] } {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const transactions: string[][] = [];
  let now: string[] = [];
  const note = (what: string): Promise<number> => Promise.resolve(now.push(what));
  const nothing = (): Promise<void> => Promise.resolve();
  const ports = {
    platform: {
      now: () => new Date(0),
      events: { append: (_tx: object, { testId }: { testId: string }) => note(`${testId} began`) },
      store: {
        read: () => Promise.resolve(new Set()),
        write: async (work: (tx: object) => Promise<void>) => {
          transactions.push((now = []));
          await work({});
        },
      },
    },
    runs: {
      write: (_tx: object, _id: number, counts: { passed_tests: number }) =>
        note(`${counts.passed_tests} passed`),
      update: (_tx: object, _id: number, { status }: { status: string }) => note(status),
      thin: nothing,
    },
    results: {
      insert: (_tx: object, { test_id }: { test_id: string }) => note(`${test_id} ended`),
      thin: nothing,
      runs: nothing,
    },
    days: { add: nothing },
    traces: { forget: nothing },
    requests: { append: nothing, keep: nothing },
  } as unknown as TestRunRecordPorts;
  return { record: new TestRunRecord(ports, 1, 1), transactions };
}

/** Lets whatever needs no time come to pass. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await nextTurn();
}

test('what happens in quick tests is written together, in its order', async (t) => {
  const { record, transactions } = noted(t);
  record.begun({}, { hash: '', parts: null });
  record.started(named('one'));
  await turns();
  assert.deepEqual(transactions, [['0 passed', 'running', 'one began']]);
  for (const [ended, next] of [['one', 'two'] as const, ['two', 'three'] as const]) {
    record.ended(named(ended), result);
    record.started(named(next));
    await turns();
  }
  assert.equal(transactions.length, 1, 'so soon nothing is written again');
  t.mock.timers.tick(50);
  await turns();
  const together = ['2 passed', 'one ended', 'two began', 'two ended', 'three began'];
  assert.deepEqual(transactions.slice(1), [together]);
});

test('the end of a run waits for no time, nor does a run that is handed over', async (t) => {
  const { record, transactions } = noted(t);
  record.started(named('one'));
  await turns();
  record.ended(named('one'), result);
  await record.flush();
  assert.deepEqual(transactions.at(-1), ['1 passed', 'one ended']);
  record.ended(named('two'), result);
  await record.end('completed');
  assert.deepEqual(transactions[2], ['2 passed', 'two ended', 'completed']);
});

test('tests wait for the disk when too much waits for it', async (t) => {
  const { record, transactions } = noted(t);
  record.started(named('first'));
  await turns();
  for (let at = 0; at < 201; at += 1) record.ended(named(`test ${at}`), result);
  await record.room();
  assert.equal(transactions[1]?.length, 202);
});
