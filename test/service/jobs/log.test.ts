import assert from 'node:assert/strict';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { enqueue, jobFeature, jobIn, untilAborted } from '../../support/sampleJobs.js';
import { startTestApp, temporaryFolder } from '../../support/serviceApp.js';
import { SseReader } from '../../support/sseReader.js';

test('a log is followed from its first line to the end of the job', async (t) => {
  let say = (_text: string): void => undefined;
  let finish = (): void => undefined;
  const { platform, authorized, url } = await startTestApp(
    t,
    jobFeature(({ log }) => {
      say = log;
      log('first\nsecond\n');
      return new Promise<void>((resolve) => (finish = resolve));
    }),
  );
  const { id } = await enqueue(platform);
  await jobIn(platform, id, 'active');
  const address = `${await url()}/api/jobs/${id}/logs`;
  const reader = await SseReader.open(t, address, authorized);
  assert.equal((await reader.next()).data['text'], 'first');
  assert.equal((await reader.next()).id, '2');
  say('third');
  assert.deepEqual((await reader.next()).data['text'], 'third');
  say('the very last');
  finish();
  assert.equal((await reader.next()).data['text'], 'the very last');
  assert.deepEqual(await reader.next(), {
    id: undefined,
    event: 'end',
    data: { state: 'completed' },
  });
  await reader.until(() => reader.ended);

  const late = await SseReader.open(t, `${address}?after=2`, authorized);
  await late.until(() => late.ended);
  assert.deepEqual(
    late.frames.map(({ data }) => data['text'] ?? data['state']),
    ['third', 'the very last', 'completed'],
  );
  const again = await SseReader.open(t, address, { ...authorized, 'last-event-id': '3' });
  await again.until(() => again.ended);
  assert.equal(again.frames.length, 2);
});

test('the log of a job that still waits is followed from the moment it runs', async (t) => {
  const { platform, authorized, url } = await startTestApp(
    t,
    jobFeature(async ({ data, log, signal }) => {
      if (data !== 'quick') await untilAborted(signal);
      log('at last');
    }),
  );
  const blockers = [await enqueue(platform), await enqueue(platform)];
  const { id } = await enqueue(platform, 'quick');
  const reader = await SseReader.open(t, `${await url()}/api/jobs/${id}/logs`, authorized);
  await platform.jobs.cancel(blockers[0]?.id ?? 0);
  assert.equal((await reader.next()).data['text'], 'at last');
  assert.equal((await reader.next()).event, 'end');
});

test('a reader who leaves a quiet log is forgotten', async (t) => {
  const service = await startTestApp(
    t,
    jobFeature(({ signal }) => untilAborted(signal)),
  );
  const { id } = await enqueue(service.platform);
  await jobIn(service.platform, id, 'active');
  const address = `${await service.url()}/api/jobs/${id}/logs`;
  const reader = await SseReader.open(t, address, service.authorized);
  assert.equal(service.streams.count, 1);
  const gone = new Promise<void>((resolve) => {
    service.streams.onDidChange(() => {
      if (service.streams.count === 0) resolve();
    });
  });
  reader.close();
  await gone;
});

test('a long log keeps its head and its tail within the cap, in order', async (t) => {
  const capBytes = 40_000;
  const total = 5_000;
  const { platform, home, authorized, url } = await startTestApp(t, {
    logCapBytes: capBytes,
    ...jobFeature(async ({ log }) => {
      for (let i = 1; i <= total; i += 1) {
        log(`line ${i}`);
        if (i % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
      }
    }),
  });
  const { id } = await enqueue(platform);
  await jobIn(platform, id, 'completed');
  const files = path.join(home, 'files');
  let size = 0;
  for (const name of await readdir(files)) size += (await stat(path.join(files, name))).size;
  assert.ok(size <= capBytes && size > capBytes / 2, `${size} bytes`);

  const reader = await SseReader.open(t, `${await url()}/api/jobs/${id}/logs`, authorized);
  await reader.until(() => reader.ended);
  const seqs = reader.frames.slice(0, -1).map(({ data }) => Number(data['seq']));
  assert.equal(seqs[0], 1);
  assert.equal(seqs.at(-1), total);
  assert.deepEqual(
    seqs,
    [...seqs].sort((a, b) => a - b),
  );
  const gaps = seqs.filter((seq, i) => i > 0 && seq !== (seqs[i - 1] ?? 0) + 1);
  assert.equal(gaps.length, 1, 'one gap, between head and tail');
});

test('a resumed job goes on in its old log', async (t) => {
  const home = await temporaryFolder(t, 'jobs');
  const first = await startTestApp(t, {
    home,
    ...jobFeature(({ log, signal }) => {
      log('before');
      return untilAborted(signal);
    }, true),
  });
  const { id } = await enqueue(first.platform);
  await jobIn(first.platform, id, 'active');
  await first.close('draining');
  const second = await startTestApp(t, {
    home,
    ...jobFeature(({ log }) => {
      log('after');
      return Promise.resolve();
    }, true),
  });
  await jobIn(second.platform, id, 'completed');
  const lines: string[] = [];
  for await (const { seq, text } of second.platform.jobs.logLines(
    id,
    0,
    new AbortController().signal,
  )) {
    lines.push(`${seq} ${text}`);
  }
  assert.deepEqual(lines, ['1 before', '2 after']);
});

test('there is no log of a job that is not there', async (t) => {
  const { app, authorized: headers } = await startTestApp(t);
  assert.equal((await app.inject({ url: '/api/jobs/4711/logs', headers })).statusCode, 404);
});
