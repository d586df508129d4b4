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

const kind = 'source.organizeImports';
const named = (name: string): string => `<q:component name="${name}"><p>${name}</p></q:component>`;
const files = {
  'components/_parts/Card.q': named('Card of _parts'),
  'components/_other/Card.q': named('Card of _other'),
  'components/_parts/Badge.q': named('Badge'),
  'components/Card.q': named('Card of the root'),
};

const cases: readonly Case[] = [
  {
    page: '«<q:import component="Card" from="_parts"/>\n<q:import component="Badge" from="_parts"/>\n<Card/><Badge/>',
    files,
  },
  {
    page: '«<q:import component="Card" from="_parts"/>\n<q:import component="Card" from="_other"/>\n<Card/>',
    files,
  },
  {
    page: '«<q:import component="Card" from="_parts"/><q:import component="Card" from="_other" as="Other"/>\n<Card/><Other/>',
    files,
  },
  {
    page: '«<q:import component="Nowhere"/>\n<q:import component="Badge" from="_parts" as="badge"/>\n<div><Card/></div>',
    files,
  },
];

describe('organizing imports', () => {
  it('takes away those no call goes by, and sorts the others by folder and name', async () => {
    assert.equal(
      await refactoredPage(kind, {
        page: '«  <q:import component="Card" from="_parts" />\n  <q:import component="Gone" from="_parts" />\n  <!-- kept -->\n  <q:import component="Badge" from="_parts" />\n\n  <Badge/><Card/>',
        files,
      }),
      '  <q:import component="Badge" from="_parts" />\n  <q:import component="Card" from="_parts" />\n  <!-- kept -->\n\n  <Badge/><Card/>',
    );
  });

  it('keeps of two with one name the one that is in force: the last', async () => {
    assert.equal(
      await refactoredPage(kind, { page: cases[1]!.page, files }),
      '<q:import component="Card" from="_other"/>\n<Card/>',
    );
  });

  it('leaves alone what is in order, and what is no import of a component', async () => {
    for (const page of [
      '«<q:import component="Badge"/><Badge/>',
      '«<p/>',
      '«<q:import behavior="Walk"/>',
      '«<q:import component="Gone"/><p>',
    ]) {
      assert.equal(await offerFor(kind, { page }), null, page);
    }
  });

  it('leaves every page what it is', async () => {
    await assertSamePages(await Promise.all(cases.map((one) => pairOf(kind, one))));
  });

  it('leaves the sample shop what it is', async () => {
    const base = path.join(import.meta.dirname, '../../../samples/storefront');
    const before = folderTexts(base);
    const project = new EditedProject(before);
    const after: Record<string, string> = {};
    for (const [file, text] of before) {
      if (!file.endsWith('.q')) continue;
      const context = project.context(file)!;
      const offer = await offerOf(kind, { context, start: 0, end: 0, read: project.read });
      if (offer?.changes)
        after[file] = withChanges({ [file]: text }, file, await offer.changes())[file]!;
    }
    assert.ok(Object.keys(after).length > 2, 'hardly an import is out of order');
    const visits = ['/index', '/catalogue', '/cart', '/product/3'].map((at) => ({ path: at }));
    await assertSamePages([{ what: 'the shop', before: {}, after, base, visits }]);
  });
});
