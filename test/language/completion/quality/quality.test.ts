import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { completionsAt } from '../../../../src/language/completion/completionsAt.js';
import { contextOf, inOrder } from '../completionsIn.js';
import { cutPlaces, type CutPlace, type PlaceKind } from './cutPlaces.js';
import { realPages, type RealPage } from './pages.js';

type Committed = readonly [page: string, start: number, kind: PlaceKind, written: string];

const places = JSON.parse(
  readFileSync(path.join(import.meta.dirname, 'places.json'), 'utf8'),
) as readonly Committed[];

/** What is typed before anybody looks: the prefix that many names share, and one letter. */
function typedOf({ written }: CutPlace): string {
  const prefix = /^(?:\w+[:.]|\/)?/.exec(written)?.[0] ?? '';
  return written.slice(0, prefix.length + 1);
}

/** The labels as an editor shows them: what begins as typed, in the order of the server. */
function shownAt(page: RealPage, place: CutPlace): string[] {
  const typed = typedOf(place);
  const text = page.text.slice(0, place.start) + typed + page.text.slice(place.end);
  const caret = place.start + typed.length;
  const dialect = page.path.endsWith('.test.q') ? 'test' : 'page';
  const context = contextOf(text, { project: page.project, path: page.path, dialect });
  const items = inOrder(completionsAt(context, caret));
  return items
    .filter(({ filterText, replace }) => filterText.startsWith(text.slice(replace.start, caret)))
    .map(({ label }) => label);
}

test('of 500 words cut out of real pages, nine of ten are among the first five that are proposed', async (t) => {
  const pages = new Map((await realPages()).map((page) => [page.name, page]));
  const missed: string[] = [];
  for (const [name, start, kind, written] of places) {
    const page = pages.get(name);
    assert.ok(page, `${name} is gone: draw the places anew (drawPlaces.ts).`);
    const setting = { project: page.project, path: page.path };
    const dialect = page.path.endsWith('.test.q') ? 'test' : 'page';
    const place = cutPlaces(contextOf(page.text, { ...setting, dialect })).find(
      (one) => one.start === start && one.kind === kind && one.written === written,
    );
    assert.ok(place, `${name} was changed: draw the places anew (drawPlaces.ts).`);
    const shown = shownAt(page, place).slice(0, 5);
    if (
      !shown.some(
        (label) => label === written || label === `/${written}` || label === `{${written}}`,
      )
    ) {
      missed.push(`${kind} ${written} in ${name} at ${start}: ${shown.join(' ')}`);
    }
  }
  const share = 1 - missed.length / places.length;
  t.diagnostic(`${(share * 100).toFixed(1)} % of ${places.length}`);
  assert.ok(places.length >= 500);
  assert.ok(share >= 0.9, `${(share * 100).toFixed(1)} %\n${missed.join('\n')}`);
});
