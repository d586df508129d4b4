import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertSamePages, offerFor, pairOf, refactoredPage, type Case } from './refactored.js';

const kind = 'refactor.rewrite.class';

const cases: readonly Case[] = [
  { page: '<p>a</p>\n<«p style="color: red; font-family: &quot;A&quot;">b</p>' },
  { page: '<style>\n  .a { color: red }\n</style>\n<«p class="a" style="margin: 0">{1 + 1}</p>' },
  {
    page: `<q:set name="c" value="x"/>\n<ul><q:loop type="range" var="i" from="1" to="2"><«li class='{c}' style='margin: 0'>{i}</li></q:loop></ul>`,
  },
  {
    page: '<html>\n<head>\n<title>t</title>\n</head>\n<body><«b style="margin: 0"/></body></html>',
  },
];

/** All but style sheets, and the attributes that lead to them. */
const withoutStyles = (html: string): string =>
  html
    .replaceAll(/<style>[^]*?<\/style>/g, '')
    .replaceAll(/ style="[^"]*"/g, '')
    .replaceAll(/ class="(?:\w+-\d)"/g, '')
    .replaceAll(/ (?:p|li|b)-\d"/g, '"');

describe('converting a style to a class', () => {
  it('adds a rule to the page’s style sheet, and a class beside those there are', async () => {
    assert.equal(
      await refactoredPage(kind, {
        page: '  <style>\n    .p-1 { color: red }\n  </style>\n  <«p class="p-1" style="margin: 0; top: 1px" id="x">a</p>',
      }),
      '  <style>\n    .p-1 { color: red }\n    .p-2 { margin: 0; top: 1px }\n  </style>\n  <p class="p-1 p-2" id="x">a</p>',
    );
  });

  it('makes a style sheet where there is none: in the head, else before what is drawn', async () => {
    assert.equal(
      await refactoredPage(kind, {
        page: '  <q:set name="a" value="1"/>\n  <div>\n    <«p style="margin: 0">a</p>\n  </div>',
      }),
      '  <q:set name="a" value="1"/>\n  <style>\n    .p-1 { margin: 0 }\n  </style>\n  <div>\n    <p class="p-1">a</p>\n  </div>',
    );
    assert.match(
      await refactoredPage(kind, cases[3]!),
      /<title>t<\/title>\s+<style>\s+\.b-1 \{ margin: 0 \}\s+<\/style>\s+<\/head>/,
    );
  });

  it('leaves a sheet alone that is not drawn always', async () => {
    const page = '<q:if condition="x"><style>.a {}</style></q:if>\n<«p style="margin: 0"/>';
    assert.match(await refactoredPage(kind, { page }), /<\/q:if>\s+<style>/);
  });

  it('is refused for styles that read values', async () => {
    const page = '<«p style="width: {n}px"/>';
    assert.match((await offerFor(kind, { page }))?.refusal ?? '', /every value/);
    assert.match(
      (await offerFor(kind, { page: '<div><Card><«p style="a: b &lt; c"/></Card></div>' }))
        ?.refusal ?? '',
      /would end/,
    );
    for (const page of [
      '<«p class="a"/>',
      '<«Card style="margin: 0"/>',
      '<«ui:text style="margin: 0"/>',
    ]) {
      assert.equal(await offerFor(kind, { page }), null, page);
    }
  });

  it('leaves every page what it is but for its styles', async () => {
    await assertSamePages(await Promise.all(cases.map((one) => pairOf(kind, one))), withoutStyles);
  });
});
