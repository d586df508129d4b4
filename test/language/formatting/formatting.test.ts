import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatDocument } from '../../../src/language/formatting/formatDocument.js';
import { defaultFormat } from '../../../src/language/formatting/formatOptions.js';
import { SyntaxDocument } from '../../../src/language/syntax/document.js';
import { formatted, type Formatting } from './formatted.js';

const component = (...lines: string[]): string =>
  `<q:component name="A">\n${lines.map((line) => `${line}\n`).join('')}</q:component>\n`;

/** Formats what stands in a component, and says how it then looks there. */
function becomes(lines: string[], expected: string[], options: Formatting = {}): void {
  assert.equal(formatted(component(...lines), options), component(...expected));
}

const stays = (lines: string[], options: Formatting = {}): void => becomes(lines, lines, options);

describe('indentation', () => {
  it('follows the depth of elements', () => {
    becomes(
      ['<q:if condition="a">', '<div>', '      <p>text</p>', '</div>', '    <q:else/>', '</q:if>'],
      [
        '  <q:if condition="a">',
        '    <div>',
        '      <p>text</p>',
        '    </div>',
        '    <q:else />',
        '  </q:if>',
      ],
    );
  });

  it('is of tabs where it is asked for', () => {
    becomes(['  <ul>', '    <li>a</li>', '  </ul>'], ['\t<ul>', '\t\t<li>a</li>', '\t</ul>'], {
      unit: '\t',
    });
  });

  it('counts an element once that begins on the line of another', () => {
    becomes(['<a><b>', '<q:slot/>', '</b></a>'], ['  <a><b>', '    <q:slot />', '  </b></a>']);
  });

  it('moves the lines of a comment together', () => {
    becomes(
      ['<!-- What', '       it is', '  for. -->', '<p/>'],
      ['  <!-- What', '         it is', '    for. -->', '  <p />'],
    );
  });

  it('is left alone in comments on the line of something else', () => {
    stays(['  <p /> <!-- one', ' two -->']);
  });
});

describe('lines', () => {
  it('are at most one in a row that is empty, with nothing at their ends', () => {
    becomes(['  <p />  ', '   ', '', '', '  <p />\t'], ['  <p />', '', '  <p />']);
  });

  it('keep what they end with where that is asked for', () => {
    becomes(['  <p />  ', '', '', '  <p />'], ['  <p />  ', '', '  <p />'], {
      trimsTrailingSpace: false,
    });
  });

  it('end as those of the document do, or as it is asked for', () => {
    assert.equal(formatted('<a>\r\n<b/>\r\n</a>'), '<a>\r\n  <b />\r\n</a>\r\n');
    assert.equal(formatted('<a>\r\n<b/>\n</a>'), '<a>\n  <b />\n</a>\n');
    assert.equal(
      formatted('<p>a\nb</p>\n<!--\n-->', { lineEnd: '\r\n' }),
      '<p>a\r\nb</p>\r\n<!--\r\n-->\r\n',
    );
    assert.equal(formatted('<p>a\r\nb</p>\r\n', { lineEnd: '\n' }), '<p>a\nb</p>\n');
  });

  it('begin with the document and end with one line end', () => {
    assert.equal(formatted('\n\n<p/>\n\n\n'), '<p />\n');
    assert.equal(formatted('<p/>'), '<p />\n');
    assert.equal(formatted('<p/>\n', { endsWithNewline: false }), '<p />');
    assert.equal(formatted(' \n'), ' \n');
  });

  it('are made of blocks in an element that has several lines', () => {
    becomes(
      ['<ul><li>a</li><li>b</li>', '<li>c</li></ul>', '<q:set name="a"/><q:set name="b"/>'],
      [
        '  <ul>',
        '    <li>a</li>',
        '    <li>b</li>',
        '    <li>c</li>',
        '  </ul>',
        '  <q:set name="a" />',
        '  <q:set name="b" />',
      ],
    );
  });

  it('are made of blocks where one line is too long', () => {
    stays(['  <ul><li>a</li><li>b</li></ul>']);
    becomes(
      ['  <ul><li>a</li><li>b</li></ul>', '  <tr><td><p>a</p></td><td>b</td></tr>'],
      [
        '  <ul>',
        '    <li>a</li>',
        '    <li>b</li>',
        '  </ul>',
        '  <tr>',
        '    <td><p>a</p></td>',
        '    <td>b</td>',
        '  </tr>',
      ],
      { width: 30 },
    );
  });

  it('take no more inline elements than fit, and break where a space is', () => {
    becomes(
      ['  <p><b>one</b> <b>two</b> <b>three</b><i>four</i></p>'],
      ['  <p>', '    <b>one</b> <b>two</b>', '    <b>three</b><i>four</i>', '  </p>'],
      { width: 27 },
    );
  });
});

describe('tags', () => {
  it('have single spaces, none before an end, one before a slash', () => {
    becomes(
      ['  <a   href = "x"', "   id='y'  hidden  >b</a  >", '  <br/>', '  <br>'],
      ['  <a href="x" id=\'y\' hidden>b</a>', '  <br />', '  <br>'],
    );
  });

  it('have an attribute a line where they are too long', () => {
    const short = '  <q:set name="total" value="{a + b}" />';
    stays([short], { width: short.length });
    becomes([short], ['  <q:set', '    name="total"', '    value="{a + b}"', '  />'], {
      width: short.length - 1,
    });
    becomes(
      ['  <p class="aaa" id="bbb">text</p>'],
      ['  <p', '    class="aaa"', '    id="bbb"', '  >text</p>'],
      { width: 20 },
    );
  });

  it('are on one line again once they fit', () => {
    becomes(
      ['  <q:set', '    name="a"', '    value="1"', '  />'],
      ['  <q:set name="a" value="1" />'],
    );
  });

  it('keep values as they are, those of several lines too', () => {
    stays(['  <q:set name="a" type="array" value=\'[', ' {"a":   1}', "  ]' />"]);
    stays(['  <p title="a  b" data-x="{ a }" lang=""></p>']);
  });

  it('are not broken in a line of text', () => {
    stays(['  <p>text <a href="aaaaaaaaaa" id="bbbbbbbbbb"><ul><li>c</li></ul></a> text</p>'], {
      width: 20,
    });
  });
});

describe('what is drawn', () => {
  it('stays where it is: text, and the white space beside it', () => {
    stays(['  <p>', '   text', '      <b>a</b>  <i>b</i>   text', ' </p>']);
    stays(['  <p>a <!-- b -->', ' <b>c</b></p>']);
    stays(['  <p><![CDATA[ ]]>', '      <b /></p>']);
    stays(['  <p>&nbsp;', '      <b /></p>']);
  });

  it('stays before an else, whose text goes to what stands before it', () => {
    stays(['  <p><q:if condition="a" />', '        <q:else />text</p>']);
  });

  it('stays between inline elements on one line', () => {
    stays(['  <div>', '    <b>a</b>  <i>b</i><u>c</u>', '  </div>']);
  });

  it('stays in preformatted text, scripts and styles', () => {
    for (const name of ['pre', 'textarea', 'script', 'style', 'q:python', 'STYLE']) {
      stays([`  <${name} id="a">`, ' x', '      y', `</${name}>`]);
    }
    stays(['  <pre>', '<b>', '<i   id="a"/>', '</b>', '    </pre>']);
  });

  it('stays where the framework takes blank text: bodies of mails, prompts, messages', () => {
    stays(['  <q:mail to="a" subject="b">', '<q:attachment file="c" />', '      </q:mail>']);
    stays(['  <q:llm name="a">', '    <q:prompt>', '</q:prompt>', '  </q:llm>']);
    stays(['  <q:invoke name="a" url="b">', '    <q:body>', '</q:body>', '  </q:invoke>']);
    becomes(['  <body>', '<p />', '</body>'], ['  <body>', '    <p />', '  </body>']);
  });
});

describe('SQL', () => {
  it('keeps its lines; what stands beside it is indented', () => {
    becomes(
      [
        '  <q:query name="a" datasource="b">',
        ' SELECT x',
        '   FROM t',
        '<q:param name="y"/>',
        '</q:query>',
      ],
      [
        '  <q:query name="a" datasource="b">',
        ' SELECT x',
        '   FROM t',
        '    <q:param name="y" />',
        '  </q:query>',
      ],
    );
  });

  it('gets a line of its own where it is too long, and is indented when it has one only', () => {
    becomes(
      [
        '  <q:query name="a">SELECT x FROM t</q:query>',
        '  <q:query>',
        'SELECT 1',
        '    </q:query>',
      ],
      [
        '  <q:query name="a">',
        '    SELECT x FROM t',
        '  </q:query>',
        '  <q:query>',
        '    SELECT 1',
        '  </q:query>',
      ],
      { width: 30 },
    );
  });
});

describe('what is broken', () => {
  it('stays as it is; whole elements in it are laid out from where they stand', () => {
    becomes(
      ['     <div>', '   <ul>', '<li/>', '      </ul>', ' <p>', '<b   id="x"/>'],
      ['     <div>', '   <ul>', '     <li />', '   </ul>', ' <p>', '<b id="x" />'],
    );
  });

  it('keeps the tags that have no partner, and those around them', () => {
    const text = '<a  x="1">\n<b   x="1">\n</a >\n';
    assert.equal(formatted(text), text);
  });

  it('is no more than the element around a tag that is not well-formed', () => {
    const text = '<a>\n<b   x="1">\n<c/>\n  </b>\n  <d  y= >\n</d>\n</a>\n';
    assert.equal(formatted(text), '<a>\n  <b x="1">\n    <c />\n  </b>\n  <d  y= >\n</d>\n</a>\n');
  });
});

describe('a selection', () => {
  const text = component('<ul>', '<li/>', '<li>', '<b/>', '</li>', '<li/>', '</ul>');
  const from = (part: string, nth = 0): number =>
    [...text.matchAll(new RegExp(part, 'g'))][nth]!.index;

  it('is laid out with the elements that begin in it, from where the one around it stands', () => {
    const span = { start: from('<li>') + 1, end: from('<li>') + 1 };
    assert.equal(
      formatted(text, { span }),
      component('<ul>', '<li/>', '  <li>', '    <b />', '  </li>', '<li/>', '</ul>'),
    );
  });

  it('ends where it ends', () => {
    const span = { start: from('</ul>'), end: from('</ul>') };
    assert.equal(formatted(text, { span }), text);
    const wrong = text.replace('</ul>', '    </ul>');
    assert.equal(formatted(wrong, { span: { start: span.start + 4, end: span.end + 4 } }), text);
  });
});

describe('edits', () => {
  it('are none where nothing is to change', () => {
    const document = new SyntaxDocument(component('  <p>a</p>'), 'page');
    assert.deepEqual(formatDocument(document, defaultFormat), []);
  });

  it('are as small as what changes', () => {
    const text = component(' <p>a</p>', '  <p  id="b" />');
    assert.deepEqual(formatDocument(new SyntaxDocument(text, 'page'), defaultFormat), [
      { start: text.indexOf('<p>'), end: text.indexOf('<p>'), text: ' ' },
      { start: text.indexOf(' id'), end: text.indexOf(' id') + 1, text: '' },
    ]);
  });
});
