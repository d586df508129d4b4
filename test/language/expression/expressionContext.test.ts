import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { expressionContextAt } from '../../../src/language/expression/expressionContext.js';
import { damagedExpressions, validExpressions } from '../../support/expressions.js';
import { count, seed } from '../../support/slice.js';

/** The context at the `|` of a text. */
function at(marked: string): Record<string, unknown> {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { replace, calls, ...rest } = expressionContextAt(text, offset);
  return {
    ...rest,
    word: text.slice(replace.start, replace.end),
    calls: calls.map(({ name, argument, argumentName }) => `${name} ${argumentName ?? argument}`),
  };
}

const places: readonly (readonly [marked: string, context: Record<string, unknown>])[] = [
  ['|', { kind: 'value', word: '' }],
  ['us|', { kind: 'value', word: 'us' }],
  ['us|er + 1', { kind: 'value', word: 'user' }],
  ['user |', { kind: 'operator', word: '' }],
  ['user an|', { kind: 'operator', word: 'an' }],
  ['user.|', { kind: 'member', path: ['user'], word: '' }],
  ['a + session.user.na|', { kind: 'member', path: ['session', 'user'], word: 'na' }],
  ['rows[0].|', { kind: 'member', path: [], word: '' }],
  ['!|', { kind: 'value', word: '' }],
  ['a && |', { kind: 'value', word: '' }],
  ['a +|', { kind: 'value', word: '' }],
  ["'us|er", { kind: 'string', word: "'user" }],
  ["user.name == '|'", { kind: 'string', word: "''" }],
  ["'done'|", { kind: 'operator', word: '' }],
  ['12|', { kind: 'number', word: '12' }],
  ['a # wh|', { kind: 'comment', word: '' }],
  ['len(|', { kind: 'value', word: '', calls: ['len 0'] }],
  ['len(|)', { kind: 'value', word: '', calls: ['len 0'] }],
  ['len(a)|', { kind: 'operator', word: '' }],
  ["dateAdd('h', x|, now())", { kind: 'value', word: 'x', calls: ['dateAdd 1'] }],
  ['max(min(1, [2, 3|]), 4)', { kind: 'number', word: '3', calls: ['min 1', 'max 0'] }],
  ["dateFormat(now(), '|", { kind: 'string', word: "'", calls: ['dateFormat 1'] }],
  ['total(price=|', { kind: 'value', word: '', calls: ['total price'] }],
  ['total(price=1, t|', { kind: 'value', word: 't', calls: ['total 1'] }],
];

describe('what is being written', () => {
  for (const [marked, context] of places) {
    it(`at ${JSON.stringify(marked)} is ${String(context['kind'])}`, () => {
      assert.deepEqual(at(marked), { calls: [], ...context });
    });
  }

  it('is known at every place of every text', () => {
    fc.assert(
      fc.property(fc.oneof(validExpressions, damagedExpressions, fc.string()), (text) => {
        for (let offset = 0; offset <= text.length; offset += 1) {
          const { replace } = expressionContextAt(text, offset);
          assert.ok(0 <= replace.start && replace.start <= offset && replace.end <= text.length);
          assert.ok(offset <= replace.end);
        }
      }),
      { seed, numRuns: count(300, 20_000) },
    );
  });
});
