import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { redact } from '../../../src/extension/service/redact.js';
import { reportText } from '../../../src/extension/service/reportText.js';
import { count, seed } from '../../support/slice.js';

const maria = { home: '/home/maria', user: 'maria' };

test('the home folder and the user’s name are masked wherever they stand', () => {
  assert.equal(redact('in /home/maria/shop by maria', maria), 'in ~/shop by <user>');
  assert.equal(redact('/home/ana/x', maria), '/home/<user>/x');
  assert.equal(redact('C:\\Users\\Ana\\shop', { home: 'C:\\Users\\Ana', user: 'Ana' }), '~\\shop');
  assert.equal(redact('rosemaria stays', maria), 'rosemaria stays');
});

test('tokens, passwords and codes are masked in every form they are logged in', () => {
  const secret = 's3cretValue99';
  for (const line of [
    `authorization: Bearer ${secret}`,
    `Basic ${secret}`,
    `postgres://app:${secret}@localhost/db`,
    `password=${secret}`,
    `{"token":"${secret}"}`,
    `DB_PASSWORD: '${secret}'`,
    `api-key = ${secret}`,
    `GET /open?code=${secret}`,
    'a3f1'.repeat(16),
  ]) {
    const masked = redact(line, maria);
    assert.ok(!masked.includes(secret) && !masked.includes('a3f1a3f1'), masked);
  }
});

test('what helps the reader stays', () => {
  const line = '[service] connected to 127.0.0.1:43121, version 0.1.0, epoch 12';
  assert.equal(redact(line, maria), line);
});

test('no generated token, and no user’s name, survives a report', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 16, maxLength: 32 }),
      fc.stringMatching(/^[a-z]{3,12}$/),
      (bytes, user) => {
        // Hex of random bytes has a digit and a letter in all but 1 of 10^6 cases; those are words.
        const token = Buffer.from(bytes).toString('hex');
        fc.pre(/\d/.test(token) && /[a-f]/.test(token));
        const home = `/home/${user}`;
        const text = reportText(
          {
            extensionVersion: '0.1.0',
            editor: 'VS Code 1.139',
            platform: 'linux x64',
            node: 'v24',
            status: null,
            doctor: null,
            log: [`${user} sent ${token} from ${home}/app`],
          },
          { home, user },
        );
        assert.ok(!text.includes(token));
        assert.ok(!text.includes(home));
        assert.ok(!text.includes(` ${user} `) && !text.includes(`\n${user} `));
      },
    ),
    { numRuns: count(300, 20_000), seed },
  );
});
