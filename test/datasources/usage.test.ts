import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import test from 'node:test';
import { cleanUp } from '../support/cleanup.js';
import { SseReader } from '../support/sseReader.js';
import { startDatasources } from './datasourceApp.js';

test('what a container uses is told each second, and ends with the container', async (t) => {
  const app = await startDatasources(t);
  const { id } = await app.create({ type: 'redis' });
  const { containerId } = await app.ready(id);
  const url = `${await app.service.url()}/api/datasources/${id}/usage`;
  const reader = await SseReader.open(t, url, app.service.authorized);
  const first = await reader.next();
  assert.equal(first.event, 'usage');
  const { memoryBytes, memoryLimitBytes, cpuPercent } = first.data as Record<string, number>;
  assert.ok(memoryBytes! > 1e6 && memoryBytes! < 1e9, `${memoryBytes} bytes`);
  assert.ok(memoryLimitBytes! > memoryBytes!);
  assert.ok(cpuPercent! < 50, `idle at ${cpuPercent} %`);

  const busy = ['exec', containerId ?? '', 'sh', '-c', 'while :; do :; done'];
  const loop = spawn('docker', busy, { stdio: 'ignore' });
  cleanUp(t, () => loop.kill());
  // On a machine that is busy itself, a loop gets what is left of a processor.
  let percent = 0;
  while (percent < cpuPercent! + 5) percent = Number((await reader.next()).data['cpuPercent']);
  assert.ok(percent < 150, `one loop takes one processor, not ${percent} %`);

  await app.call('POST', `/api/datasources/${id}/stop`);
  let last = await reader.next();
  while (last.event === 'usage') last = await reader.next();
  assert.deepEqual(last.data, { type: 'end', reason: 'the container ended' });
});
