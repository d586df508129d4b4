import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { completionsAt } from '../../../src/language/completion/completionsAt.js';
import type { CompletionItem } from '../../../src/language/completion/item.js';
import { tokenBefore } from '../../../src/language/place/elementAt.js';
import { SyntaxDocument, type Dialect } from '../../../src/language/syntax/document.js';
import { count, seed } from '../../support/slice.js';
import { contextOf, withItem } from './completionsIn.js';

const samples = ['samples/storefront', 'media/templates'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.q'))
    .map((file) => join(folder, file)),
);
const doubled = /\b(?:q|ui|qg|qt|test):(?:q|ui|qg|qt|test):|<<|<\/<|<\/\//;
let state = seed;

/** A number from 0 to before `limit`, the same for each seed. */
function below(limit: number): number {
  state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
  const mixed = Math.imul(state ^ (state >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) % Math.max(1, limit);
}

function dialectOf(file: string): Dialect {
  return file.endsWith('.test.q') ? 'test' : 'page';
}

/** Half-typed: the sample ends somewhere, or goes on behind a hole. */
function halfTyped(text: string): [string, number] {
  const cut = below(text.length + 1);
  const hole = below(2) === 0 ? text.length : cut + below(12);
  const half = text.slice(0, cut) + text.slice(hole);
  const offset = below(10) < 7 ? cut : below(half.length + 1);
  return [half, offset];
}

describe(`completion at any place of half-typed files (seed ${seed})`, () => {
  it('replaces only what is around the caret, and never doubles a prefix', () => {
    assert.ok(samples.length > 20);
    for (let round = 0; round < count(1_500, 60_000); round += 1) {
      const file = samples[below(samples.length)]!;
      const [text, offset] = halfTyped(readFileSync(file, 'utf8'));
      const what = `${file} …${JSON.stringify(text.slice(Math.max(0, offset - 40), offset))}|${JSON.stringify(text.slice(offset, offset + 30))}`;
      const items = completionsAt(contextOf(text, { dialect: dialectOf(file) }), offset);
      for (const item of items) {
        const { start, end } = item.replace;
        assert.ok(0 <= start && start <= offset && offset <= end && end <= text.length, what);
        const after = withItem(text, item);
        const written = after.length - text.length + end - start;
        // What was doubled before is not of the item's making.
        const near = after.slice(text.slice(0, start).search(/[<:\w/]*$/), start + written + 1);
        const before = text.slice(Math.max(0, start - 20), start);
        if (doubled.test(near) && !doubled.test(before)) {
          assert.fail(`${item.label} makes ${near} of ${what}`);
        }
      }
      checkOne(text, dialectOf(file), items, what);
    }
  });
});

/** One of the items is taken: what it says must be what the document is read to hold then. */
function checkOne(
  text: string,
  dialect: Dialect,
  items: readonly CompletionItem[],
  what: string,
): void {
  const item = items[below(items.length)];
  if (!item) return;
  const after = new SyntaxDocument(withItem(text, item), dialect);
  const { start } = item.replace;
  const token = tokenBefore(after, start + 1 + (item.insert.startsWith('<') ? 1 : 0));
  const says = `${item.kind} ${item.label} in ${what}`;
  if (item.kind === 'attribute') {
    if (token?.kind !== 'start') assert.fail(says);
    const { attributes, start: tagStart } = token;
    assert.ok(
      attributes.some(({ name, start: at }) => name === item.label && tagStart + at === start),
      says,
    );
  } else if (['tag', 'element', 'component'].includes(item.kind)) {
    const written = token?.kind === 'start' || token?.kind === 'end' ? token.name : '';
    assert.equal(written, item.label.replace('/', ''), says);
  }
}
