import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogueFor } from '../../../src/language/catalogue/catalogueFor.js';
import { DocumentFindings } from '../../../src/language/findings/documentFindings.js';
import { fixAllEdits } from '../../../src/language/findings/fixAll.js';
import {
  shownFindings,
  type Severities,
  type ShownFinding,
} from '../../../src/language/findings/shown.js';
import { SyntaxDocument } from '../../../src/language/syntax/document.js';
import { applied } from './findingsOf.js';

function shown(text: string, severities: Severities = {}): ShownFinding[] {
  const document = new SyntaxDocument(text, 'page');
  const findings = new DocumentFindings(document, catalogueFor(null)).all();
  return shownFindings(document, findings, severities).sort((a, b) => a.start - b.start);
}

const page = (body: string): string => `<q:component name="p">\n${body}\n</q:component>\n`;
const marked = (text: string): string[] =>
  shown(text).map(({ start, end }) => text.slice(start, end));

describe('a comment that says what to ignore', () => {
  it('holds for the next element, and not for the one after it', () => {
    const text = page('<!-- quantum-ignore unknown-tag -->\n<q:one/>\n<q:two/>');
    assert.deepEqual(marked(text), ['q:two']);
  });

  it('holds for the line the next element is on, however long its tag is', () => {
    const text = page(
      '<!-- quantum-ignore unknown-tag -->\n<p\n class="a"><q:one/> <q:two/>\n<q:three/></p>',
    );
    assert.deepEqual(marked(text), ['q:three']);
  });

  it('holds for all of an element that has none inside', () => {
    const text = page('<!-- quantum-ignore stray-less-than -->\n<p>\n a < b\n</p>\n<p>a < b</p>');
    assert.deepEqual(marked(text).length, 1);
  });

  it('holds for a line of text', () => {
    const text = page('<p><b/>\n<!-- quantum-ignore stray-less-than -->\n\na < b\na < b</p>');
    assert.equal(shown(text)[0]!.start, text.lastIndexOf('<', text.indexOf('</p>') - 1));
    assert.equal(shown(text).length, 1);
  });

  it('names several codes, or none for every code, and no others', () => {
    const two = '<q:one/><p a=1/>';
    const both = ['q:one', '1'];
    assert.deepEqual(marked(page(two)), both);
    assert.deepEqual(marked(page(`<!-- quantum-ignore -->\n${two}`)), []);
    assert.deepEqual(marked(page(`<!--quantum-ignore unquoted-value, unknown-tag-->\n${two}`)), []);
    assert.deepEqual(marked(page(`<!-- quantum-ignore unknown-tag -->\n${two}`)), ['1']);
    assert.deepEqual(marked(page(`<!-- quantum-ignored unknown-tag -->\n${two}`)), both);
    assert.deepEqual(marked(page(`<!-- please quantum-ignore -->\n${two}`)), both);
  });

  it('holds for the whole file where it says so', () => {
    const text = page('<q:one/>\n<p a=1/>\n<!-- quantum-ignore-file unknown-tag -->');
    assert.deepEqual(marked(text), ['1']);
  });

  it('is written by a fix, where it then holds', () => {
    const cases = [
      page('<q:one/>'),
      page('  <p>\n    <q:one/></p>'),
      page('<p>text <q:one/> text</p>'),
      page('<p>\n\n  a < b\n</p>'),
      page('<p><b/>\n  a < b\n</p>'),
      page('<p\n  a=1>x</p>'),
      '<q:one/>',
    ];
    for (const text of cases) {
      const [finding] = shown(text);
      const fixes = finding!.ignores();
      assert.equal(fixes.length, 2);
      for (const fix of fixes) {
        const mended = applied(text, fix);
        assert.ok(!shown(mended).some(({ code }) => code === finding!.code), mended);
        // And nothing else comes of it.
        assert.ok(shown(mended).length < shown(text).length, mended);
      }
    }
    assert.equal(
      applied(cases[1]!, shown(cases[1]!)[0]!.ignores()[0]!),
      page('  <p>\n    <!-- quantum-ignore unknown-tag -->\n    <q:one/></p>'),
    );
  });
});

describe('the severity of a code', () => {
  it('is what a person set, and off is nothing at all', () => {
    const text = page('<q:one/><p a=1/>');
    const severities = { 'unknown-tag': 'off', 'unquoted-value': 'hint' } as const;
    assert.deepEqual(
      shown(text, severities).map(({ code, severity }) => [code, severity]),
      [['unquoted-value', 'hint']],
    );
  });
});

describe('fixing all of a file', () => {
  it('takes every fix that is right nearly always, and leaves those that would touch', () => {
    const text = page('<q:iff>a < b</q:iff>\n<p a=1 b=2>x\n<b>y');
    const edits = fixAllEdits(shown(text));
    assert.equal(
      // The last of those at one place is applied first, as editors do.
      applied(text, { title: '', edits: edits.toReversed() }),
      page('<q:if>a &lt; b</q:if>\n<p a="1" b="2">x</p>\n<b>y</b>'),
    );
  });
});
