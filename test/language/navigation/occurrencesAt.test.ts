import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import {
  definitionsIn,
  occurrenceAt,
  occurrencesIn,
} from '../../../src/language/navigation/occurrencesIn.js';
import { isSameSymbol } from '../../../src/language/navigation/symbol.js';
import { folderTexts } from '../project/folderTexts.js';
import { EditedProject } from './editedProject.js';

const samples = path.join(import.meta.dirname, '../../../samples');

describe('what looks at a part of a page alone', () => {
  for (const sample of ['storefront', 'idioms']) {
    it(`finds in samples/${sample} what a look at all of it finds`, () => {
      const project = new EditedProject(folderTexts(path.join(samples, sample)));
      let compared = 0;
      for (const file of [...project.texts.keys()].filter((name) => name.endsWith('.q'))) {
        const context = project.context(file)!;
        const offsets = Array.from(context.document.text, (_, offset) => offset);
        // Before all of it is known: afterwards that is what answers.
        const near = offsets.map((offset) => occurrenceAt(context, offset));
        const named = [...new Set(near)].flatMap((one) => one ?? []);
        const made = named.map(({ symbol }) => definitionsIn(context, symbol));

        const all = occurrencesIn(context);
        for (const [offset, found] of near.entries()) {
          const expected = all.find(({ start, end }) => start <= offset && offset <= end);
          assert.deepEqual(found, expected, `${file}:${offset}`);
        }
        for (const [at, { symbol }] of named.entries()) {
          const expected = all.filter(
            (one) => one.isDefinition && isSameSymbol(one.symbol, symbol),
          );
          assert.deepEqual(made[at], expected, `${file}: ${symbol.kind} ${symbol.name}`);
          compared += expected.length;
        }
      }
      assert.ok(compared > 100, `only ${compared} definitions`);
    });
  }
});
