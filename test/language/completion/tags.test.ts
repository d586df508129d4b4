import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { itemsIn, labelsIn, taken } from './completionsIn.js';

/** The inside of a page. */
const page = (body: string): string => `<q:component name="p">\n${body}\n</q:component>`;

describe('tags are proposed where they may stand', () => {
  it('begins a page with a component, and a file of tests with a test', () => {
    assert.equal(labelsIn('<|')[0], 'q:component');
    assert.deepEqual(labelsIn('|', { dialect: 'test' }), ['q:test']);
  });

  it('offers what a form draws, and what an action holds inside of a condition', () => {
    const form = labelsIn(
      '<q:component name="p"><ui:form on-submit="s"><|</ui:form></q:component>',
    );
    for (const name of ['ui:formitem', 'ui:hbox', 'q:if', 'label']) {
      assert.ok(form.includes(name), name);
    }
    const action =
      '<q:component name="p"><q:action name="a"><q:if condition="b"><|</q:if></q:action></q:component>';
    assert.ok(labelsIn(action).includes('q:flash'));
  });

  it('puts what belongs to the parent first', () => {
    assert.equal(
      labelsIn(page('<q:query name="a" datasource="d">SELECT 1 <q:|</q:query>'))[0],
      'q:param',
    );
    assert.deepEqual(labelsIn(page('<q:if condition="a">x<q:|</q:if>')).slice(0, 2), [
      'q:else',
      'q:elseif',
    ]);
    assert.deepEqual(labelsIn('<q:test name="a" page="/"><|</q:test>', { dialect: 'test' }), [
      '/q:test',
      'test:visit',
      'test:submit',
      'test:expect',
      'test:given',
      'test:as',
    ]);
  });

  it('proposes statements where they run and never in markup', () => {
    assert.ok(labelsIn(page('<|')).includes('q:set'));
    const inMarkup = labelsIn(page('<div><|</div>'));
    assert.ok(!inMarkup.includes('q:set'));
    assert.ok(inMarkup.includes('q:if'));
    assert.ok(inMarkup.includes('ui:button'));
    assert.ok(inMarkup.indexOf('div') > inMarkup.indexOf('ui:table'));
    assert.ok(!labelsIn(page('<div><q:if condition="a"><|</q:if></div>')).includes('q:set'));
  });

  it('never proposes what was removed, nor tags of games in a page', () => {
    const labels = labelsIn(page('<|'));
    assert.ok(!labels.includes('q:persist'));
    assert.deepEqual(
      labels.filter((label) => /^q[gt]:/.test(label)),
      [],
    );
    assert.ok(labelsIn('<q:application type="game"><|</q:application>').includes('qg:scene'));
  });

  it('goes on beside a tag that holds nothing and was not ended yet', () => {
    assert.ok(labelsIn(page('<q:set name="a" value="1">\n<|')).includes('q:query'));
  });
});

describe('a proposed tag', () => {
  const rows: [string, string, string, string][] = [
    ['<|', 'q:set', '<q:set name="" value="" />', 'a prefix to come'],
    ['<q|', 'q:set', '<q:set name="" value="" />', 'half a prefix'],
    ['<q:|', 'q:set', '<q:set name="" value="" />', 'a prefix'],
    ['<q:s|', 'q:set', '<q:set name="" value="" />', 'half a name'],
    ['|', 'q:set', '<q:set name="" value="" />', 'nothing'],
    ['<q:s|}', 'q:set', '<q:set name="" value="" />}', 'what is no tag by what is behind it'],
    ['q:s|', 'q:set', '<q:set name="" value="" />', 'a name without its bracket'],
    [
      '<q:s| name="a" value="1" />',
      'q:set',
      '<q:set name="a" value="1" />',
      'attributes that stay',
    ],
    ['<q:|s>x</q:if>', 'q:if', '<q:if>x</q:if>', 'a caret inside a name'],
  ];
  for (const [before, label, after, what] of rows) {
    it(`takes the place of ${what}`, () => {
      assert.equal(taken(page(before), label), page(after));
    });
  }

  it('has places for what it cannot do without, its values, and its body', () => {
    const snippet = (text: string, label: string): string | undefined =>
      itemsIn(page(text)).find((item) => item.label === label)?.insert;
    assert.equal(snippet('<|', 'q:if'), 'q:if condition="$1">\n\t$0\n</q:if>');
    assert.equal(snippet('<|', 'q:redirect'), 'q:redirect url="$1" />$0');
    assert.equal(snippet('<|', 'q:query'), 'q:query name="$1" datasource="$2">\n\t$0\n</q:query>');
    assert.equal(snippet('<div><|</div>', 'br'), 'br />$0');
    assert.equal(snippet('<div><|</div>', 'a'), 'a href="$1">$0</a>');
  });

  it('is plain text for an editor that fills no places', () => {
    const item = itemsIn(page('<|'), { snippets: false }).find(
      ({ label }) => label === 'q:redirect',
    );
    assert.deepEqual([item?.insert, item?.isSnippet], ['q:redirect url="" />', false]);
  });
});

describe('end tags', () => {
  it('are those of the elements around, the nearest first', () => {
    assert.deepEqual(labelsIn(page('<q:if condition="a"><div><p>x</|</div></q:if>')), [
      'p',
      'div',
      'q:if',
      'q:component',
    ]);
  });

  it('are finished with their bracket, once', () => {
    assert.equal(taken(page('<div>x</|'), 'div'), page('<div>x</div>'));
    assert.equal(taken(page('<div>x</d|>'), 'div'), page('<div>x</div>'));
    assert.equal(
      taken(page('<q:if condition="a">x</q:|'), 'q:if'),
      page('<q:if condition="a">x</q:if>'),
    );
    assert.equal(taken(page('<div>x<|'), '/div'), page('<div>x</div>'));
  });
});

describe('where there is nothing to propose', () => {
  for (const text of [
    '<!-- <| -->',
    '<script>if (a <|b) {}</script>',
    '<q:python>a <| b</q:python>',
    '<p title="a"|>',
    '<p>Some wor|</p>',
    '<p>//q:|</p>',
  ]) {
    it(`stays silent in ${text}`, () => {
      assert.deepEqual(labelsIn(page(text)), []);
    });
  }
});
