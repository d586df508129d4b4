import assert from 'node:assert/strict';
import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { followLog } from '../../../src/service/platform/jobs/followLog.js';
import { JobLog } from '../../../src/service/platform/jobs/jobLog.js';
import { segmentName } from '../../../src/service/platform/jobs/jobLogFiles.js';
import { JobSignals } from '../../../src/service/platform/jobs/jobSignals.js';
import { temporaryFolder } from '../../support/serviceApp.js';

const line = (seq: number): string => `${JSON.stringify({ seq, at: '', text: `line ${seq}` })}\n`;

test('lines written until the very end are read, also those after the last look', async (t) => {
  const directory = await temporaryFolder(t, 'log');
  const signals = new JobSignals();
  const file = path.join(directory, segmentName(1, 0));
  await appendFile(file, line(1));
  let asked = 0;
  const lines = followLog({
    directory,
    id: 1,
    after: 0,
    signal: new AbortController().signal,
    signals,
    async hasEnded() {
      asked += 1;
      signals.emit(1);
      if (asked === 1) return false;
      await appendFile(file, line(2));
      return true;
    },
  });
  const seqs: number[] = [];
  for await (const { seq } of lines) seqs.push(seq);
  assert.deepEqual(seqs, [1, 2]);
});

test('a line that a kill cut off is left out, and the next attempt’s lines are whole', async (t) => {
  const directory = await temporaryFolder(t, 'log');
  await appendFile(path.join(directory, segmentName(1, 0)), line(1) + line(2).slice(0, 20));
  const log = new JobLog({
    directory,
    id: 1,
    now: () => new Date(),
    capBytes: 100_000,
    onError: (error) => {
      throw error;
    },
    onDidWrite: () => undefined,
  });
  log.write('second attempt');
  log.close();
  const lines = followLog({
    directory,
    id: 1,
    after: 0,
    signal: new AbortController().signal,
    signals: new JobSignals(),
    hasEnded: () => Promise.resolve(true),
  });
  const texts: string[] = [];
  for await (const { seq, text } of lines) texts.push(`${seq} ${text}`);
  assert.deepEqual(texts, ['1 line 1', '2 second attempt']);
});
