import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import test from 'node:test';
import type { DockerInfo } from '../../../src/protocol/datasources.js';
import type { DoctorReport } from '../../../src/protocol/doctor.js';
import { eventually } from '../../support/eventually.js';
import { counting } from '../clients.js';
import { startDatasources } from '../datasourceApp.js';

/** Run by the tests beside it where the engine is elsewhere: another machine, or outside of this container. */
const type = 'redis';

async function isListenedAt(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

const closed = (port: number): Promise<boolean> =>
  eventually(async () => !(await isListenedAt(port)), {
    ...{ withinMs: 5_000, what: `nobody to listen on port ${port}` },
  });

test('a datasource of an engine elsewhere is made, asked, stopped, started and deleted', async (t) => {
  const app = await startDatasources(t);
  const { id } = await app.create({ type });
  const { host, port } = await app.ready(id);
  assert.ok(host !== null && port !== null);
  const info = await app.call<DockerInfo>('GET', '/api/docker/info');
  assert.deepEqual(
    [info.connectWay, info.connectHost, host],
    [process.env['EXPECTED_WAY'], '127.0.0.1', '127.0.0.1'],
  );
  const visits = async (): Promise<number> => counting[type](await app.url(id));
  assert.equal(await visits(), 1);
  const many = await Promise.all(Array.from({ length: 8 }, visits));
  assert.deepEqual(many.sort(), [2, 3, 4, 5, 6, 7, 8, 9]);

  await app.call('POST', `/api/datasources/${id}/stop`);
  assert.equal((await app.settled(id)).status, 'stopped');
  await closed(port);
  await app.call('POST', `/api/datasources/${id}/start`);
  await app.ready(id);
  assert.equal(await visits(), 10);

  const { checks } = await app.call<DoctorReport>('GET', '/api/doctor');
  console.log(checks.find((check) => check.id === 'docker')?.sentence);
  await app.deleted(id, '?volume=delete');
  await closed(port);
});
