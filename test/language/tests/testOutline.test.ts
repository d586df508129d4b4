import assert from 'node:assert/strict';
import test from 'node:test';
import { testOutline } from '../../../src/language/tests/testOutline.js';

test('tests stand at the line of their tag, with the page they start on', () => {
  const text = `<!-- The cart. -->
<q:test name="adds" page="/cart">
  <test:visit/>
</q:test>

<q:test
  name="says &quot;no&quot; &amp; stops">
  <test:visit/>
</q:test>
`;
  assert.deepEqual(testOutline(text), [
    { name: 'adds', page: '/cart', line: 2, usesDatabase: false },
    { name: 'says "no" & stops', page: '/', line: 6, usesDatabase: false },
  ]);
});

test('a test that gives rows, or looks at a table or its history, uses the database', () => {
  const steps = [
    '<test:given table="a"/>',
    '<test:expect table="a" count="1"/>',
    '<test:expect history="a"/>',
    '<test:expect text="a table"/>',
  ];
  const text = steps.map((step, at) => `<q:test name="${at}">${step}</q:test>\n`).join('');
  assert.deepEqual(
    testOutline(text).map((one) => one.usesDatabase),
    [true, true, true, false],
  );
});

test('what is being written is followed: the others stay where they are', () => {
  const text = `<q:test name="one"><test:visit/></q:test>
<q:test name="">
<q:test name="two" page=>
  <test:vis
<q:test name="three"><test:visit/></q:test>
<q:test name="one"><test:visit/></q:test>
`;
  assert.deepEqual(
    testOutline(text).map(({ name, line }) => [name, line]),
    [
      ['one', 1],
      ['two', 3],
      ['three', 5],
    ],
  );
});
