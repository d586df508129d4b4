import assert from 'node:assert/strict';
import test from 'node:test';
import {
  Fernet,
  generateFernetKey,
  InvalidTokenError,
} from '../../../src/service/platform/secrets/fernet.js';
import { askCryptography } from '../../support/cryptography.js';

/** github.com/fernet/spec: generate.json and verify.json. */
const published = {
  key: 'cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=',
  token:
    'gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==',
  seconds: 499_162_800,
  iv: Buffer.from([...Array(16).keys()]),
};

test('the published token comes out to the byte', () => {
  const fernet = new Fernet(published.key);
  assert.equal(fernet.encrypt('hello', published), published.token);
  assert.equal(fernet.decrypt(published.token), 'hello');
});

const peer = `
import json, sys
from cryptography.fernet import Fernet
given = json.load(sys.stdin)
fernet = Fernet(given["key"])
print(json.dumps({
  "read": [fernet.decrypt(token.encode()).decode() for token in given["tokens"]],
  "written": [fernet.encrypt(text.encode()).decode() for text in given["texts"]],
  "key": Fernet.generate_key().decode(),
}))`;

test('Python’s cryptography reads what we write, and we what it writes', async () => {
  const key = generateFernetKey();
  const fernet = new Fernet(key);
  const lengths = Array.from({ length: 66 }, (_, length) => 'x'.repeat(length));
  const texts = ['', 'hunter2', 'pässwörd 🔑 "\'\\$`', 'ç'.repeat(5000), '\0\n', ...lengths];
  const answer = await askCryptography<{ read: string[]; written: string[]; key: string }>(peer, {
    key,
    texts,
    tokens: texts.map((text) => fernet.encrypt(text)),
  });
  assert.deepEqual(answer.read, texts);
  assert.deepEqual(
    answer.written.map((token) => fernet.decrypt(token)),
    texts,
  );
  assert.equal(new Fernet(answer.key).decrypt(new Fernet(answer.key).encrypt('x')), 'x');
});

test('no changed byte, cut or foreign key gets through', () => {
  const fernet = new Fernet(generateFernetKey());
  const token = fernet.encrypt('hunter2');
  const bytes = Buffer.from(token, 'base64url');
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at] = changed[at]! ^ 1;
    assert.throws(
      () => fernet.decrypt(changed.toString('base64')),
      InvalidTokenError,
      `byte ${at}`,
    );
  }
  for (const wrong of ['', '=', token.slice(4), token.slice(0, -4), `${token}AAAA`, `${token}!`]) {
    assert.throws(() => fernet.decrypt(wrong), InvalidTokenError, wrong);
  }
  const other = new Fernet(generateFernetKey());
  assert.throws(() => other.decrypt(token), InvalidTokenError);
});

test('what is no key is refused', () => {
  for (const key of ['', 'hunter2', Buffer.alloc(31).toString('base64'), 'ä'.repeat(44)]) {
    assert.throws(() => new Fernet(key), TypeError);
  }
});
