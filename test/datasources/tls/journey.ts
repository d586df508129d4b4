import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import type {
  ConnectionTest,
  Datasource,
  DatasourceType,
} from '../../../src/protocol/datasources.js';
import type { Job } from '../../../src/protocol/jobs.js';
import { startDatasources } from '../datasourceApp.js';

/** Run by the test beside it, with the authority of the server among those that Node trusts. */
const type = process.env['SERVER_TYPE'] === 'mariadb' ? 'mariadb' : 'postgresql';
const server = {
  type: type as DatasourceType,
  ...{ tls: true, port: Number(process.env['SERVER_PORT']) },
  ...{ password: 's3cret', username: type === 'mariadb' ? 'root' : 'postgres' },
  databaseName: type === 'mariadb' ? 'mysql' : 'postgres',
};

test('a server that takes TLS alone is asked, loaded and dumped, and has to be who it says', async (t) => {
  const app = await startDatasources(t);
  const { id } = await app.create({ ...server, connectionType: 'direct', host: '127.0.0.1' });
  await app.ready(id);
  assert.equal((await app.call<ConnectionTest>('POST', `/api/datasources/${id}/test`)).ok, true);

  const file = path.join(app.root, 'notes.sql');
  await writeFile(
    file,
    "CREATE TABLE notes (text TEXT);\nINSERT INTO notes VALUES ('secretly');\n",
  );
  const done = async (way: 'load' | 'dump'): Promise<void> => {
    const url = `/api/datasources/${id}/${way}`;
    const { jobId } = await app.call<Datasource>('POST', url, { path: file });
    await app.settled(id);
    const { error } = await app.call<Job>('GET', `/api/jobs/${jobId}`);
    assert.equal(error, null, way);
  };
  await done('load');
  await writeFile(file, '');
  await done('dump');
  assert.match(await readFile(file, 'utf8'), /secretly/);

  const asked = { ...server, host: 'localhost' };
  const { ok, error } = await app.call<ConnectionTest>('POST', '/api/datasources/test', asked);
  assert.deepEqual([ok, error?.code], [false, 'certificate-name'], error?.message);
  const plain = { ...server, host: '127.0.0.1', tls: false };
  assert.equal((await app.call<ConnectionTest>('POST', '/api/datasources/test', plain)).ok, false);
});
