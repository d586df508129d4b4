import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import * as textmate from 'vscode-textmate';
import { SyntaxDocument } from '../../src/language/syntax/document.js';
import { endOf } from '../../src/language/syntax/token.js';
import { loadTextMate, scopesOf } from '../support/textMate.js';

let grammar: textmate.IGrammar;
before(async () => {
  grammar = await loadTextMate();
});

/** The scopes at every offset of `text`, as one text per offset. */
function scopes(text: string): string[] {
  return scopesOf(grammar, text).map((names) => names.join(' '));
}

/** The scopes where `mark` begins in `text`. */
function at(text: string, mark: string): string {
  const index = text.indexOf(mark);
  assert.ok(index >= 0, mark);
  return scopes(text)[index] ?? '';
}

describe('colours of a page', () => {
  it('tell framework tags, widgets, HTML, component calls and steps of tests apart', () => {
    const text =
      '<q:set name="a"/><ui:button/><div/><ProductCard/><test:visit/><q:if condition="a">';
    assert.match(at(text, 'set '), /entity\.name\.tag\.quantum/);
    assert.match(at(text, 'ui:'), /entity\.name\.tag\.namespace/);
    assert.match(at(text, 'div'), /entity\.name\.tag\.html/);
    assert.match(at(text, 'ProductCard'), /entity\.name\.tag\.component/);
    assert.match(at(text, 'visit'), /meta\.tag\.prefixed.*entity\.name\.tag/);
    assert.match(at(text, 'if '), /keyword\.control/);
    assert.match(at(text, 'name='), /entity\.other\.attribute-name/);
    assert.match(at(text, '"a"'), /string\.quoted\.double/);
  });

  it('find expressions in text and attributes, but not quantifiers', () => {
    const text = `<p title="{upper(name)} x">{session.user == 'Ana' and n >= 3.5} {3} {2,}</p>`;
    assert.match(at(text, 'upper'), /embedded\.expression.*support\.function\.builtin/);
    assert.match(at(text, 'session'), /variable\.language\.scope/);
    assert.match(at(text, 'user'), /variable\.other\.property/);
    assert.match(at(text, "'Ana'"), /string\.quoted\.single\.expression/);
    assert.match(at(text, 'and'), /keyword\.operator\.word/);
    assert.match(at(text, '3.5'), /constant\.numeric/);
    assert.doesNotMatch(at(text, '{3}'), /expression/);
    assert.doesNotMatch(at(text, '2,}'), /expression/);
    assert.equal(at(text, ' x"').includes('expression'), false);
  });

  it('read a condition as an expression, with or without braces', () => {
    const text = `<q:if condition="count > 3 and name == 'a'"/><p>after</p>`;
    assert.match(at(text, 'count'), /variable\.other/);
    assert.match(at(text, '3 '), /constant\.numeric/);
    assert.match(at(text, 'p>after'), /entity\.name\.tag\.html/);
  });

  it('hand SQL, CSS, JavaScript and Python to their own grammars, and come back', () => {
    const text = [
      '<q:query name="t" datasource="d">SELECT a FROM b WHERE id = :id<q:param name="id" value="{x}"/></q:query>',
      '<style>.a { color: red }</style>',
      '<script src="a.js">if (a < b) { f("</p>") }</script>',
      '<q:python>',
      'if a < b: pass',
      '</q:python>',
      '<p>end</p>',
    ].join('\n');
    assert.match(at(text, 'SELECT'), /source\.sql.*word\.sql/);
    assert.match(at(text, ':id<').replace('x', ''), /source\.sql/);
    assert.match(at(text, 'id<q'), /variable\.parameter\.sql/);
    assert.match(at(text, 'param '), /entity\.name\.tag/);
    assert.match(at(text, 'color'), /source\.css word\.css/);
    assert.match(at(text, 'f("<'), /source\.js word\.js/);
    assert.match(at(text, 'src'), /attribute-name/);
    assert.match(at(text, 'pass'), /source\.python word\.python/);
    assert.match(at(text, 'p>end'), /entity\.name\.tag\.html/);
  });

  it('leave comments and CDATA alone', () => {
    const text = '<!-- <q:set/> {a} --><q:mail><![CDATA[ <b> {name} ]]></q:mail><p/>';
    assert.match(at(text, 'q:set'), /^text\.html\.quantum comment\.block\.quantum$/);
    assert.match(at(text, '<b>'), /string\.unquoted\.cdata/);
    assert.match(at(text, 'name}'), /expression/);
    assert.match(at(text, 'p/>'), /entity\.name\.tag\.html/);
  });

  it('recover at the next tag from one that is being typed', () => {
    const text = '<q:set name=\n<p>text</p>';
    assert.match(at(text, 'p>text'), /entity\.name\.tag\.html/);
  });

  it('do not let a half-typed tag or value swallow what follows', () => {
    const followed = (start: string): string => at(`${start}\n<p>text</p>`, 'p>text');
    for (const start of [
      '<',
      '<q:',
      '<div class="a',
      "<q:set name='a",
      '<q:if condition="a > ',
      '<p title="{upper(',
      '<script',
      '<script src="a',
      '<style',
      '<q:query name="a"',
      '<!DOCTYPE html',
      '<!DOCTYPE a [',
      '<?xml version',
      '</div',
      '<p>{upper(',
    ])
      assert.match(followed(start), /entity\.name\.tag\.html/, start);
  });

  it('end a script, a style and SQL at their tag, whatever is left open in them', () => {
    for (const text of [
      '<script>\nf(`open\n</script>\n<p>text</p>',
      '<script>f(`open</script><p>text</p>',
      "<style>\na { content: 'open\n</style>\n<p>text</p>",
      "<q:python>\nx = 'open\n</q:python><p>text</p>",
      "<q:query name='a'>\nSELECT 'open\n</q:query>\n<p>text</p>",
    ])
      assert.match(at(text, 'p>text'), /^text\.html\.quantum meta\.tag\.html/, text);
    const query = "<q:query name='a'>\nSELECT 'open\n  <q:param name='b'/>\nLIMIT 3</q:query>";
    assert.match(at(query, 'param'), /entity\.name\.tag/);
    assert.match(at(query, 'LIMIT'), /source\.sql word\.sql/);
  });

  it('know CSS and JavaScript in attributes, and expressions beside them', () => {
    const text =
      '<p style="color: red" onclick="go(1)" x-data="{ open: 1 }"/><i style="width: {wide}px"/>';
    assert.match(at(text, 'color'), /source\.css word\.css/);
    assert.match(at(text, 'go('), /source\.js word\.js/);
    assert.match(at(text, 'open'), /source\.js word\.js/);
    assert.match(at(text, 'wide'), /embedded\.expression.*variable\.other/);
    assert.doesNotMatch(at('<ui:button on-click="save"/>', 'save'), /source\.js/);
  });

  it('take {5} for a number as a whole value of the framework only, and JSON for text', () => {
    assert.match(at('<q:set value="{5}"/>', '5'), /constant\.numeric/);
    assert.doesNotMatch(at('<p title="{5}"/>', '5'), /constant\.numeric/);
    assert.doesNotMatch(at(`<q:body>{"a": 1}</q:body>`, '1'), /expression/);
    assert.doesNotMatch(at(`<q:set value='{"a": 1}'/>`, '1'), /expression/);
  });

  it('read conditions in either quotes and over lines, and only those of the framework', () => {
    assert.match(
      at(`<q:if condition='name == "a"'/>`, '"a"'),
      /string\.quoted\.double\.expression/,
    );
    assert.match(at('<q:if\ncondition="\n  len(a) > 3"/>', 'len'), /support\.function\.builtin/);
    assert.match(at('<q:set value="{a\n  + upper(b)}"/>', 'upper'), /support\.function\.builtin/);
    assert.doesNotMatch(at('<p condition="a > 3"/>', 'a >'), /expression/);
  });

  it('mark what the framework refuses in text, and leave it alone where it is code', () => {
    assert.match(at('<p>1 < 2</p>', '< 2'), /invalid\.illegal\.less-than/);
    const query = '<q:query name="a"><![CDATA[SELECT 1 < 2 AND :a]]></q:query>';
    assert.doesNotMatch(at(query, '< 2'), /invalid/);
    assert.match(at(query, 'a]]'), /variable\.parameter\.sql/);
    assert.match(at('<p class=wide>', 'wide'), /string\.unquoted/);
  });

  it('hold back the editor from closing the bracket of a half-typed CDATA section', () => {
    // Its bracket pair is not for strings, which is what these are to it.
    for (const text of ['<p><![', '<![CDA', '<q:query name="a"><!['])
      assert.match(at(text, '<!['), /string\.unquoted\.cdata\.begin/, text);
    assert.match(at('<![CDATA[', '<!['), /punctuation\.definition\.tag\.cdata/);
    assert.match(at('<!doctype html>', 'html'), /meta\.tag\.metadata\.doctype/);
  });

  it('see a component where the framework does: not in capitals only', () => {
    assert.match(at('<A2b/>', 'A2b'), /entity\.name\.tag\.component/);
    assert.match(at('<DIV>', 'DIV'), /entity\.name\.tag\.html/);
    assert.match(at('<H1/>', 'H1'), /entity\.name\.tag\.html/);
  });

  it('agree with the outline on every tag of the sample', async () => {
    const root = 'samples/storefront';
    const files = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.q'));
    assert.ok(files.length >= 12);
    for (const file of files) {
      const text = (await readFile(path.join(root, file), 'utf8')).replaceAll('\r\n', '\n');
      const names = scopes(text);
      for (const tag of new SyntaxDocument(text, 'page').tokens) {
        if (tag.kind !== 'start' && tag.kind !== 'end') continue;
        const name = tag.start + (tag.kind === 'end' ? 2 : 1) + tag.name.lastIndexOf(':') + 1;
        assert.match(
          names[name] ?? '',
          /entity\.name\.tag/,
          `${file}: ${text.slice(tag.start, endOf(tag))}`,
        );
      }
    }
  });

  it('reach the end of lines that never close what they open', () => {
    for (const line of [
      '<a b="'.repeat(3000),
      '{'.repeat(20_000),
      '<q:if condition="'.repeat(1000),
    ]) {
      // The editor gives a line half a second; forty times that is no slowness but a trap.
      const { stoppedEarly } = grammar.tokenizeLine(line, textmate.INITIAL, 20_000);
      assert.equal(stoppedEarly, false, line.slice(0, 20));
    }
  });
});
