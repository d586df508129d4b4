import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  cssRegionAt,
  cssRegionsIn,
  offsetInCss,
  offsetInPage,
} from '../../../src/language/embedded/css/cssRegions.js';
import { scriptAt } from '../../../src/language/embedded/script/scriptAt.js';
import { withEntitiesRead } from '../../../src/language/embedded/virtualText.js';
import { SyntaxDocument } from '../../../src/language/syntax/document.js';
import { count, seed } from '../../support/slice.js';

/** The document of `text`, and where its `|` was. */
function placed(text: string): [SyntaxDocument, number] {
  const offset = text.indexOf('|');
  assert.ok(offset >= 0, text);
  return [new SyntaxDocument(text.replace('|', ''), 'page'), offset];
}

const page = (body: string): string => `<q:component name="p">${body}</q:component>`;

describe('CSS in a page', () => {
  const css = (text: string): string | null => cssRegionAt(...placed(page(text)))?.css ?? null;

  it('is what stands in a style element, as a browser gets it', () => {
    assert.equal(css('<style>a|{b:c}</style>'), 'a{b:c}');
    assert.equal(css('<style><![CDATA[a|>b{}]]></style>'), `${' '.repeat(9)}a>b{}   `);
    assert.equal(css('<style>/*<![CDATA[*/a|{}/*]]>*/</style>'), `${' '.repeat(9)}*/a{}/*   `);
    assert.equal(css('<style>a &gt; b|{}</style>'), 'a >    b{}');
    assert.equal(
      css('<style>p{color: {x}|}</style>'),
      'p{color: {x}}',
      'nothing is evaluated there',
    );
  });

  it('is a rule’s worth in a style attribute, its expressions one name each', () => {
    assert.equal(css('<p style="color: red|"/>'), 'x{color: red}');
    assert.equal(css('<p style="width: {w + 1}px; |"/>'), 'x{width: xxxxxxxpx; }');
    assert.equal(css('<p style="font: &quot;A&quot;|"/>'), 'x{font: "     A"     }');
  });

  it('is nowhere else', () => {
    for (const text of [
      '<p>color: |red</p>',
      '<p class="a|" style="color: red"/>',
      '<p style="width: {|w}"/>',
      '<script>a|</script>',
      '<Card style="a|"/>',
      '<ui:text style="a|"/>',
      '<style>a{}</style|>',
      '<p style/>|',
      '<p><![CDATA[a|]]></p>',
      '<style>/|*<![CDATA[*/a{}]]></style>',
    ])
      assert.equal(css(text), null, text);
  });

  it('is the same object until it is edited, wherever it moves', () => {
    const [document] = placed(page('|<style>a{}</style><p style="color:red"/>'));
    const before = cssRegionsIn(document);
    assert.equal(before.length, 2);
    document.update({ start: 0, end: 0, text: '<!-- x -->' });
    assert.ok(cssRegionsIn(document).every((region, index) => region === before[index]));
    const at = document.text.indexOf('a{}');
    document.update({ start: at, end: at + 1, text: 'b' });
    assert.notEqual(cssRegionsIn(document)[0], before[0]);
    assert.equal(cssRegionsIn(document)[0]?.css, 'b{}');
  });
});

describe('a script in a page', () => {
  const script = (text: string): string | null => scriptAt(...placed(page(text)))?.text ?? null;

  it('is what a browser runs', () => {
    assert.equal(script('<script>let a|</script>'), 'let a');
    assert.equal(script('<script type="module">let a|</script>'), 'let a');
    assert.equal(script('<script>a &lt; b &amp;&amp; c|</script>'), 'a <    b &&         c');
    assert.equal(
      script('<script>//<![CDATA[\na &lt;|\n//]]></script>'),
      `${' '.repeat(9)}\na &lt;\n//   `,
    );
    assert.equal(script('<script>if (a < 1) {b|}</script>'), 'if (a < 1) {b}');
  });

  it('is no data, no template, and no other code', () => {
    for (const text of [
      '<script type="application/json">{|}</script>',
      '<script type="text/template">a|</script>',
      '<style>a|</style>',
      '<q:python>a|</q:python>',
      '<p>a|</p>',
    ])
      assert.equal(script(text), null, text);
  });
});

const samples = ['samples/storefront', 'media/templates'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.q'))
    .map((file) => readFileSync(join(folder, file), 'utf8')),
);

describe(`offsets stay what they are (seed ${seed})`, () => {
  it('when entities are read', () => {
    const parts = fc.constantFrom(
      '&lt;',
      '&amp;',
      '&#60;',
      '&nosuch;',
      '&',
      'a',
      ' ',
      '{',
      '&copy;',
    );
    fc.assert(
      fc.property(fc.array(parts), (all) => {
        const raw = all.join('');
        const read = withEntitiesRead(raw);
        assert.equal(read.length, raw.length);
        assert.equal(withEntitiesRead(raw.replaceAll('&', '+')), raw.replaceAll('&', '+'));
      }),
      { numRuns: count(300, 20_000), seed },
    );
  });

  it('at every place of pages with styles put into them', () => {
    const inserted = fc.constantFrom(
      '<style>p { color: red }</style>',
      '<b style="color: {x}; top: 1px">x</b>',
      "<i style='a:&quot;{y}&quot;'/>",
      '<style>',
      ' style="',
      '<style><![CDATA[ a > b {} ]]></style>',
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(fc.tuple(fc.nat(), inserted), { minLength: 1, maxLength: 3 }),
        (sample, changes) => {
          const document = new SyntaxDocument(sample, 'page');
          for (const [at, text] of changes) {
            const start = at % document.text.length;
            document.update({ start, end: start, text });
          }
          for (const region of cssRegionsIn(document)) {
            const start = offsetInPage(region, 0);
            for (const offset of [start, start + region.length])
              assert.equal(offsetInPage(region, offsetInCss(region, offset)), offset);
            const tail = region.css.length - region.lead - region.length;
            assert.equal(tail, region.lead === 0 ? 0 : 1);
            const again = new SyntaxDocument(document.text, 'page');
            assert.deepEqual(
              cssRegionsIn(again).map(({ css }) => css),
              cssRegionsIn(document).map(({ css }) => css),
            );
          }
        },
      ),
      { numRuns: count(60, 3_000), seed },
    );
  });
});
