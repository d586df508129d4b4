import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { TryOutStep } from '../../../src/protocol/tryout.js';
import { count, seed } from '../../support/slice.js';
import { keptEntry } from '../../../src/service/tryout/keptEntry.js';
import { requestOf } from './tryOutApp.js';

const step = (flash: string, location: string): TryOutStep => ({
  ...{ method: 'POST', url: '/', status: 302, ms: 1, action: 'add', error: null },
  headers: [{ name: 'Location', value: location }],
  queries: [
    { datasource: 'main', sql: 'SELECT :p', params: { p: flash }, ms: 1, rows: 1, error: null },
  ],
  flash: { message: flash, type: 'info' },
});
/** As frameworks write addresses: some characters encoded and others not. */
const spelled = (text: string, encoded: readonly boolean[]): string =>
  Array.from(text, (one, index) =>
    encoded[index % encoded.length] === true ? encodeURIComponent(one) : one,
  ).join('');

void test('a secret is taken out however its characters are encoded', () => {
  const word = fc
    .string({ unit: 'grapheme', minLength: 3, maxLength: 12 })
    .filter((text) => !'•••'.includes(text));
  fc.assert(
    fc.property(
      word,
      fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
      (secret, encoded) => {
        const address = spelled(secret, encoded);
        const request = requestOf({ fields: [{ name: 'password', value: secret }] });
        const steps = [step(`It is ‹${secret}›`, `/?p=‹${address}›`)];
        const kept = keptEntry(
          request,
          { steps, fieldErrors: [], call: null },
          new Set(['password']),
        );
        assert.equal(kept.fields[0]?.value, null);
        assert.equal(kept.steps[0]?.flash?.message, 'It is ‹•••›');
        assert.equal(kept.steps[0].headers[0]?.value, '/?p=‹•••›');
        assert.deepEqual(kept.steps[0].queries[0]?.params, {});
      },
    ),
    { numRuns: count(200, 20_000), seed, examples: [['  %', [true]]] },
  );
});

void test('what is no secret is kept as it was sent, but for files', () => {
  const request = requestOf({
    fields: [
      { name: 'text', value: 'open' },
      { name: 'letter', value: { name: 'a.txt', base64: 'AAAA' } },
    ],
  });
  const kept = keptEntry(
    request,
    { steps: [step('open', '/open')], fieldErrors: [], call: null },
    new Set(),
  );
  assert.deepEqual(kept.fields, [
    { name: 'text', value: 'open', file: null },
    { name: 'letter', value: null, file: 'a.txt' },
  ]);
  assert.equal(kept.steps[0]?.flash?.message, 'open');
});
