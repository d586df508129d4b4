import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { catalogueFor } from '../../../src/language/catalogue/catalogueFor.js';
import { DocumentFindings } from '../../../src/language/findings/documentFindings.js';
import { rangeOf } from '../../../src/language/findings/finding.js';
import { SyntaxDocument } from '../../../src/language/syntax/document.js';
import { count, seed } from '../../support/slice.js';

const folder = path.join(import.meta.dirname, '../../../samples/storefront/components');
const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.q'))
  .sort()
  .map((file) => readFileSync(path.join(folder, file), 'utf8'));

const pieces = [
  ...['<', '>', '</', '"', '{', '}', '=', '/', ' ', '\n', 'a', '</div>', '<div>', '</q:if>'],
  ...['<q:set name="x" value="{y}"/>', '<q:if condition="x">', '<p>{x} {cart.total}</p>'],
  ...['<q:function name="f">', '</q:function>', '<q:return value="{x}"/>', '{f(1)}', '{row.id}'],
  ...[
    '<q:query name="rows">SELECT id FROM t</q:query>',
    '<q:loop var="row" query="rows">',
    '</q:loop>',
  ],
  ...['<q:action name="a">', '</q:action>', '<q:loop var="i" items="{rows}">', '<!--', '-->'],
];

describe('the findings of an edited document', () => {
  it('are those of the same text read afresh', () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat({ max: 30 }),
      text: fc.array(fc.constantFrom(...pieces), { maxLength: 2 }).map((list) => list.join('')),
    });
    const all = (findings: DocumentFindings): string[] =>
      findings
        .all()
        .map((one) => `${one.code} ${JSON.stringify(rangeOf(one))} ${one.message}`)
        .sort();
    fc.assert(
      fc.property(
        fc.constantFrom(...pages),
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        (page, edits) => {
          const document = new SyntaxDocument(page, 'page');
          const findings = new DocumentFindings(document, catalogueFor(null));
          for (const { at, length, text } of edits) {
            const start = Math.floor(at * document.text.length);
            const end = Math.min(document.text.length, start + length);
            document.update({ start, end, text });
            const afresh = new SyntaxDocument(document.text, 'page');
            assert.deepEqual(all(findings), all(new DocumentFindings(afresh, catalogueFor(null))));
          }
        },
      ),
      { seed, numRuns: count(150, 5000) },
    );
  });
});
