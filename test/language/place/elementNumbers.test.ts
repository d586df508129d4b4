import assert from 'node:assert/strict';
import test from 'node:test';
import { elementNumbersAt, elementsByNumber } from '../../../src/language/place/elementNumbers.js';
import { SyntaxDocument } from '../../../src/language/syntax/document.js';

const text = `<q:component name="A">
  <!-- <p>no element</p> -->
  <q:set name="a" value="{1}"/>
  <script>if (a < b) { document.write('<i>') }</script>
  <div><br><b>{a}</b></div>
</q:component>`;
const page = new SyntaxDocument(text, 'page');

void test('start tags are counted in their order, whatever stands in comments and scripts', () => {
  const names = elementsByNumber(page, [0, 1, 2, 3, 4, 5, 6]).map(
    (span) => span && text.slice(span.start, span.end),
  );
  assert.deepEqual(names, [
    '<q:component name="A">',
    '<q:set name="a" value="{1}"/>',
    '<script>',
    '<div>',
    '<br>',
    '<b>',
    null,
  ]);
});

void test('a caret is in elements, the innermost first', () => {
  assert.deepEqual(elementNumbersAt(page, text.indexOf('{a}')), [5, 3, 0]);
  assert.deepEqual(elementNumbersAt(page, text.indexOf('no element')), [0]);
  assert.deepEqual(elementNumbersAt(page, text.length), []);
});
