import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { SyntaxDocument, type Dialect } from '../../../src/language/syntax/document.js';
import type { Node } from '../../../src/language/syntax/element.js';
import { syntaxProblems } from '../../../src/language/syntax/problems.js';
import { count, seed } from '../../support/slice.js';

const read = (text: string, dialect: Dialect = 'page'): SyntaxDocument =>
  new SyntaxDocument(text, dialect);

/** `name(children)`, `!` after one that is never closed; other nodes by what they are. */
function shape(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (node.kind !== 'element') return node.kind;
      const open = node.endTag || node.tag.isEmpty ? '' : '!';
      return `${node.tag.name}${open}(${shape(node.children)})`;
    })
    .join(' ');
}

const found = (text: string, dialect: Dialect = 'page'): string[] =>
  syntaxProblems(read(text, dialect)).map(
    ({ code, start, end }) => `${code} ${JSON.stringify(text.slice(start, end))}`,
  );

describe('a document', () => {
  it('is read into elements, text and what else XML has', () => {
    const text =
      '<?xml version="1.0"?><!DOCTYPE html><q:component name="a"><!-- c -->x<br/></q:component>';
    assert.equal(shape(read(text).nodes), 'instruction doctype q:component(comment text br())');
  });

  it('takes the body of scripts, styles and Python as text', () => {
    const text = '<a><script>if (a < b) "<i>"</script><q:python>x = "<b>"</q:python></a>';
    assert.equal(shape(read(text).nodes), 'a(script(raw) q:python(raw))');
    assert.deepEqual(found(text), []);
  });

  it('reads a less-than sign in an expression as text', () => {
    assert.equal(shape(read('<a>{x<y} {x <y and z}</a>').nodes), 'a(text)');
    assert.deepEqual(found('<a>{x<y}</a>'), ['stray-less-than "<"']);
  });

  it('needs no end tag for void elements, and no value for boolean attributes', () => {
    assert.deepEqual(found('<a><br><input required></a>'), []);
    assert.deepEqual(found('<a><input requird></a>'), ['bare-attribute "requird"']);
  });

  it('keeps the elements around an unclosed one', () => {
    const text = '<a><b><c>x</c></a>';
    assert.equal(shape(read(text).nodes), 'a(b!(c(text)))');
    assert.deepEqual(found(text), ['unclosed-element "<b"']);
  });

  it('takes a slip in an end tag for what it was meant to be', () => {
    assert.equal(shape(read('<a><div>x</dvi></a>').nodes), 'a(div(text))');
    assert.deepEqual(found('<a><div>x</dvi></a>'), ['mismatched-end-tag "</dvi>"']);
  });

  it('ends a half-typed tag where the next begins', () => {
    assert.equal(shape(read('<a><q:set name="x" <b>y</b></a>').nodes), 'a(q:set!(text b(text)))');
    assert.deepEqual(found('<a><br cl <b>y</b></a>'), [
      'unclosed-tag "<br"',
      'bare-attribute "cl"',
    ]);
  });

  it('ends a value whose quote was forgotten at the end of its line', () => {
    const text = '<a><p class="big>x</p>\n<p class="small">y</p></a>';
    assert.equal(shape(read(text).nodes), 'a(p(text) text p(text))');
    assert.deepEqual(found(text), ['unclosed-quote "class=\\""']);
  });

  it('lets a quoted value hold tags and line breaks', () => {
    assert.deepEqual(found('<a><q:return value="\n<h1>x</h1>" /></a>'), []);
  });

  it('holds test files to XML', () => {
    assert.deepEqual(found('<q:test name="a" page="/"><test:visit a="1 & 2"/></q:test>', 'test'), [
      'bare-ampersand "&"',
    ]);
  });

  it('declares the prefixes of the framework, and no others', () => {
    assert.deepEqual(found('<q:component><ui:text/><x:y/></q:component>'), [
      'unbound-prefix "x:y"',
    ]);
    assert.deepEqual(found('<q:component xmlns:x="u"><x:y/></q:component>'), []);
  });

  it('nests some five hundred levels and no deeper', () => {
    const deep = 2000;
    const document = read('<a>'.repeat(deep) + '</a>'.repeat(deep));
    assert.equal(document.roots[0]?.height, 501);
  });
});

describe('an edited document', () => {
  const pieces = [
    ...['<', '>', '</', '"', "'", '{', '}', '&', '=', '/', ' ', '\n', 'a', ']]>', '-->'],
    ...['<div>', '</div>', '<script>', '</script>', '<!--', '<![CDATA[', '&nbsp;', '<br>'],
    ...['<q:set name="a"/>', '</q:if>', '<q:if condition="a<b">', '<?x', '?>', '<!DOCTYPE html>'],
    ...['x{a<b}', '{a <b and c}', ' required', '<style>', '</style>', 'some words of text'],
  ];
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((list) => list.join(''));
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat({ max: 12 }),
    text: fc.array(fc.constantFrom(...pieces), { maxLength: 2 }).map((list) => list.join('')),
  });

  const whole = (document: SyntaxDocument): string => {
    const nodes = (list: readonly Node[]): unknown[] =>
      list.map((node) =>
        node.kind === 'element'
          ? [
              ...[node.tag.start, node.endTag?.start, node.isBalanced, node.height],
              ...[node.parent?.tag.start, nodes(node.children)],
            ]
          : [node.kind, node.start],
      );
    // What a token was read from may differ: how far the reader looked, and the element it began.
    const tokens = document.tokens.map((token) => ({ ...token, reach: 0, element: null }));
    return JSON.stringify(
      [tokens, nodes(document.nodes), syntaxProblems(document)],
      (key, value) => (key === 'element' || key === 'parent' ? undefined : (value as unknown)),
    );
  };

  for (const dialect of ['page', 'test'] as const) {
    it(`is the same as one read afresh (${dialect})`, () => {
      fc.assert(
        fc.property(text, fc.array(edit, { minLength: 1, maxLength: 10 }), (start, edits) => {
          const document = read(start, dialect);
          let now = start;
          for (const { at, length, text: inserted } of edits) {
            const from = Math.floor(at * now.length);
            const to = Math.min(now.length, from + length);
            now = now.slice(0, from) + inserted + now.slice(to);
            document.update({ start: from, end: to, text: inserted });
            assert.equal(document.text, now);
            assert.equal(whole(document), whole(read(now, dialect)));
          }
        }),
        // Five and a half edits each, in two dialects: 50,000 in a run of all tests, a million in the soak.
        { seed, numRuns: count(5_000, 100_000) },
      );
    });
  }

  it('keeps the elements that the edit did not touch', () => {
    const document = read('<a><b><c>x</c></b><d>y</d></a>');
    const elements = (): (Node | undefined)[] => [...(document.roots[0]?.children ?? [])];
    const before = elements();
    document.update({ start: 9, end: 10, text: 'xyz' });
    const after = elements();
    assert.notEqual(after[0], before[0]);
    assert.equal(after[1], before[1]);
  });
});
