import assert from 'node:assert/strict';
import test from 'node:test';
import type { ConnectionTest } from '../../src/protocol/datasources.js';
import { counting } from './clients.js';
import { startDatasources } from './datasourceApp.js';
import { everythingSeen, run } from './everythingSeen.js';

for (const type of ['postgresql', 'mariadb', 'redis', 'mongodb'] as const) {
  test(`${type}: a password stands nowhere but where it is asked for, before and after it is changed`, async (t) => {
    const app = await startDatasources(t);
    const first = `canary-${type}-Zq9x`;
    const { id } = await app.create({ type, password: first });
    const during = await run('ps', '-eo', 'args');
    assert.ok(!during.includes('Zq9x'), 'processes while it is made');
    await app.ready(id);
    assert.equal(await counting[type](await app.url(id)), 1);

    const second = `changed-${type}-Zq9x`;
    const before = await app.url(id);
    await app.call('PUT', `/api/datasources/${id}`, { password: second });
    const changed = await app.settled(id);
    assert.equal(changed.error, null);
    await assert.rejects(counting[type](before));
    assert.ok((await app.url(id)).includes(second));
    assert.equal(await counting[type](await app.url(id)), 2);
    await app.call('POST', `/api/datasources/${id}/restart`);
    await app.ready(id);
    assert.equal(await counting[type](await app.url(id)), 3);

    // Tried out before a change is saved, the stored one is used where none is typed.
    const { port, databaseName, username } = changed;
    const asked = { type, host: '127.0.0.1', port, databaseName, ...(username && { username }) };
    const tried = async (more: object): Promise<boolean> =>
      (await app.call<ConnectionTest>('POST', '/api/datasources/test', { ...asked, ...more })).ok;
    assert.equal(await tried({ datasourceId: id }), true);
    assert.equal(await tried({}), false);

    for (const [place, text] of Object.entries(await everythingSeen(app, id))) {
      assert.ok(!text.includes('Zq9x'), `${place} holds the password`);
    }
  });
}
