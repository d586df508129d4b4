import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { Edit, Parser, type Language, type Point, type Tree } from 'web-tree-sitter';
import { loadGrammars, type Grammars } from '../support/grammars.js';
import { count, seed } from '../support/slice.js';

const home = path.join(import.meta.dirname, '../../grammars/tree-sitter-quantum');
let grammars: Grammars;
before(async () => {
  grammars = await loadGrammars();
});

function parse(language: Language, text: string, old?: Tree): Tree {
  const parser = new Parser();
  try {
    parser.setLanguage(language);
    return parser.parse(text, old)!;
  } finally {
    parser.delete();
  }
}

/** `name`, source and expected tree of each case in tree-sitter's corpus format. */
async function corpus(folder: string): Promise<{ name: string; source: string; tree: string }[]> {
  const directory = path.join(home, folder, 'test/corpus');
  const cases = [];
  for (const file of await readdir(directory)) {
    const text = await readFile(path.join(directory, file), 'utf8');
    for (const match of text.matchAll(/={3,}\n(.*)\n={3,}\n([^]*?)\n---\n([^]*?)(?=\n={3,}|$)/g)) {
      const [, name = '', source = '', tree = ''] = match;
      cases.push({
        name,
        source: source.replace(/^\n|\n$/g, ''),
        tree: tree.replace(/\s+/g, ' ').trim(),
      });
    }
  }
  return cases;
}

describe('grammars', () => {
  it('were generated from the sources beside them', async () => {
    const script = path.join(import.meta.dirname, '../../scripts/grammars.mjs');
    await promisify(execFile)(process.execPath, [script, '--check']);
  });

  for (const folder of ['document', 'expression'] as const) {
    it(`parse the ${folder} corpus as recorded`, async () => {
      const cases = await corpus(folder);
      assert.ok(cases.length >= 18, `found only ${cases.length} cases`);
      for (const { name, source, tree } of cases) {
        const parsed = parse(grammars[folder], source);
        // The recorded trees leave the names of the fields out.
        const shown = parsed.rootNode.toString().replaceAll(/[a-z_]+: /g, '');
        assert.equal(shown, tree, name);
        parsed.delete();
      }
    });
  }

  it('never leave an unclosed tag, a stray tag or a half-typed tag as an error', () => {
    const pieces = fc.constantFrom(
      '<div>',
      '</div>',
      '<b\n<br>',
      '</b<br>',
      '<br>',
      '</i>',
      ' text ',
      '{a}',
      '{',
      '&',
      '<!-- c -->',
      '<q:set name="a"/>',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const tree = parse(grammars.document, parts.join(''));
        const clean = !tree.rootNode.hasError;
        tree.delete();
        return clean;
      }),
      { numRuns: count(300, 20_000), seed },
    );
  });

  it('give the same tree incrementally as afresh', () => {
    const piece = fc.constantFrom(
      '<div class="a">',
      '</div>',
      '<',
      '>',
      '"',
      '{',
      '}',
      '<script>',
      '</script>',
      '<!--',
      '-->',
      '<q:if condition="a < 3">',
      '</q:if>',
      'text',
      ' ',
      '\n',
      '/',
      '=',
      "'",
      '<![CDATA[',
      ']]>',
      'é',
      '😀',
    );
    const edits = fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        removed: fc.nat(12),
        inserted: fc.array(piece, { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), edits, (start, changes) => {
        let text = start.join('');
        let tree = parse(grammars.document, text);
        for (const { at, removed, inserted } of changes) {
          const from = boundary(text, Math.floor(at * text.length));
          const to = boundary(text, Math.min(text.length, from + removed));
          const after = text.slice(0, from) + inserted.join('') + text.slice(to);
          const end = from + inserted.join('').length;
          tree.edit(
            new Edit({
              startIndex: from,
              oldEndIndex: to,
              newEndIndex: end,
              startPosition: pointAt(text, from),
              oldEndPosition: pointAt(text, to),
              newEndPosition: pointAt(after, end),
            }),
          );
          const next = parse(grammars.document, after, tree);
          tree.delete();
          tree = next;
          text = after;
        }
        const fresh = parse(grammars.document, text);
        const [incremental, whole] = [positions(tree), positions(fresh)];
        tree.delete();
        fresh.delete();
        // Where both hold errors, tree-sitter may settle on different repairs; the text is then the same.
        if (!whole.includes('ERROR') && !whole.includes('MISSING'))
          assert.equal(incremental, whole);
      }),
      { numRuns: count(400, 100_000), seed },
    );
  });
});

/** `index`, moved off the middle of a surrogate pair: editors never cut one. */
function boundary(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff ? index - 1 : index;
}

function pointAt(text: string, index: number): Point {
  const before = text.slice(0, index);
  const row = before.split('\n').length - 1;
  return { row, column: index - (before.lastIndexOf('\n') + 1) };
}

/** The tree with the place of every node. */
function positions(tree: Tree): string {
  const lines: string[] = [];
  const cursor = tree.walk();
  const visit = (depth: number): void => {
    lines.push(
      `${depth} ${cursor.nodeType}${cursor.nodeIsMissing ? ' MISSING' : ''} ${cursor.startIndex}-${cursor.endIndex}`,
    );
    if (cursor.gotoFirstChild()) {
      do visit(depth + 1);
      while (cursor.gotoNextSibling());
      cursor.gotoParent();
    }
  };
  visit(0);
  cursor.delete();
  return lines.join('\n');
}
