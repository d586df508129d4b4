import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { conditionText } from '../../../src/language/expression/condition.js';
import { decodeAttribute, decodeText } from '../../../src/language/expression/entities.js';
import { findInterpolations } from '../../../src/language/expression/interpolations.js';
import {
  mappedOffset,
  sourceOffset,
  unmapped,
} from '../../../src/language/expression/mappedText.js';
import { frameworkDecoded, frameworkGroups } from '../../support/frameworkExpressions.js';
import { count, seed } from '../../support/slice.js';

const pieces = fc.constantFrom(
  ...[
    '{',
    '}',
    '{',
    '}',
    '{}',
    '{a}',
    '{n > 3}',
    '{3}',
    '{2,}',
    '{10, 11}',
    '{ 5 }',
    '{"k": 1}',
    ' ',
  ],
  ...[
    "{'k' : [",
    "'",
    '"',
    ':',
    ',',
    '1',
    'x',
    '$',
    '\n',
    '{{',
    '}}',
    '{a\\',
    '😀',
    '\u00a0',
    '{\n}',
  ],
);
const texts = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(''));

const rawPieces = fc.constantFrom(
  ...[
    '&lt;',
    '&amp;',
    '&quot;',
    '&apos;',
    '&#123;',
    '&#x7B;',
    '&nbsp;',
    '&semi;',
    '&ltx;',
    '&',
    '&;',
  ],
  ...[
    '&NotEqualTilde;',
    '&copy',
    '&#X41;',
    'a',
    '{b}',
    ' ',
    '\n',
    '\r\n',
    '\t',
    '\r',
    '😀',
    ';',
    '#',
  ],
);
const raws = fc.array(rawPieces, { maxLength: 8 }).map((parts) => parts.join(''));

describe('groups in a text', () => {
  it('are where the framework finds them, of the kind it takes them for', async () => {
    const samples = fc.sample(texts, { numRuns: count(3_000, 100_000), seed });
    const theirs = await frameworkGroups(samples);
    samples.forEach((text, index) => {
      const { groups, isWhole } = findInterpolations(text);
      const found = {
        groups: groups.map(({ start, end, kind }) => [start, end, kind]),
        isWhole,
        condition: conditionText(unmapped(text)).text,
      };
      assert.deepEqual(found, theirs[index], JSON.stringify(text));
    });
  });

  it('leave the braces that belong to none', () => {
    assert.deepEqual(findInterpolations('} {} {a').loose, [
      { kind: 'unopened', start: 0, end: 1 },
      { kind: 'empty', start: 2, end: 4 },
      { kind: 'unclosed', start: 5, end: 6 },
    ]);
  });
});

describe('a decoded text', () => {
  it('says what the framework reads', async () => {
    const samples = fc.sample(raws, { numRuns: count(2_000, 50_000), seed });
    const theirs = await frameworkDecoded(samples);
    let compared = 0;
    samples.forEach((raw, index) => {
      // XML refuses a name it does not know.
      if (theirs[index] === null) return;
      compared += 1;
      const found = { attribute: decodeAttribute(raw).text, text: decodeText(raw).text };
      assert.deepEqual(found, theirs[index], JSON.stringify(raw));
    });
    assert.ok(compared > samples.length / 2, `only ${compared} of ${samples.length} are XML`);
    assert.equal(decodeText('&ltx;').text, '&ltx;');
  });

  it('knows where each of its characters was written', () => {
    fc.assert(
      fc.property(raws, (raw) => {
        const decoded = decodeAttribute(raw);
        let before = -1;
        for (let at = 0; at <= decoded.text.length; at += 1) {
          const source = sourceOffset(decoded, at);
          assert.ok(source >= before && source <= raw.length);
          before = source;
          const character = decoded.text.charAt(at);
          if (/[a-z{}]/.test(character) && raw.charAt(source) !== '&')
            assert.equal(raw.charAt(source), character);
          if (/[a-z]/.test(character)) assert.equal(mappedOffset(decoded, source), at);
        }
        assert.equal(sourceOffset(decoded, decoded.text.length), raw.length);
        assert.equal(mappedOffset(decoded, raw.length), decoded.text.length);
      }),
      { seed, numRuns: count(500, 20_000) },
    );
  });

  it('leads from a condition without its braces back to the document', () => {
    const raw = '{n} &gt; 3 &amp;&amp; {user.age} &lt; 9';
    const condition = conditionText(decodeAttribute(raw));
    assert.equal(condition.text, 'n > 3 && user.age < 9');
    for (const word of ['n', 'user.age', '3', '9'])
      assert.equal(sourceOffset(condition, condition.text.indexOf(word)), raw.indexOf(word));
    assert.equal(mappedOffset(condition, raw.indexOf('age')), condition.text.indexOf('age'));
  });
});
