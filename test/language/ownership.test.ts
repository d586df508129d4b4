import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { ownership, startsWithQuantum } from '../../src/language/ownership.js';
import { count, seed } from '../support/slice.js';

const quantum: Record<string, string> = {
  'a page': '<q:component name="Home">\n  <h1>Hi</h1>\n</q:component>',
  'a page that declares its namespaces':
    '<?xml version="1.0"?>\n<q:component name="A" xmlns:q="https://quantum.lang/ns"/>',
  'a page after a licence': '<!-- (c) 2026\n <div> -->\n\n<q:component name="A"/>',
  'a page with a DOCTYPE': '<!DOCTYPE html [ <!ENTITY x "y"> ]>\n<q:component name="A"/>',
  'a page with a byte order mark': '\uFEFF<q:component name="A"/>',
  'a test file': '<q:test name="add" page="/">\n<test:visit path="/"/>\n</q:test>',
  'an application': '<q:application id="game" type="game"/>',
  'a job': '<q:job name="nightly"/>',
  'a root without a prefix': '<component name="A"><if condition="{x}"/></component>',
  'another prefix for the namespace': '<x:component xmlns:x="https://quantum.lang/ns" name="A"/>',
  'a page being typed': '<q:comp',
  'a page being typed at its first attribute': '<q:component name="',
  'a fragment of widgets': "<ui:panel xmlns:ui='https://quantum.lang/ui'/>",
};

const kdb: Record<string, string> = {
  'a function': '/ average by symbol\navgs:{[t] select avg price by sym from t where size>100}\n',
  'a ticker plant':
    '\\l tick/u.q\n\\d .u\nld:{if[not type key L::x;.[L;();:;()]];i::j::-11!(-2;L);hopen L}\n',
  'comparisons that look like tags': 'f:{x<y}\ng:{[a;b] a<b}\nx<q\n',
  'generated HTML': '.h.hp enlist "<q:component name=\\"x\\"/>"\n',
  'a script line': '#!/usr/bin/env q\nshow 1+1\n',
  'a namespace': '.z.pg:{value x}\n.z.ts:{0N!.z.p}\n\\t 1000\n',
  'a multi-line comment': '/\n<q:component name="A"/>\n\\\n1+1\n',
  nothing: '',
  'only space': ' \n\t',
  'a page of another framework': '<html><body><q:component/></body></html>',
  'an unfinished comment': '<!-- <q:component/>',
};

for (const [what, text] of Object.entries(quantum)) {
  test(`${what} is a Quantum file`, () => assert.equal(ownership(text, false), 'quantum'));
}
for (const [what, text] of Object.entries(kdb)) {
  test(`${what} is not a Quantum file by itself`, () =>
    assert.equal(ownership(text, false), 'foreign'));
}

test('below a Quantum configuration every .q file is ours', () => {
  for (const text of Object.values(kdb)) assert.equal(ownership(text, true), 'quantum');
});

test('any text is judged, and in time that grows with its length only', () => {
  const part = fc.constantFrom(
    '<',
    '!--',
    '-->',
    '<?',
    '?>',
    '<!DOCTYPE',
    '[',
    ']',
    '"',
    "'",
    ' ',
    'q:',
  );
  const text = fc.array(fc.oneof(part, fc.string()), { maxLength: 200 }).map((all) => all.join(''));
  fc.assert(
    fc.property(text, (one) => typeof startsWithQuantum(one) === 'boolean'),
    { seed, numRuns: count(300, 20_000) },
  );
  for (const unit of ['<!---->', '<!--', ' ', '<?', '<!DOCTYPE [', '<a "', '<a \'"']) {
    const before = performance.now();
    startsWithQuantum(unit.repeat(Math.floor(65_536 / unit.length)));
    const took = performance.now() - before;
    assert.ok(took < 2_000, `64 KB of ${unit} took ${took.toFixed()} ms`);
  }
});
