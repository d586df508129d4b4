import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { offerOf } from '../../../src/language/refactoring/refactorings.js';
import { folderTexts } from '../project/folderTexts.js';
import { EditedProject } from '../navigation/editedProject.js';
import {
  assertSamePages,
  offerFor,
  pairOf,
  refactoredPage,
  withChanges,
  type Case,
} from './refactored.js';

const kind = 'refactor.rewrite.attributes';
const card =
  '<q:component name="Card"><q:param name="title"/><q:param name="text"/><p>{title}: {text}</p></q:component>';

const cases: readonly Case[] = [
  { page: '<«q:set value="1" name="a" type="number"/>\n<p title="{a}" class="c" id="d">{a}</p>' },
  { page: '<«p title="t" class="c" id="d">x</p>' },
  { page: `<«input type='text' required\n  name="n"\n  class="c" value="a &amp; 'b'"/>` },
  { page: '<Card text="b" «title="a"/>', files: { 'components/Card.q': card } },
  { page: '«<p title="t" class="c">x</p>\n<p title="t" class="c">y</p>»' },
  {
    page: '<q:set type="number" name="n" value="2"/>\n<«q:loop to="{n}" from="1" var="i">\n<p>{i}</p>\n</q:loop>',
  },
];

/** HTML's attributes come out in the order they are written: it says nothing. */
const withoutOrder = (html: string): string =>
  html.replaceAll(/<([\w-]+)((?:\s[\w:@-]+="[^"]*")+)/g, (_, name: string, attributes: string) =>
    [name, ...[...attributes.matchAll(/[\w:@-]+="[^"]*"/g)].map(([one]) => one).sort()].join(' '),
  );

describe('sorting attributes', () => {
  it('puts those of the framework in the order of its documentation', async () => {
    assert.equal(
      await refactoredPage(kind, { page: '<«q:set value="1" type="number" name="a"/>' }),
      '<q:set name="a" type="number" value="1"/>',
    );
  });

  it('puts props in the order of the component, and others behind', async () => {
    assert.equal(
      await refactoredPage(kind, {
        page: '<«Card x="0" text="b" title="a"/>',
        files: { 'components/Card.q': card },
      }),
      '<Card title="a" text="b" x="0"/>',
    );
  });

  it('puts HTML’s by the alphabet behind id and class, and leaves lines where they are', async () => {
    assert.equal(
      await refactoredPage(kind, {
        page: '<«p title="t"\n   class="c"\n   data-x=\'1\' id="d">x</p>',
      }),
      '<p id="d"\n   class="c"\n   data-x=\'1\' title="t">x</p>',
    );
  });

  it('is offered where something is out of order only, and for the tags that are marked alone', async () => {
    assert.equal(await offerFor(kind, { page: '<«p class="c" title="t">x</p>' }), null);
    assert.equal(await offerFor(kind, { page: '<«p title="t" class="c" title="u">x</p>' }), null);
    assert.equal(
      await refactoredPage(kind, {
        page: '<p title="t" class="c">x</p>\n<«p title="t" class="c"/>',
      }),
      '<p title="t" class="c">x</p>\n<p class="c" title="t"/>',
    );
  });

  it('leaves every page what it is', async () => {
    await assertSamePages(await Promise.all(cases.map((one) => pairOf(kind, one))), withoutOrder);
  });

  it('leaves the sample shop what it is, all of its pages sorted', async () => {
    const base = path.join(import.meta.dirname, '../../../samples/storefront');
    const before = Object.fromEntries(folderTexts(base));
    const project = new EditedProject(new Map(Object.entries(before)));
    const after: Record<string, string> = {};
    for (const [file, text] of Object.entries(before)) {
      if (!file.endsWith('.q') || file.endsWith('.test.q')) continue;
      const marked = { context: project.context(file)!, start: 0, end: text.length };
      const offer = await offerOf(kind, { ...marked, read: project.read });
      if (offer?.changes)
        after[file] = withChanges({ [file]: text }, file, await offer.changes())[file]!;
    }
    assert.ok(Object.keys(after).length > 10, 'hardly a page is out of order');
    const visits = ['/index', '/catalogue', '/cart', '/product/3', '/about'].map((at) => ({
      path: at,
    }));
    await assertSamePages([{ what: 'the shop', before: {}, after, base, visits }], withoutOrder);
  });
});
