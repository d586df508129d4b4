import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LineTable } from '../../../src/language/text/lineTable.js';
import { count, seed } from '../../support/slice.js';

const piece = fc
  .array(fc.constantFrom('\n', '\r\n', '\r', 'a', '😀', ' '), { maxLength: 8 })
  .map((parts) => parts.join(''));

describe('the lines of a text', () => {
  it('stay those of the text through any edits', () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(6), piece), { maxLength: 12 });
    fc.assert(
      fc.property(piece, edits, (first, list) => {
        let text = first;
        const table = new LineTable(text);
        for (const [at, length, inserted] of list) {
          const start = at % (text.length + 1);
          const end = Math.min(text.length, start + length);
          text = text.slice(0, start) + inserted + text.slice(end);
          table.update({ start, end, text: inserted }, text);
          // A published library counts the same lines.
          const peer = TextDocument.create('a', 'b', 1, text);
          assert.equal(table.count, peer.lineCount);
          for (let line = 0; line <= peer.lineCount; line += 1) {
            assert.equal(table.startOf(line, text), peer.offsetAt({ line, character: 0 }));
            const beyond = { line, character: 100 };
            assert.equal(table.offsetAt(beyond, text), peer.offsetAt(beyond));
          }
          for (let offset = 0; offset <= text.length; offset += 1) {
            const position = table.positionAt(offset);
            assert.equal(table.startOf(position.line, text) + position.character, offset);
          }
        }
      }),
      { numRuns: count(1000, 50_000), seed },
    );
  });
});
