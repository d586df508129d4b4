// Draws the places of `places.json` anew: `node --import tsx test/language/completion/quality/drawPlaces.ts`.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { runMain } from '../../../../scripts/lib/runMain.js';
import { Random } from '../../../support/random.js';
import { contextOf } from '../completionsIn.js';
import { cutPlaces, type PlaceKind } from './cutPlaces.js';
import { realPages } from './pages.js';

/** How many of each kind: more of what is asked more often, enough of all. */
const wanted: Readonly<Record<PlaceKind, number>> = {
  tag: 120,
  attribute: 100,
  value: 90,
  name: 70,
  member: 60,
  closing: 30,
  call: 30,
};

async function main(): Promise<void> {
  const all: [string, number, PlaceKind, string][] = [];
  for (const { name, path: file, text, project } of await realPages()) {
    const dialect = file.endsWith('.test.q') ? 'test' : 'page';
    for (const { kind, start, written } of cutPlaces(
      contextOf(text, { project, path: file, dialect }),
    )) {
      all.push([name, start, kind, written]);
    }
  }
  const random = new Random(500);
  const drawn = Object.entries(wanted).flatMap(([kind, count]) => {
    const left = all.filter((place) => place[2] === kind);
    return Array.from({ length: count }, () => left.splice(random.below(left.length), 1)[0]!);
  });
  const lines = drawn.map((place) => `  ${JSON.stringify(place)}`);
  writeFileSync(path.join(import.meta.dirname, 'places.json'), `[\n${lines.join(',\n')}\n]\n`);
}

runMain(main);
