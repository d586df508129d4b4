import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultFormat } from '../../../src/language/formatting/formatOptions.js';
import { formatTypedLine, formatTypedTag } from '../../../src/language/formatting/formatTyped.js';
import { SyntaxDocument } from '../../../src/language/syntax/document.js';
import { applied } from './formatted.js';

/** What becomes of a text in which `|` is the caret behind what was typed. */
function typed(marked: string): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const document = new SyntaxDocument(text, 'page');
  const edits =
    text[offset - 1] === '>'
      ? formatTypedTag(document, offset)
      : formatTypedLine(document, defaultFormat, offset);
  return applied(text, edits);
}

describe('the end of a tag', () => {
  it('puts an end tag below its start tag', () => {
    assert.equal(
      typed('<a>\n    <b>\n      <c/>\n  </b>|\n</a>'),
      '<a>\n    <b>\n      <c/>\n    </b>\n</a>',
    );
  });

  it('moves nothing that stands behind something, in text, or in preformatted text', () => {
    for (const text of [
      '<a>\n<b/></a>|',
      '<a>\ntext\n  </a>|',
      '<pre>\n<b>\n  </b>|</pre>',
      '<script>\n  </script>|',
      '  <b>\n<b>|</b></b>',
      '<a>\n<b/>\n  </b>|</a>',
    ]) {
      assert.equal(typed(text), text.replace('|', ''));
    }
  });
});

describe('a new line', () => {
  it('is one level deeper than the line of the element it is in', () => {
    assert.equal(typed('<a>\n  <b>\n|\n  </b>\n</a>'), '<a>\n  <b>\n    \n  </b>\n</a>');
    assert.equal(typed('<a>\n  <b/>\n      |\n</a>'), '<a>\n  <b/>\n  \n</a>');
    assert.equal(typed('<a>\n|<b/></a>'), '<a>\n  <b/></a>');
  });

  it('is so in an element that has no end tag yet', () => {
    assert.equal(typed('<a>\n  <b>\n|\n</a>'), '<a>\n  <b>\n    \n</a>');
  });

  it('is as deep as the element where its end tag follows', () => {
    assert.equal(typed('  <a>\n|</a>'), '  <a>\n  </a>');
  });

  it('is one level deeper between attributes, and not before the end of their tag', () => {
    assert.equal(typed('  <a b="c"\n|d="e">'), '  <a b="c"\n    d="e">');
    assert.equal(typed('  <a b="c"\n|/>'), '  <a b="c"\n  />');
  });

  it('begins where it was begun in text, values, SQL, mails and preformatted text', () => {
    for (const text of [
      '<a>\n  <b>text\n|more</b>\n</a>',
      '<a b="\n|"/>',
      '<a>\n  <q:query>\n|</q:query>\n</a>',
      '<q:mail>\n|<q:attachment/></q:mail>',
      '<pre>\n|</pre>',
      '<pre><b>\n|</b></pre>',
      '<!--\n|-->',
    ]) {
      assert.equal(typed(text), text.replace('|', ''));
    }
  });

  it('is not indented outside of elements', () => {
    assert.equal(typed('<a/>\n   |'), '<a/>\n');
  });
});
