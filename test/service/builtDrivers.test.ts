import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import { it } from 'node:test';
import type * as admin from '../../src/service/datasources/adopt/adminDatabase.js';
import type { Driver } from '../../src/service/datasources/drivers/driver.js';
import { Secret } from '../../src/service/platform/secrets/secret.js';
import { builtProduct } from '../support/builtProduct.js';

const load = async (chunk: string): Promise<unknown> =>
  createRequire(path.join(await builtProduct(), 'service.js'))(`./${chunk}.js`);

for (const name of ['postgresqlDriver', 'mysqlDriver', 'mongodbDriver', 'redisDriver']) {
  it(`${name}: as it is bundled its client connects, and says what it met`, async () => {
    const driver = ((await load(name)) as Record<string, Driver>)[name];
    assert.ok(driver);
    const login = { host: '127.0.0.1', port: 1, database: '0', username: null };
    const rest = { password: new Secret('any'), tls: false, patienceMs: 1_000 };
    const failure = await driver.probe({ ...login, ...rest }).then(
      () => assert.fail('nobody listens there'),
      (error: unknown) => driver.explain(error),
    );
    assert.equal(failure.code, 'server-unreachable', failure.message);
    assert.equal(failure.message, 'Nothing listens at 127.0.0.1:1.');
    assert.ok(failure.repair !== null);
    assert.equal(failure.passing, true);
  });
}

it('what an older Admin stored is read by SQLite as it is bundled', async () => {
  const { readAdminDatabase } = (await load('adminDatabase')) as typeof admin;
  const nothing = await readAdminDatabase(new Uint8Array());
  assert.deepEqual(Object.values(nothing).flat(), []);
});
