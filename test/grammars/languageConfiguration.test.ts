import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, describe, it } from 'node:test';

interface EnterRule {
  readonly beforeText: string;
  readonly afterText?: string;
  readonly previousLineText?: string;
  readonly action: { readonly indent: string; readonly appendText?: string; removeText?: number };
}

interface Configuration {
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly onEnterRules: readonly EnterRule[];
  readonly indentationRules: Record<'increaseIndentPattern' | 'decreaseIndentPattern', string>;
  readonly folding: { readonly markers: Record<'start' | 'end', string> };
  readonly autoClosingPairs: readonly { open: string; close: string; notIn?: string[] }[];
}

let configuration: Configuration;
before(async () => {
  configuration = JSON.parse(
    await readFile('language-configuration.json', 'utf8'),
  ) as Configuration;
});

/** What Enter does with the caret between `before` and `after`, as the editor finds it: the first rule that fits. */
function enter(before: string, after = '', previous = ''): EnterRule['action'] | undefined {
  const fits = (pattern: string | undefined, text: string): boolean =>
    pattern === undefined || new RegExp(pattern).test(text);
  return configuration.onEnterRules.find(
    (rule) =>
      fits(rule.beforeText, before) &&
      fits(rule.afterText, after) &&
      fits(rule.previousLineText, previous),
  )?.action;
}

describe('Enter', () => {
  it('puts the caret on a line of its own between a start tag and its end tag', () => {
    for (const tag of ['div', 'q:if', 'ui:card-body', 'ProductCard'])
      assert.deepEqual(
        enter(`  <${tag} a="x > y">`, `</${tag}>`),
        { indent: 'indentOutdent' },
        tag,
      );
  });

  it('indents after a start tag', () => {
    for (const line of [
      '<div>',
      '  <q:if condition="a > 3">',
      "<a href='/x'>",
      '<colgroup>',
      '<p><b>',
    ])
      assert.deepEqual(enter(line), { indent: 'indent' }, line);
  });

  it('does not indent after what needs no end tag', () => {
    const lines = [
      '<br>',
      '<input disabled>',
      '<img src="/a.png"/>',
      '<q:set name="a"/>',
      '</div>',
    ];
    for (const line of [...lines, 'a > b', '<!DOCTYPE html>', '<?xml version="1.0"?>', '<p>x</p>'])
      assert.equal(enter(line), undefined, line);
  });

  it('goes on below the text of a comment, and back when it ends', () => {
    assert.deepEqual(enter('  <!-- two'), { indent: 'none', appendText: '     ' });
    assert.equal(enter('  <!-- one -->'), undefined);
    assert.deepEqual(enter('       lines -->', '', '  <!-- two'), {
      indent: 'none',
      removeText: 5,
    });
    assert.equal(enter('       lines -->', '', 'text'), undefined);
  });
});

describe('indentation', () => {
  const increases = (line: string): boolean =>
    new RegExp(configuration.indentationRules.increaseIndentPattern).test(line);
  const decreases = (line: string): boolean =>
    new RegExp(configuration.indentationRules.decreaseIndentPattern).test(line);

  it('grows after a tag that is left open on its line', () => {
    for (const line of [
      '<div>',
      '<p>text',
      '<td><b>x</b>',
      '<q:if condition="a < b">',
      '<!-- open',
    ])
      assert.ok(increases(line), line);
    for (const line of [
      '<p>x</p>',
      '<br>',
      '<q:set name="a" value="1 > 0"/>',
      '</p>',
      '<!-- c -->',
    ])
      assert.ok(!increases(line), line);
  });

  it('shrinks at an end tag and at the end of a comment', () => {
    for (const line of ['</div>', '  </q:if>', '-->']) assert.ok(decreases(line), line);
    for (const line of ['<div>', 'text</p>', '<q:else/>']) assert.ok(!decreases(line), line);
  });

  it('takes no time on a long line that never closes what it opens', () => {
    for (const piece of ['<', '<a b="', '<div ', '<p>', "<q:if condition='{"]) {
      const line = piece.repeat(20_000 / piece.length);
      const start = performance.now();
      increases(line);
      enter(line);
      assert.ok(performance.now() - start < 2000, piece);
    }
  });
});

describe('words', () => {
  const words = (text: string): readonly string[] => {
    const { pattern, flags } = configuration.wordPattern;
    return text.match(new RegExp(pattern, `${flags}g`)) ?? [];
  };

  it('are names with their prefix and dashes, and the parts of a path each', () => {
    assert.deepEqual(words('<q:set name="a-b" {n.title} ui:vbox'), [
      'q:set',
      'name',
      'a-b',
      'n',
      'title',
      'ui:vbox',
    ]);
    assert.deepEqual(words('</test:visit> hx-get xmlns:q WHERE id = :id'), [
      'test:visit',
      'hx-get',
      'xmlns:q',
      'WHERE',
      'id',
      'id',
    ]);
  });

  it('are whole in any language, and numbers keep sign and fraction', () => {
    assert.deepEqual(words('ação é -3.5 10'), ['ação', 'é', '-3.5', '10']);
  });
});

describe('folding and pairs', () => {
  it('regions are comments', () => {
    const { start, end } = configuration.folding.markers;
    assert.match('  <!-- #region Header -->', new RegExp(start));
    assert.match('<!--#endregion-->', new RegExp(end));
    assert.doesNotMatch('<!-- a #region -->', new RegExp(start));
    assert.doesNotMatch('<!-- #regional -->', new RegExp(start));
  });

  it('nothing closes itself inside a comment', () => {
    for (const pair of configuration.autoClosingPairs)
      assert.ok(pair.notIn?.includes('comment'), pair.open);
  });
});
