import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import * as oniguruma from 'vscode-oniguruma';
import * as textmate from 'vscode-textmate';
import { scanTags } from '../../src/language/scanTags.js';

const embedded = new Set(['source.js', 'source.css', 'source.sql', 'source.python']);
let grammar: textmate.IGrammar;

before(async () => {
  const require = createRequire(path.resolve('package.json'));
  const wasm = await readFile(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => {
      if (scope === 'text.html.quantum') {
        const file = 'grammars/quantum.tmLanguage.json';
        return textmate.parseRawGrammar(await readFile(file, 'utf8'), file);
      }
      assert.ok(embedded.has(scope), scope);
      // The editor brings the real ones; here each marks its words.
      const patterns = [{ match: '\\w+', name: `word.${scope.slice('source.'.length)}` }];
      return textmate.parseRawGrammar(
        JSON.stringify({ scopeName: scope, patterns }),
        'embedded.json',
      );
    },
  });
  const loaded = await registry.loadGrammar('text.html.quantum');
  assert.ok(loaded);
  grammar = loaded;
});

/** The scopes at every offset of `text`, as one text per offset. */
function scopes(text: string): string[] {
  const all: string[] = [];
  let stack = textmate.INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack, stoppedEarly } = grammar.tokenizeLine(line, stack, 2000);
    assert.equal(stoppedEarly, false);
    for (const { startIndex, endIndex, scopes: names } of tokens) {
      for (let at = startIndex; at < Math.min(endIndex, line.length); at += 1)
        all.push(names.join(' '));
    }
    all.push('');
    stack = ruleStack;
  }
  return all;
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
    assert.match(at(text, 'ui:'), /entity\.name\.namespace/);
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

  it('agree with the outline on every tag of the sample', async () => {
    const root = 'samples/storefront';
    const files = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.q'));
    assert.ok(files.length >= 12);
    for (const file of files) {
      const text = (await readFile(path.join(root, file), 'utf8')).replaceAll('\r\n', '\n');
      const names = scopes(text);
      for (const tag of scanTags(text).tags) {
        const name = tag.start + (tag.kind === 'close' ? 2 : 1) + tag.name.lastIndexOf(':') + 1;
        assert.match(
          names[name] ?? '',
          /entity\.name\.tag/,
          `${file}: ${text.slice(tag.start, tag.end)}`,
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

describe('the language configuration', () => {
  it('has patterns that compile, and indents after an opening tag only', async () => {
    interface Rule {
      beforeText: string;
      afterText?: string;
    }
    const configuration = JSON.parse(await readFile('language-configuration.json', 'utf8')) as {
      wordPattern: string;
      onEnterRules: Rule[];
      indentationRules: Record<string, string>;
      folding: { markers: Record<string, string> };
    };
    const indents = (line: string) =>
      configuration.onEnterRules.some(({ beforeText }) => new RegExp(beforeText).test(line));
    for (const line of ['<div>', '  <q:if condition="a > 3">', '<ui:vbox gap="md">'])
      assert.ok(indents(line), line);
    for (const line of ['<br>', '<q:set name="a"/>', '</div>', 'a > b', '<input disabled>']) {
      assert.ok(!indents(line), line);
    }
    const patterns = [
      ...Object.values(configuration.indentationRules),
      ...Object.values(configuration.folding.markers),
    ];
    for (const pattern of patterns) assert.ok(new RegExp(pattern));
    const word = new RegExp(configuration.wordPattern, 'g');
    assert.deepEqual('<q:set name="a-b" {n.title} ui:vbox'.match(word), [
      'q:set',
      'name',
      'a-b',
      'n',
      'title',
      'ui:vbox',
    ]);
  });
});
