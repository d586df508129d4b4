import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { occurrencesIn } from '../../../src/language/navigation/occurrencesIn.js';
import { renameAt, RenameRefused, type Rename } from '../../../src/language/navigation/rename.js';
import { Random } from '../../support/random.js';
import { count, seed } from '../../support/slice.js';
import { folderTexts } from '../project/folderTexts.js';
import { EditedProject } from './editedProject.js';

const samples = path.join(import.meta.dirname, '../../../samples');

describe(`a rename and its inverse (seed ${seed})`, () => {
  for (const sample of ['storefront', 'idioms']) {
    it(`restore every byte of samples/${sample}`, async () => {
      const random = new Random(seed);
      const before = new EditedProject(folderTexts(path.join(samples, sample)));
      const pages = [...before.texts.keys()].filter((file) => file.endsWith('.q'));
      let renamed = 0;
      for (let at = count(150, 3000); at > 0; at -= 1) {
        const file = random.pick(pages);
        const context = before.context(file)!;
        const occurrences = occurrencesIn(context);
        if (occurrences.length === 0) continue;
        const { start, symbol } = random.pick(occurrences);
        const isTag = symbol.kind === 'component' || symbol.kind === 'alias';
        const name = isTag ? 'Zebra' : 'zebra';
        const there = await attempt(before, file, start, name);
        if (!there) continue;
        renamed += 1;
        const after = before.renamed(there);
        const moved = there.file?.from === file ? there.file.to : file;
        const edits = there.documents.find((one) => one.path === file)?.edits ?? [];
        const shift = edits
          .filter((edit) => edit.start < start)
          .reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
        const why = `${file}: ${symbol.kind} ${symbol.name}`;
        const back = await attempt(after, moved, start + shift, symbol.name);
        assert.ok(back, `${why} cannot be renamed back`);
        assert.deepEqual([...after.renamed(back).texts].sort(), [...before.texts].sort(), why);
      }
      assert.ok(renamed > count(150, 3000) / 4, `only ${renamed} renames`);
    });
  }
});

async function attempt(
  project: EditedProject,
  file: string,
  offset: number,
  name: string,
): Promise<Rename | null> {
  try {
    return await renameAt(project.context(file)!, offset, name, project.read);
  } catch (error) {
    if (error instanceof RenameRefused) {
      return null;
    }
    throw error;
  }
}
