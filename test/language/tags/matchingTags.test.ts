import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { linkedNames, matchingTag } from '../../../src/language/tags/matchingTags.js';
import { SyntaxDocument } from '../../../src/language/syntax/document.js';

function at(marked: string): { document: SyntaxDocument; offset: number } {
  const document = new SyntaxDocument(marked.replace('|', ''), 'page');
  return { document, offset: marked.indexOf('|') };
}

describe('the names of a tag and its partner', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['<a><q:l|oop>x</q:loop></a>', '<a><«q:loop»>x</«q:loop»></a>'],
    ['<a><q:loop>x</q:loop|></a>', '<a><«q:loop»>x</«q:loop»></a>'],
    ['<a><|b></b></a>', '<a><«b»></«b»></a>'],
    ['<a><b></|b></a>', '<a><«b»></«b»></a>'],
    ['<a><b></b></|a>', '<«a»><b></b></«a»>'],
    ['<a><b x=|"1"></b></a>', '<a><b x="1"></b></a>'],
    ['<a>|<b></b></a>', '<a><b></b></a>'],
    ['<a><b|/></a>', '<a><b/></a>'],
    ['<a><b|></a>', '<a><b></a>'],
    ['<Card|>x</card>', '<Card>x</card>'],
    ['<a>te|xt</a>', '<a>text</a>'],
  ];
  for (const [marked, expected] of rows) {
    it(`are edited together in ${marked}`, () => {
      const { document, offset } = at(marked);
      let { text } = document;
      for (const { start, end } of (linkedNames(document, offset) ?? []).toReversed()) {
        text = `${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`;
      }
      assert.equal(text, expected);
    });
  }
});

describe('the matching tag', () => {
  const rows: readonly (readonly [string, string | null])[] = [
    ['<a><q:l|oop x="1">x</q:loop></a>', '<a><q:loop x="1">x</|q:loop></a>'],
    ['<a><q:loop x="1|">x</q:loop></a>', '<a><q:loop x="1">x</|q:loop></a>'],
    ['<a><q:loop>x</q:lo|op></a>', '<a><|q:loop>x</q:loop></a>'],
    ['<a><b>te|xt</b></a>', '<a><|b>text</b></a>'],
    ['<a>|<b>x</b></a>', '<a><b>x</|b></a>'],
    ['<a><b|/></a>', null],
    ['<a>x</a>|', '<|a>x</a>'],
    ['', null],
  ];
  for (const [marked, expected] of rows) {
    it(`of ${marked || 'nothing'}`, () => {
      const { document, offset } = at(marked);
      const found = matchingTag(document, Math.max(0, offset));
      const { text } = document;
      assert.equal(
        found === null ? null : `${text.slice(0, found)}|${text.slice(found)}`,
        expected,
      );
    });
  }
});
