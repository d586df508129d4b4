import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { semanticTokens } from '../../../src/language/highlight/semanticTokens.js';
import { contextOf } from '../completion/completionsIn.js';
import { Random } from '../../support/random.js';
import { count, seed } from '../../support/slice.js';
import { colours, coloursIn } from './colours.js';

type Rows = readonly (readonly [string, ...string[]])[];

function each(rows: Rows): void {
  for (const [body, ...words] of rows) {
    it(body, () => assert.deepEqual(colours(body), words));
  }
}

describe('tags', () => {
  each([
    ['<Card><p/></Card>', 'Card class', 'Card class'],
    ['<q:lop><p/></q:lop>', 'q:lop unknownTag', 'q:lop unknownTag'],
    ['<q:div/>', 'q:div unknownTag'],
    ['<q:if condition="1"><p/></q:if><ui:button/><div/><my-tag/><if condition="1"/>'],
    ['<q:import component="Card"/>', 'Card class.declaration'],
    [
      '<q:import component="Card" as="Box"/><Box/>',
      'Card class.declaration',
      'Box class.declaration',
      'Box class',
    ],
  ]);

  it('of tests are looked at by the names of tests', () => {
    const text = '<q:test name="t"><test:visit path="/"/><test:vist path="/"/></q:test>';
    assert.deepEqual(coloursIn(text, { dialect: 'test' }), ['test:vist unknownTag']);
  });
});

describe('names', () => {
  each([
    ['<q:set name="a" value="1"/><p>{a}</p>', 'a variable.declaration', 'a variable'],
    [
      '<q:param name="a" type="string"/><p>{a &amp;&amp; a.b}</p>',
      'a parameter.declaration',
      'a parameter',
      'a parameter',
      'b property',
    ],
    [
      '<q:loop type="range" var="i" index="n" from="1" to="3"><p>{i}{n}</p></q:loop>',
      'i variable.declaration',
      'n variable.declaration',
      'i variable',
      'n variable',
    ],
    [
      '<p>{session.cart.total}</p>',
      'session variable.defaultLibrary',
      'cart property',
      'total property',
    ],
    [
      '<q:set name="session.cart" value="1"/>',
      'session variable.defaultLibrary',
      'cart property.declaration',
    ],
    ['<q:set name="cart" scope="session" value="1"/>', 'cart property.declaration'],
    ['<q:set name="user.name" value="1"/>', 'user variable', 'name property'],
    ['<p>{flash}</p>', 'flash variable.defaultLibrary'],
    [
      '<q:action name="save"><q:set name="a" value="{form.a}"/></q:action>',
      'a variable.declaration',
      'form variable.defaultLibrary',
      'a property',
    ],
    // A variable of a scope's name is a variable.
    [
      '<q:set name="query" value="1"/><p>{query}</p>',
      'query variable.declaration',
      'query variable',
    ],
    // Nothing binds it: the rest of the colours tells nothing of it, its diagnostic does.
    ['<p>{nobody.name}</p>', 'name property'],
    [
      '<q:set name="a" value="1"/><q:action name="x"><q:log message="{a}"/></q:action>',
      'a variable.declaration',
    ],
    ['<q:if condition="flash == 1"><p/></q:if>', 'flash variable.defaultLibrary'],
    ['<p>{a +}</p>'],
  ]);

  it('are parts of the address where the file is named so', () => {
    assert.deepEqual(colours('<p>{id}</p>', { path: 'components/[id].q' }), ['id parameter']);
  });

  it('in styles and scripts count only where all of them are known', () => {
    const a = '<q:set name="a" value="1"/>';
    assert.deepEqual(colours(`${a}<p style="width: {a}%"/>`).slice(1), ['a variable']);
    assert.deepEqual(colours(`${a}<p onclick="if (a) {max(a, b)}"/>`).slice(1), []);
  });
});

describe('functions', () => {
  const twice = '<q:function name="twice"><q:param name="n"/><q:return value="{n}"/></q:function>';
  const defined = ['twice function.declaration', 'n parameter.declaration', 'n parameter'];
  it('of the page, of the framework and of nobody', () => {
    assert.deepEqual(colours(`${twice}<p>{twice(max(1, 2))}{thrice(1)}</p>`), [
      ...defined,
      'twice function',
      'max function.defaultLibrary',
    ]);
  });
});

describe('parameters of SQL', () => {
  each([
    [
      '<q:query name="r" datasource="d">SELECT id::int, \':no\' -- :no\n FROM t WHERE a &lt; :a AND b = :b<q:param name="a" value="1"/></q:query>',
      'r variable.declaration',
      'a parameter',
      'b parameter',
      'a parameter.declaration',
    ],
    [
      '<q:query name="r" datasource="d"><![CDATA[ SELECT 1 WHERE 1 < :a ]]></q:query>',
      'r variable.declaration',
      'a parameter',
    ],
  ]);
});

const folder = 'samples/storefront/components';
const samples = readdirSync(folder, { encoding: 'utf8', recursive: true })
  .filter((name) => name.endsWith('.q'))
  .map((name) => readFileSync(path.join(folder, name), 'utf8'));
const pieces = '"|<|>|{a}|\n|</q:if>|<Card/>|<q:set name="a" value="1"/>|<q:action name="x">'.split(
  '|',
);

describe('after edits', () => {
  it(`colours are those of a document that is read anew (seed ${seed})`, () => {
    const random = new Random(seed);
    for (let round = 0; round < count(60, 3000); round += 1) {
      const context = contextOf(random.pick(samples));
      const { document } = context;
      for (let key = 0; key < 6; key += 1) {
        const start = random.below(document.text.length);
        const end = Math.min(document.text.length, start + random.below(12));
        document.update({ start, end, text: random.pick(pieces) });
        const tokens = semanticTokens(context);
        assert.deepEqual(tokens, semanticTokens(contextOf(document.text)), document.text);
        let last = 0;
        for (const { start: from, end: to } of tokens) {
          assert.ok(last <= from && from < to, `${from} in ${document.text}`);
          last = to;
        }
      }
    }
  });
});
