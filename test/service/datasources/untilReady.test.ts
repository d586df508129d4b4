import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import type { DatasourceFailure } from '../../../src/service/datasources/datasourceFailure.js';
import { untilReady } from '../../../src/service/datasources/untilReady.js';

const starting = { code: 'server-starting', message: 'it starts', repair: null, passing: true };

/** A clock that only pauses and attempts move. Answers the pauses, each with the time it began at. */
function clock(t: TestContext): { now: number; readonly pauses: { at: number; ms: number }[] } {
  const time = { now: 1_000, pauses: [] as { at: number; ms: number }[] };
  t.mock.method(performance, 'now', () => time.now);
  t.mock.method(globalThis, 'setTimeout', (done: () => void, ms: number) => {
    time.pauses.push({ at: time.now, ms });
    time.now += ms;
    queueMicrotask(done);
  });
  return time;
}

/** Asks a server that takes `readyAfterMs`, each attempt `attemptMs`. */
async function asked(
  t: TestContext,
  { readyAfterMs, attemptMs }: { readonly readyAfterMs: number; readonly attemptMs: number },
): Promise<{ readonly pauses: readonly { at: number; ms: number }[]; readonly tookMs: number }> {
  const time = clock(t);
  const began = time.now;
  await untilReady({
    attempt: () => {
      time.now += attemptMs;
      return time.now - began < readyAfterMs
        ? Promise.reject(new Error('not yet'))
        : Promise.resolve();
    },
    explain: () => starting,
    onAttempt: () => undefined,
    patienceMs: 120_000,
    signal: new AbortController().signal,
  });
  const pauses = time.pauses.map(({ at, ms }) => ({ at: at - began, ms }));
  return { pauses, tookMs: time.now - began };
}

test('a server is asked again after 15 ms, then after 4 % of the time it took so far, at most a second', async (t) => {
  const { pauses } = await asked(t, { readyAfterMs: 60_000, attemptMs: 2 });
  assert.equal(pauses[0]?.ms, 15);
  for (const { at, ms } of pauses) {
    assert.equal(ms, Math.min(1_000, Math.max(15, at * 0.04)), `after ${at} ms`);
  }
  assert.ok(pauses.some(({ ms }) => ms > 15 && ms < 1_000));
  assert.equal(pauses.at(-1)?.ms, 1_000);
});

for (const readyAfterMs of [300, 1_400, 9_000, 24_000]) {
  test(`who waits ${readyAfterMs} ms for a server waits 4 % longer at most for the asking`, async (t) => {
    const attemptMs = 5;
    const { tookMs } = await asked(t, { readyAfterMs, attemptMs });
    const longer = tookMs - readyAfterMs - attemptMs;
    assert.ok(longer <= Math.max(15, readyAfterMs * 0.04), `${longer} ms`);
  });
}

test('a server that never answers is given up after its time, and never before thirty attempts', async (t) => {
  const time = clock(t);
  let attempts = 0;
  const given = (attemptMs: number): Promise<void> =>
    untilReady({
      attempt: () => {
        attempts += 1;
        time.now += attemptMs;
        return Promise.reject(new Error('not yet'));
      },
      explain: () => starting,
      onAttempt: () => undefined,
      patienceMs: 120_000,
      signal: new AbortController().signal,
    });
  await assert.rejects(given(1), (error: DatasourceFailure) => {
    assert.match(
      error.message,
      /^The server did not answer within 120 s \(\d+ attempts\): it starts$/,
    );
    return error.code === 'server-starting';
  });
  assert.ok(time.now < 1_000 + 122_000);
  attempts = 0;
  await assert.rejects(given(60_000));
  assert.equal(attempts, 30);
});

test('what cannot pass by itself is final at once', async (t) => {
  const time = clock(t);
  const wrong = { code: 'wrong-password', message: 'no', repair: 'Give it.', passing: false };
  await assert.rejects(
    untilReady({
      attempt: () => Promise.reject(new Error('refused')),
      explain: () => wrong,
      onAttempt: () => assert.fail('it is tried again'),
      patienceMs: 120_000,
      signal: new AbortController().signal,
    }),
    (error: DatasourceFailure) => error.code === 'wrong-password' && error.repair === 'Give it.',
  );
  assert.deepEqual(time.pauses, []);
});
