import assert from 'node:assert/strict';
import test from 'node:test';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import pg from 'pg';
import { eventually } from '../support/eventually.js';
import { count } from '../support/slice.js';
import { counting } from './clients.js';
import { startDatasources } from './datasourceApp.js';
import { everythingSeen, momentOf, run } from './everythingSeen.js';
import { Preparing, startPreparing } from './preparedApp.js';

/** What two servers have in common only when one is a copy of the other. */
const identity = {
  postgresql: async (url: string): Promise<string> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const sql = 'SELECT system_identifier::text AS id FROM pg_control_system()';
      return (await client.query<{ id: string }>(sql)).rows[0]?.id ?? '';
    } finally {
      await client.end();
    }
  },
  mysql: async (url: string): Promise<string> => {
    const connection = await createConnection(url);
    try {
      const [rows] = await connection.query<RowDataPacket[]>('SELECT @@server_uuid AS id');
      return (rows[0] as { id: string }).id;
    } finally {
      await connection.end();
    }
  },
};

test('postgresql: a new datasource starts from a prepared volume that is like no other, and the next is prepared', async (t) => {
  const preparing = await startPreparing(t, 'postgresql');
  const { app } = preparing;
  const first = await preparing.volume('postgresql');
  const [before] = await app.list();
  const { id } = await app.create({ type: 'postgresql' });
  const one = await app.ready(id);
  assert.match(await preparing.logOf(id), /^Starting from a prepared volume$/m);
  assert.match(one.volume ?? '', /^quantum-prepared-postgresql-/);
  assert.equal(await counting.postgresql(await app.url(id)), 1);
  const second = await preparing.volume('postgresql');
  assert.notEqual(second.id, first.id);
  const waited = Date.parse(second.createdAt) - Date.parse(await preparing.endedAt(id));
  assert.ok(waited >= 1_500, `who was told that it is ready connects first: ${waited} ms`);

  const next = await app.create({ type: 'postgresql' });
  await app.ready(next.id);
  const urls = await Promise.all([before!.id, id, next.id].map((each) => app.url(each)));
  assert.equal(new Set(urls.map((url) => new URL(url).password)).size, 3);
  assert.equal(new Set(await Promise.all(urls.map(identity.postgresql))).size, 3);
  assert.equal(await counting.postgresql(urls[2] ?? ''), 1);

  await app.call('POST', `/api/datasources/${id}/restart`);
  await app.ready(id);
  assert.equal(await counting.postgresql(urls[1] ?? ''), 2);
  await app.deleted(id, '?volume=delete');
  assert.ok(!(await app.volumes()).includes(one.volume ?? ''));
});

for (const type of ['mariadb', 'mysql'].slice(0, count(1, 2)) as ('mariadb' | 'mysql')[]) {
  test(`${type}: a new datasource starts from a prepared volume with a password of its own`, async (t) => {
    const preparing = await startPreparing(t, type);
    const { app } = preparing;
    await preparing.volume(type);
    const [before] = await app.list();
    const { id } = await app.create({ type });
    await app.ready(id);
    assert.match(await preparing.logOf(id), /^Starting from a prepared volume$/m);
    const urls = [await app.url(before!.id), await app.url(id)] as const;
    assert.notEqual(new URL(urls[0]).password, new URL(urls[1]).password);
    assert.equal(await counting[type](urls[1]), 1);
    if (type !== 'mysql') return;
    assert.notEqual(await identity.mysql(urls[0]), await identity.mysql(urls[1]));
  });
}

test('of several that are made at once one starts from the prepared volume, the others from nothing', async (t) => {
  const preparing = await startPreparing(t, 'postgresql');
  const { app } = preparing;
  await preparing.volume('postgresql');
  const wanted = count(3, 30);
  const all = await Promise.all(
    Array.from({ length: wanted }, () => app.create({ type: 'postgresql', autoSetup: false })),
  );
  assert.equal(new Set(all.map(({ port }) => port)).size, wanted);
  assert.equal(new Set(all.map(({ volume }) => volume)).size, wanted);
  const prepared = all.filter(({ volume }) => volume?.startsWith('quantum-prepared-'));
  assert.equal(prepared.length, 1);
  for (const { id } of all) assert.equal((await app.settled(id)).status, 'running');
});

test('names or a password of somebody’s own start from nothing; a prepared volume that is gone is made up for', async (t) => {
  const preparing = await startPreparing(t, 'postgresql');
  const { app } = preparing;
  const waiting = await preparing.volume('postgresql');
  const own = await app.create({ type: 'postgresql', password: 'of somebody’s own' });
  const named = await app.create({ type: 'postgresql', username: 'keeper' });
  const other = await app.create({ type: 'postgresql', databaseName: 'shop' });
  for (const { volume } of [own, named, other]) assert.doesNotMatch(volume ?? '', /prepared/);
  await app.ready(own.id);
  assert.deepEqual((await preparing.state()).volumes, [waiting]);

  const [name] = (await app.volumes()).filter((each) => each.startsWith('quantum-prepared-'));
  await run('docker', 'volume', 'rm', name ?? '');
  const { id } = await app.create({ type: 'postgresql' });
  await app.ready(id);
  assert.match(await preparing.logOf(id), /^The prepared volume is gone/m);
  assert.equal(await counting.postgresql(await app.url(id)), 1);
});

test('the password of a prepared volume stands nowhere, while it is prepared, waits or is in use', async (t) => {
  const since = await momentOf(t);
  const preparing = await startPreparing(t, 'postgresql');
  const { app } = preparing;
  await preparing.volume('postgresql', 'preparing');
  // Nothing is told of a container that is made before there is a datasource.
  const container = await eventually(
    async () => {
      const filters = [`label=${app.label}`, 'label=quantum-admin.prepared'];
      const found = await run(
        'docker',
        'ps',
        '-aq',
        ...filters.flatMap((one) => ['--filter', one]),
      );
      return found.trim().split('\n')[0];
    },
    { withinMs: 60_000, what: 'the container that prepares a volume' },
  );
  const inspected = await run('docker', 'inspect', container);
  const processes = await run('ps', '-eo', 'args');
  await preparing.volume('postgresql');
  const { id } = await app.create({ type: 'postgresql' });
  await app.ready(id);
  const { password } = new URL(await app.url(id));
  const seen = { ...(await everythingSeen(app, id, since)), inspected, processes };
  for (const [place, text] of Object.entries(seen))
    assert.ok(!text.includes(password), `${place} holds the password`);
});

test('switched off, in the middle too, nothing of it is left; what is left when the service ends is nothing', async (t) => {
  const preparing = await startPreparing(t, 'postgresql');
  const { app } = preparing;
  const [one] = await app.list();
  await preparing.volume('postgresql');
  assert.deepEqual(await preparing.switch(false), { enabled: false, volumes: [], problem: null });
  assert.deepEqual(await app.volumes(), [one?.volume]);

  await preparing.switch(true);
  await preparing.volume('postgresql', 'preparing');
  assert.deepEqual((await preparing.switch(false)).volumes, []);
  assert.deepEqual(await app.volumes(), [one?.volume]);
  assert.equal((await app.containers()).length, 1);

  await preparing.switch(true);
  await preparing.volume('postgresql', 'preparing');
  await app.service.close();
  assert.deepEqual(await app.volumes(), [one?.volume]);
});

test('an engine elsewhere prepares nothing, says so, and makes datasources all the same', async (t) => {
  const app = await startDatasources(t);
  await app.call('PUT', '/api/docker/settings', { host: null, connectAddress: '127.0.0.1' });
  const { id } = await app.create({ type: 'postgresql' });
  await app.ready(id);
  const preparing = new Preparing(app);
  await preparing.switch(true);
  const { volumes, problem } = await eventually(
    async () => {
      const state = await preparing.state();
      return state.problem === null ? null : state;
    },
    { withinMs: 60_000, what: 'why no volume is prepared' },
  );
  assert.deepEqual(volumes, []);
  assert.match(problem ?? '', /of this machine only/);
});
