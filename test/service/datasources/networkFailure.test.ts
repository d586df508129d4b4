import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import test, { type TestContext } from 'node:test';
import type { Driver, Failure } from '../../../src/service/datasources/drivers/driver.js';
import { networkFailure } from '../../../src/service/datasources/drivers/networkFailure.js';
import { kindOf } from '../../../src/service/datasources/kinds/kinds.js';
import { Secret } from '../../../src/service/platform/secrets/secret.js';

const types = ['postgresql', 'mysql', 'mongodb', 'redis'] as const;

async function failureAt(driver: Driver, host: string, port: number): Promise<Failure> {
  const login = { ...{ host, port, database: '0', username: 'clerk' }, tls: false };
  return driver.probe({ ...login, password: new Secret('any'), patienceMs: 1_000 }).then(
    () => assert.fail('nobody answers there'),
    (error: unknown) => driver.explain(error),
  );
}

/** A port whose program closes every connection at once. */
async function closing(t: TestContext): Promise<number> {
  const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  return (server.address() as AddressInfo).port;
}

for (const type of types) {
  test(`${type}: what its client met is said in words, with what to do`, async (t) => {
    const driver = await kindOf(type).driver();
    const nobody = await failureAt(driver, '127.0.0.1', 1);
    assert.equal(nobody.message, 'Nothing listens at 127.0.0.1:1.');
    const lost = await failureAt(driver, '127.0.0.1', await closing(t));
    assert.equal(lost.code, 'server-unreachable', lost.message);
    const unknown = await failureAt(driver, 'no.such.host.invalid', 1);
    assert.equal(unknown.code, 'host-unknown', unknown.message);
    assert.match(unknown.message, /^No host is named no\.such\.host\.invalid\.$/);
    for (const { message, repair } of [nobody, lost, unknown]) {
      assert.doesNotMatch(message, /\bE[A-Z]{4,}\b|socket hang up/);
      assert.ok(repair !== null);
    }
  });
}

test('every address of a name that was tried is named, an address of IPv6 in its brackets', () => {
  const errors = [
    { message: '', address: '::1', port: 5432 },
    { message: '', address: '127.0.0.1', port: 5432 },
  ];
  const { message } = networkFailure({ code: 'ECONNREFUSED', message: '', errors });
  assert.equal(message, 'Nothing listens at [::1]:5432 and 127.0.0.1:5432.');
});
