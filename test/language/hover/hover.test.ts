import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hoverAt } from '../../../src/language/hover/hoverAt.js';
import { signatureHelpAt } from '../../../src/language/hover/signatureHelpAt.js';
import { placed } from '../completion/completionsIn.js';

const page = (text: string): string =>
  `<q:component name="p"><q:query name="rows" datasource="db">SELECT id FROM t</q:query>${text}</q:component>`;

/** What is shown over the character behind `|`: the marked text, and the Markdown. */
function shown(text: string): [string, string] | null {
  const [context, offset] = placed(page(text));
  const hover = hoverAt(context, offset);
  return hover && [context.document.text.slice(hover.start, hover.end), hover.markdown];
}

describe('hover', () => {
  const rows: [string, string, RegExp][] = [
    ['<q:|set name="a"/>', 'q:set', /Binds `‹name›`/],
    ['<q:set |name="a"/>', 'name', /Required: without it the file is refused/],
    ['<q:set name="a" per|sist="x"/>', 'persist', /Removed in 0\.16/],
    ['<q:loop type="ra|nge"/>', 'range', /`range`, a value of `type`/],
    ['<q:if condition="|rows">x</q:if>', 'rows', /Columns: `id`/],
    ['<p>{ro|ws_result.success}</p>', 'rows_result', /`recordCount`/],
    ['<p>{rows_result.|success}</p>', 'success', /Whether the query ran/],
    ['<p>{dateF|ormat(now())}</p>', 'dateFormat', /dateFormat\(date/],
    ['<p>{ses|sion.x}</p>', 'session', /this visitor/],
    ['<q:set name="session.x" value="1"/><p>{session.|x}</p>', 'x', /<q:set name="session\.x"/],
    ['<div class="a"><p>x</p></|div>', 'div', /<div class="a">/],
    ['<p>a &eu|ro; b</p>', '&euro;', /U\+20AC/],
  ];
  for (const [text, marked, markdown] of rows) {
    it(`tells what ${marked} is in ${text}`, () => {
      const found = shown(text);
      assert.equal(found?.[0], marked);
      assert.match(found[1], markdown);
    });
  }

  it('says nothing over text, comments and code', () => {
    for (const text of ['<p>so|me</p>', '<!-- a|b -->', '<script>a|b</script>', '<p >|</p>']) {
      assert.equal(shown(text), null, text);
    }
  });

  it('does not take what a file says for Markdown', () => {
    const [, markdown] = shown('<q:set name="_a_" value="```"/><p>{_|a_}</p>') ?? ['', ''];
    assert.match(markdown, /\\_a\\_/);
    assert.match(markdown, /^````quantum$/m);
  });
});

describe('signature help', () => {
  const active = (text: string): string | null => {
    const [context, offset] = placed(page(text));
    const help = signatureHelpAt(context, offset);
    const parameter = help?.signature.parameters[help.activeParameter ?? -1];
    return help
      ? parameter
        ? help.signature.label.slice(parameter.start, parameter.end)
        : ''
      : null;
  };

  it('shows the parameter that is being written', () => {
    assert.equal(active('<p>{round(|}</p>'), 'value');
    assert.equal(active('<p>{round(1, |)}</p>'), 'digits=0');
    assert.equal(active('<p>{join(rows, |)}</p>'), 'separator=", "');
    assert.equal(active('<p>{max(1, 2, 3, |)}</p>'), '…');
    assert.equal(active('<p>{round(len(|))}</p>'), 'value');
    assert.equal(active('<p>{rows|}</p>'), null);
  });

  it('knows the functions of the document', () => {
    const text = '<q:function name="tax"><q:param name="net"/><q:param name="rate"/></q:function>';
    assert.equal(active(`${text}<p>{tax(1, |)}</p>`), 'rate');
  });
});
