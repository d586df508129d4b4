import assert from 'node:assert/strict';
import { chmod, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { inspect } from 'node:util';
import { isAppError } from '../../../src/service/platform/problem.js';
import { generateFernetKey } from '../../../src/service/platform/secrets/fernet.js';
import { Secret } from '../../../src/service/platform/secrets/secret.js';
import { StoredSecrets, type Secrets } from '../../../src/service/platform/secrets/secrets.js';
import { openStore } from '../../../src/service/platform/store/openStore.js';
import type { Store } from '../../../src/service/platform/store/store.js';
import { cleanUp } from '../../support/cleanup.js';
import { temporaryFolder } from '../../support/serviceApp.js';

interface Given {
  readonly environmentKey?: string;
  readonly passphrase?: string;
}

/** One store, and its secrets as the next start of the service with these sources would have them. */
async function place(t: TestContext) {
  const home = await temporaryFolder(t, 'secrets');
  const now = (): Date => new Date();
  const store = await openStore({
    directory: path.join(home, 'store'),
    now,
    onFatal: (reason) => {
      throw reason;
    },
  });
  cleanUp(t, () => store.close());
  const keyFile = path.join(home, 'encryption.key');
  const start = (given: Given = {}): Secrets =>
    new StoredSecrets({ store, now, keyFile, ...given });
  return { store, keyFile, start };
}

const keys = (store: Store) => store.read((db) => db.selectFrom('data_key').selectAll().execute());

const isLocked = (words: RegExp) => (error: unknown) =>
  isAppError(error) && error.code === 'secrets-locked' && words.test(error.detail);

test('a secret shows itself nowhere but where it is asked for', () => {
  const secret = new Secret('hunter2');
  const shown = [
    String(secret),
    secret.toString(),
    JSON.stringify({ secret }),
    inspect({ secret }),
  ];
  for (const text of shown) {
    assert.doesNotMatch(text, /hunter2/);
    assert.match(text, /\*\*\*/);
  }
  assert.equal(secret.reveal(), 'hunter2');
});

test('what was sealed is read by the next start, by a key file of its owner only', async (t) => {
  const { store, keyFile, start } = await place(t);
  assert.deepEqual(await keys(store), [], 'no key before the first password');
  const token = await start().seal(new Secret('hunter2'));
  assert.equal((await start().unseal(token)).reveal(), 'hunter2');
  if (process.platform !== 'win32') assert.equal((await stat(keyFile)).mode & 0o777, 0o600);
  const [row] = await keys(store);
  assert.equal(row!.keeper, 'key-file');
  assert.doesNotMatch(row!.wrapped, new RegExp((await readFile(keyFile, 'utf8')).trim()));
});

test('two who need the key at the same time get the one key', async (t) => {
  const { store, start } = await place(t);
  const secrets = start();
  const tokens = await Promise.all([1, 2, 3].map((n) => secrets.seal(new Secret(`password ${n}`))));
  const values = await Promise.all(tokens.map((token) => start().unseal(token)));
  assert.deepEqual(
    values.map((value) => value.reveal()),
    ['password 1', 'password 2', 'password 3'],
  );
  assert.equal((await keys(store)).length, 1);
});

test('a missing, foreign, damaged or open key file is said, and nothing is written', async (t) => {
  const { store, keyFile, start } = await place(t);
  const token = await start().seal(new Secret('hunter2'));
  const before = await keys(store);
  await rename(keyFile, `${keyFile}.away`);
  await assert.rejects(start().unseal(token), isLocked(/is missing/));
  await assert.rejects(start().seal(new Secret('new')), isLocked(/is missing/));
  await assert.rejects(stat(keyFile), { code: 'ENOENT' });

  await writeFile(keyFile, generateFernetKey(), { mode: 0o600 });
  await assert.rejects(start().unseal(token), isLocked(/does not open the data key [0-9a-f]{16}/));
  await writeFile(keyFile, 'half a k');
  await assert.rejects(start().unseal(token), isLocked(/holds no key/));
  assert.equal(await readFile(keyFile, 'utf8'), 'half a k');

  await rename(`${keyFile}.away`, keyFile);
  if (process.platform !== 'win32') {
    await chmod(keyFile, 0o644);
    await assert.rejects(start().unseal(token), isLocked(/read by other users/));
    await chmod(keyFile, 0o600);
  }
  assert.equal((await start().unseal(token)).reveal(), 'hunter2');
  assert.deepEqual(await keys(store), before);
});

test('one service that was locked goes on once the key is back', async (t) => {
  const { keyFile, start } = await place(t);
  const token = await start().seal(new Secret('hunter2'));
  await rename(keyFile, `${keyFile}.away`);
  const secrets = start();
  await assert.rejects(secrets.unseal(token), isLocked(/is missing/));
  await rename(`${keyFile}.away`, keyFile);
  assert.equal((await secrets.unseal(token)).reveal(), 'hunter2');
});

test('QUANTUM_ENCRYPTION_KEY keeps the key instead of a file', async (t) => {
  const { keyFile, start } = await place(t);
  const environmentKey = generateFernetKey();
  const token = await start({ environmentKey }).seal(new Secret('hunter2'));
  await assert.rejects(stat(keyFile), { code: 'ENOENT' });
  assert.equal((await start({ environmentKey }).unseal(token)).reveal(), 'hunter2');
  await assert.rejects(start().unseal(token), isLocked(/QUANTUM_ENCRYPTION_KEY, which is not set/));
  const other = { environmentKey: generateFernetKey() };
  await assert.rejects(start(other).unseal(token), isLocked(/does not open the data key/));
  const none = { environmentKey: 'hunter2' };
  await assert.rejects(start(none).unseal(token), isLocked(/is not a Fernet key/));
});

test('a passphrase keeps the key, however its accents are typed', async (t) => {
  const { keyFile, start } = await place(t);
  const token = await start({ passphrase: 'caf\u00e9 au lait' }).seal(new Secret('hunter2'));
  await assert.rejects(stat(keyFile), { code: 'ENOENT' });
  const again = await start({ passphrase: 'cafe\u0301 au lait' }).unseal(token);
  assert.equal(again.reveal(), 'hunter2');
  await assert.rejects(start().unseal(token), isLocked(/passphrase, which was not given/));
  await assert.rejects(
    start({ passphrase: 'tea' }).unseal(token),
    isLocked(/The passphrase does not open/),
  );
});

test('a store takes no second key', async (t) => {
  const { store, start } = await place(t);
  await start().seal(new Secret('hunter2'));
  const [row] = await keys(store);
  for (const id of [1, 2]) {
    await assert.rejects(
      store.write((tx) =>
        tx
          .insertInto('data_key')
          .values({ ...row!, id })
          .execute(),
      ),
    );
  }
});

test('a token of another store is not taken for a password', async (t) => {
  const [one, other] = [await place(t), await place(t)];
  const token = await one.start().seal(new Secret('hunter2'));
  await other.start().seal(new Secret('x'));
  await assert.rejects(other.start().unseal(token), isLocked(/not encrypted with the key/));
});
