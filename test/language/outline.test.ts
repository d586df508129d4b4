import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { folding as foldingOf, type Fold } from '../../src/language/folding.js';
import { outline as outlineOf, type OutlineItem } from '../../src/language/outline.js';
import { growingRanges } from '../../src/language/selection.js';
import { SyntaxDocument } from '../../src/language/syntax/document.js';
import { count, seed } from '../support/slice.js';

const outline = (text: string): OutlineItem[] => outlineOf(new SyntaxDocument(text, 'page'));
const folding = (text: string): Fold[] => foldingOf(new SyntaxDocument(text, 'page'));

type Short = [string, ...(string | Short[])[]];
const short = (items: readonly OutlineItem[]): Short[] =>
  items.map(({ kind, name, children }) => [
    kind,
    name,
    ...(children.length > 0 ? [short(children)] : []),
  ]);

describe('the outline', () => {
  it('nests parameters in actions and functions, and passes through markup', () => {
    const text = `<?xml version="1.0"?><!-- <q:set name="no"/> -->
<q:component name="Products" xmlns:q="x">
  <q:import component="Card" from="_layout"/>
  <q:param name="id" type="integer"/>
  <q:query name="products" datasource="db">SELECT * FROM p WHERE a &lt; :id
    <q:param name="id" value="{id}"/>
  </q:query>
  <q:action name="add" method="POST"><q:param name="title"/></q:action>
  <q:function name="total"><q:return value="{1}"/></q:function>
  <div><p><q:set name="inside" value="a > b"/></p></div>
  <script>if (a < b) { "<q:set name='not'/>" }</script>
  <br><p>after</p>
</q:component>`;
    assert.deepEqual(short(outline(text)), [
      [
        'component',
        'Products',
        [
          ['import', 'Card'],
          ['param', 'id'],
          ['query', 'products', [['param', 'id']]],
          ['action', 'add', [['param', 'title']]],
          ['function', 'total'],
          ['variable', 'inside'],
        ],
      ],
    ]);
  });

  it('points at the name, and says what the item is', () => {
    const text =
      '<q:component>\n<q:query datasource="db" name="rows">SELECT 1</q:query></q:component>';
    const [component] = outline(text);
    const query = component?.children[0];
    assert.equal(text.slice(query?.nameStart, query?.nameEnd), 'rows');
    assert.equal(
      text.slice(query?.start, query?.end),
      '<q:query datasource="db" name="rows">SELECT 1</q:query>',
    );
    assert.equal(query?.detail, 'q:query · db');
    assert.deepEqual(
      [component?.name, text.slice(component?.nameStart, component?.nameEnd)],
      ['q:component', 'q:component'],
    );
  });

  it('lives on while a tag, a quote or a body is being typed', () => {
    const around = (typed: string) =>
      short(
        outline(
          `<q:component name="A">\n<q:set name="before"/>\n${typed}\n<q:set name="after"/>\n</q:component>`,
        ),
      );
    for (const typed of [
      '<q:',
      '<q:set',
      '<q:set name=',
      '<q:set name="x',
      '</',
      '<',
      'a < b',
      '</nothing>',
      '<p class="x>',
      '<script>',
      '&',
      '<b><i>',
    ]) {
      const names = JSON.stringify(around(typed));
      assert.ok(names.includes('"before"') && names.includes('"after"'), `${typed}: ${names}`);
    }
  });

  it('lists the tests of a test file', () => {
    const text =
      '<q:test name="one" page="/"><test:visit path="/"/></q:test>\n<q:test name="two"/>';
    assert.deepEqual(short(outline(text)), [
      ['test', 'one'],
      ['test', 'two'],
    ]);
  });
});

const fragments = fc.array(
  fc.constantFrom(
    '<',
    '>',
    '/',
    '</',
    '"',
    "'",
    '=',
    '<q:set name="a"',
    '<p>',
    '</p>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<script>',
    '</script>',
    '\n',
    ' ',
    'name',
    '<br>',
    '{a}',
    '<?',
    '?>',
    '<!DOCTYPE',
    '😀',
  ),
  { maxLength: 60 },
);

describe('whatever the text', () => {
  it('every item, fold and growing selection lies within it', () => {
    fc.assert(
      fc.property(fragments, (parts) => {
        const text = parts.join('');
        const visit = (items: readonly OutlineItem[], start: number, end: number) => {
          for (const item of items) {
            assert.ok(item.start >= start && item.end <= end && item.start < item.end);
            assert.ok(item.nameStart >= item.start && item.nameEnd <= item.end);
            visit(item.children, item.start, item.end);
          }
        };
        visit(outline(text), 0, text.length);
        for (const fold of folding(text))
          assert.ok(fold.start <= fold.end && fold.end <= text.length);
        const at = text.length >> 1;
        let last = { start: at, end: at };
        for (const range of growingRanges(new SyntaxDocument(text, 'page'), at)) {
          assert.ok(range.start <= last.start && range.end >= last.end && range.end <= text.length);
          last = range;
        }
      }),
      { numRuns: count(2000, 100_000), seed },
    );
  });

  it('20,000 of what is never closed are read to the end', () => {
    const worst = [
      '<a b="',
      "<a b='x\n",
      '<',
      '<!--',
      '<p>',
      '</p>',
      '<script>',
      '<q:set name="a" ',
    ];
    for (const part of worst) {
      const text = part.repeat(20_000);
      const begin = performance.now();
      outline(text);
      folding(text);
      // Hundredths of a second where it was measured; nothing here is a matter of milliseconds.
      assert.ok(performance.now() - begin < 60_000, part);
    }
  });
});

describe('folding', () => {
  it('offers elements, comments and runs of imports', () => {
    const text =
      '<q:component>\n<q:import component="A"/>\n<q:import component="B"/>\n<!-- a\nb -->\n<p>\nx\n</p>\n</q:component>';
    const folds = folding(text).map(({ kind, start, end }) => [
      kind,
      text.slice(start, end).split('\n').length,
    ]);
    assert.deepEqual(folds, [
      ['element', 9],
      ['element', 1],
      ['element', 1],
      ['element', 3],
      ['imports', 2],
      ['comment', 2],
    ]);
  });
});

describe('a growing selection', () => {
  it('goes from a value to its attribute, its tag, its element, and outwards', () => {
    const text = '<q:component>\n<p class="a b">text</p>\n</q:component>';
    const document = new SyntaxDocument(text, 'page');
    const grown = (offset: number): string[] =>
      growingRanges(document, offset).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(grown(text.indexOf(' b"')), [
      'a b',
      'class="a b"',
      '<p class="a b">',
      '<p class="a b">text</p>',
      '\n<p class="a b">text</p>\n',
      text,
    ]);
    assert.deepEqual(grown(text.indexOf('xt')).slice(0, 2), ['text', '<p class="a b">text</p>']);
  });
});
