import assert from 'node:assert/strict';
import { access, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import type { Datasource, DatasourcePassword } from '../../src/protocol/datasources.js';
import type { Job } from '../../src/protocol/jobs.js';
import { counting } from './clients.js';
import { startDatasources, type DatasourceApp } from './datasourceApp.js';

/** Begins a load or a dump and answers its job once that has ended. */
async function done(
  app: DatasourceApp,
  id: number,
  way: 'load' | 'dump',
  file: string,
): Promise<Job> {
  const url = `/api/datasources/${id}/${way}`;
  const { jobId } = await app.call<Datasource>('POST', url, { path: file });
  await app.settled(id);
  return app.call('GET', `/api/jobs/${jobId}`);
}

/** The same database as a server that is there: Quantum Admin knows nothing of its container. */
async function asServer(app: DatasourceApp, { id, type }: Datasource): Promise<Datasource> {
  const { port, databaseName, username } = await app.get(id);
  const { password } = await app.call<DatasourcePassword>(
    'POST',
    `/api/datasources/${id}/password`,
  );
  const made = await app.create({
    ...{ type, connectionType: 'direct', host: '127.0.0.1', port: port ?? 0 },
    ...{ databaseName: databaseName ?? '', username: username ?? '', password: password ?? '' },
  });
  return app.ready(made.id);
}

for (const type of ['postgresql', 'mariadb', 'mysql'] as const) {
  test(`${type}: a dump goes into another database with all that it holds, of a container or a server`, async (t) => {
    const app = await startDatasources(t);
    const [from, to] = [await app.create({ type }), await app.create({ type })];
    await app.ready(from.id);
    await app.ready(to.id);
    for (const visits of [1, 2, 3]) {
      assert.equal(await counting[type](await app.url(from.id)), visits);
    }
    const file = path.join(app.root, 'dump.sql');
    assert.equal((await done(app, from.id, 'dump', file)).error, null);
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    assert.match(await readFile(file, 'utf8'), /visits/);
    assert.equal((await done(app, to.id, 'load', file)).error, null);
    assert.equal(await counting[type](await app.url(to.id)), 4);

    const server = await asServer(app, to);
    assert.equal((await done(app, server.id, 'dump', file)).error, null);
    const more = path.join(app.root, 'more.sql');
    const text = (await readFile(file, 'utf8')).replaceAll('visits', 'copies');
    await writeFile(more, text);
    assert.equal((await done(app, server.id, 'load', more)).error, null);
    await done(app, to.id, 'dump', file);
    assert.match(await readFile(file, 'utf8'), /copies/);
    assert.equal(await app.holders(), 0, 'no container is left of it');
  });
}

test('a file that fails leaves nothing of itself in PostgreSQL, and says why', async (t) => {
  const app = await startDatasources(t);
  const { id } = await app.create({ type: 'postgresql' });
  const ready = await app.ready(id);
  const file = path.join(app.root, 'broken.sql');
  await writeFile(file, 'CREATE TABLE visits (id serial);\nINSERT INTO absent VALUES (1);\n');
  const failed = await done(app, id, 'load', file);
  assert.equal(failed.state, 'failed');
  assert.match(failed.error ?? '', /^broken\.sql, line 2: relation "absent" does not exist/);
  const after = await app.get(id);
  assert.deepEqual(
    [after.badge, after.error],
    [ready.badge, null],
    'the datasource is what it was',
  );
  // The table of the file is not there: the application makes its own.
  assert.equal(await counting.postgresql(await app.url(id)), 1);

  await writeFile(file, "CREATE TABLE notes (text text);\nINSERT INTO notes VALUES ('unended')");
  assert.equal((await done(app, id, 'load', file)).state, 'completed');
  const dump = path.join(app.root, 'whole.sql');
  await done(app, id, 'dump', dump);
  assert.match(await readFile(dump, 'utf8'), /unended/);
  await app.call('POST', `/api/datasources/${id}/load`, { path: `${file}.absent` }, 404);
  await app.call('POST', `/api/datasources/${id}/load`, { path: 'relative.sql' }, 400);
  const elsewhere = await app.create({ type: 'redis', autoStart: false });
  await app.call('POST', `/api/datasources/${elsewhere.id}/dump`, { path: dump }, 409);
  await assert.rejects(access(`${dump}.part`));
});
