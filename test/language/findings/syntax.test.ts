import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixed, marked } from './findingsOf.js';

/** The inside of a page, so that each case shows what it is about. */
const page = (body: string): string => `<q:component name="p">${body}</q:component>`;

describe('what XML refuses', () => {
  it('is found many times in one file, each at its cause', () => {
    const text = page('<p a=1 a="2">x < y</i><b>&zzz;');
    assert.deepEqual(marked(text), [
      'unclosed-element "<p"',
      'unquoted-value "1"',
      'duplicate-attribute "a"',
      'stray-less-than "<"',
      'stray-end-tag "</i>"',
      'unclosed-element "<b"',
      'unknown-entity "&zzz;"',
    ]);
  });

  const mended: [string, string, string, string][] = [
    ['escapes a less-than sign', '<p>x < y</p>', 'stray-less-than', '<p>x &lt; y</p>'],
    ['quotes a value', '<p a=1/>', 'unquoted-value', '<p a="1"/>'],
    ['closes a quote', '<p a="x>y</p>', 'unclosed-quote', '<p a="x">y</p>'],
    ['closes a comment', '<p>x</p> <!-- y \n', 'unclosed-comment', '<p>x</p> <!-- y --> \n'],
    ['closes a section', '<p><![CDATA[a < b</p>', 'unclosed-cdata', '<p><![CDATA[a < b]]></p>'],
    ['closes a tag', '<p a="x"\n<b/></p>', 'unclosed-tag', '<p a="x">\n<b/></p>'],
    ['closes an end tag', '<div><p>x</p\n</div>', 'unclosed-tag', '<div><p>x</p>\n</div>'],
    ['closes an element', '<p>x', 'unclosed-element', '<p>x</p>'],
    ['removes a second attribute', '<p a="1" a="2"/>', 'duplicate-attribute', '<p a="1" />'],
    ['corrects an end tag', '<div>x</dvi>', 'mismatched-end-tag', '<div>x</div>'],
    ['adds a space', '<p a="1"b="2"/>', 'missing-space', '<p a="1" b="2"/>'],
    [
      'gives a script an end tag',
      '<script src="a.js"/><script>b</script>',
      'self-closed-raw-tag',
      '<script src="a.js"></script><script>b</script>',
    ],
  ];
  for (const [name, text, code, expected] of mended) {
    it(`has a fix that ${name}`, () => {
      assert.equal(fixed(page(text), code), page(expected));
    });
  }
});

describe('a tag that does not exist', () => {
  it('is found with what was meant', () => {
    assert.deepEqual(marked(page('<q:sett name="a"/>')), ['unknown-tag "q:sett"']);
    assert.equal(fixed(page('<q:iff>x</q:iff>'), 'unknown-tag'), page('<q:if>x</q:if>'));
  });
});
