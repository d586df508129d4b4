import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { cssFormatter, jsFormatter, sqlFormatter } from '../../src/server/codeFormatters.js';
import { formatted, type Formatting } from '../language/formatting/formatted.js';
import { judgePages } from '../support/pageJudge.js';

const layout = { unit: '  ', tabWidth: 2 };
const code = { css: cssFormatter(layout), js: jsFormatter(layout), sql: sqlFormatter(layout) };

const component = (...lines: string[]): string =>
  `<q:component name="A">\n${lines.map((line) => `${line}\n`).join('')}</q:component>\n`;

function becomes(lines: string[], expected: string[], options: Formatting = { code }): void {
  const once = formatted(component(...lines), options);
  assert.equal(once, component(...expected));
  assert.equal(formatted(once, options), once);
}

const stays = (...lines: string[]): void => becomes(lines, lines);

describe('CSS in a page', () => {
  it('is laid out where it is asked for, below its tag', () => {
    const lines = ['  <style>', 'a{color:red}', '   b, c { margin: 0 }', ' </style>'];
    becomes(lines, [
      '  <style>',
      '    a {',
      '      color: red',
      '    }',
      '',
      '    b,',
      '    c {',
      '      margin: 0',
      '    }',
      '  </style>',
    ]);
    becomes(lines, lines, {});
  });

  it('keeps the lines of comments beside each other', () => {
    stays(
      '  <style>',
      '    /* one',
      '         two */',
      '    a {',
      '      color: red',
      '    }',
      '  </style>',
    );
  });

  it('is left alone with expressions in it, and where it is broken', () => {
    stays('  <style>', 'a { color: {theme.color} }', '  </style>');
    stays('  <style>', 'a { width: {n}px; margin: 0 }', '  </style>');
    stays('  <style>', 'a { content: "&lt;";   margin: 0 }', '  </style>');
  });
});

describe('JavaScript in a page', () => {
  it('is laid out where it is asked for, below its tag', () => {
    const lines = ['  <script>', 'if(a<b&&c){go( 1 )', '}', '// done', ' </script>'];
    becomes(lines, [
      '  <script>',
      '    if (a < b && c) {',
      '      go(1)',
      '    }',
      '    // done',
      '  </script>',
    ]);
    becomes(lines, lines, {});
  });

  it('is left alone where white space is a part of it, or it is something else', () => {
    stays('  <script>', 'const a = `one', '   two`', '  </script>');
    stays('  <script>', 'if(a &lt; b){}', '  </script>');
    stays('  <script type="application/json">', '{"a":  1}', '  </script>');
  });
});

describe('SQL in a page', () => {
  it('is laid out where it is asked for, and its parameters stay parameters', () => {
    const lines = [
      '  <q:query name="a" datasource="b">',
      'select x, y from t where x &lt; :max and z = :z',
      '<q:param name="max" value="1"/></q:query>',
    ];
    becomes(lines, [
      '  <q:query name="a" datasource="b">',
      '    select',
      '      x,',
      '      y',
      '    from',
      '      t',
      '    where',
      '      x &lt; :max',
      '      and z = :z',
      '    <q:param name="max" value="1" />',
      '  </q:query>',
    ]);
  });

  it('is left alone with line breaks in strings, expressions, references, or words of no dialect', () => {
    stays('  <q:query name="a">', "select 'a", "  b'  ,  c", '  </q:query>');
    stays('  <q:query name="a">', '    select   {x}', '  </q:query>');
    stays('  <q:query name="a">', '    select   a &gt; b', '  </q:query>');
    stays('  <q:query name="a">', "    select   'a", '  </q:query>');
    stays('  <q:query name="a">', '    select   a ->>> b, c<-1', '  </q:query>');
    stays('  <q:query name="a"><![CDATA[select   a]]></q:query>');
  });

  it('keeps comments', () => {
    becomes(
      ['  <q:query name="a">', 'select a -- the first', '  </q:query>'],
      ['  <q:query name="a">', '    select', '      a -- the first', '  </q:query>'],
    );
  });
});

describe('the pages we ship, with their CSS and SQL', () => {
  it('change in white space alone, once, and the framework takes them', async () => {
    const samples = path.join(import.meta.dirname, '../../samples');
    const files = readdirSync(samples, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.q') && !name.endsWith('.test.q'))
      .map((name) => readFileSync(path.join(samples, name), 'utf8'));
    const withoutSpace = (text: string): string => text.replaceAll(/\s+/g, '');
    const after = files.map((text) => formatted(text, { code }));
    for (const [index, text] of after.entries()) {
      assert.equal(withoutSpace(text), withoutSpace(files[index]!));
      assert.equal(formatted(text, { code }), text);
    }
    const laidOut = after.filter((text, index) => text !== formatted(files[index]!));
    assert.ok(laidOut.length > 20, `${laidOut.length} have code that was laid out`);
    const verdicts = await judgePages(after.map((text) => ({ text, dialect: 'page' })));
    assert.deepEqual(verdicts.filter(Boolean), []);
  });
});
