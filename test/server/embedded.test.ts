import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import {
  InsertTextFormat,
  type ColorInformation,
  type ColorPresentation,
  type CompletionItem,
  type Hover,
  type Range,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import type { LspPair } from './lspPair.js';
import { page, Playground } from './playground.js';

const at = new Playground();

/** A page whose second line is `line`; its `|` is the caret. */
async function opened(line: string, snippetSupport = true) {
  const root = await at.project({});
  const file = path.join(root, 'components', 'a.q');
  const pair = await at.start([root], { ...at.choosing(root), judge: false }, undefined, {
    textDocument: { completion: { completionItem: { snippetSupport } } },
  });
  const character = line.indexOf('|');
  const written = line.replace('|', '');
  await pair.open(file, page(written));
  return { pair, file, line: written, position: { line: 1, character } };
}

type Opened = Awaited<ReturnType<typeof opened>>;

async function complete({ pair, file, position }: Opened, more = {}): Promise<CompletionItem[]> {
  const answer = await pair.request<CompletionItem[] | { readonly items: CompletionItem[] }>(
    'textDocument/completion',
    file,
    { position, ...more },
  );
  return Array.isArray(answer) ? answer : answer.items;
}

async function labelsAt(line: string): Promise<string[]> {
  return (await complete(await opened(line))).map(({ label }) => label);
}

/** The line after `label` was taken. */
async function taken(line: string, label: string, snippets = true): Promise<string> {
  const place = await opened(line, snippets);
  const item = (await complete(place)).find((one) => one.label === label);
  assert.ok(item, `${label} is not proposed in ${line}`);
  const { range, newText } = item.textEdit as TextEdit;
  assert.equal(range.start.line, 1);
  const { start, end } = range;
  return place.line.slice(0, start.character) + newText + place.line.slice(end.character);
}

async function documentation(line: string, label: string): Promise<string> {
  const place = await opened(line);
  const item = (await complete(place)).find((one) => one.label === label);
  assert.ok(item, `${label} is not proposed in ${line}`);
  const whole = await place.pair.client.sendRequest<CompletionItem>('completionItem/resolve', item);
  return JSON.stringify(whole.documentation ?? '');
}

async function hoverAt(line: string): Promise<[string, string] | null> {
  const { pair, file, position, line: written } = await opened(line);
  const hover = await pair.request<Hover | null>('textDocument/hover', file, { position });
  if (!hover) return null;
  const { start, end } = hover.range as Range;
  return [written.slice(start.character, end.character), JSON.stringify(hover.contents)];
}

const colors = ({ pair, file }: { pair: LspPair; file: string }): Promise<ColorInformation[]> =>
  pair.request('textDocument/documentColor', file);

function doubles(labels: readonly string[]): string[] {
  return labels.filter((label, index) => labels.indexOf(label) !== index);
}

describe('HTML in a page', () => {
  it('is completed beyond the usual, each once', async () => {
    const elements = await labelsAt('<div><|</div>');
    for (const name of ['div', 'hgroup', 'samp', 'q:if']) assert.ok(elements.includes(name), name);
    assert.deepEqual(doubles(elements), []);
    const attributes = await labelsAt('<input |/>');
    for (const name of ['name', 'dirname', 'onpointerup'])
      assert.ok(attributes.includes(name), name);
    assert.deepEqual(doubles(attributes), []);
    const values = await labelsAt('<input inputmode="|"/>');
    assert.ok(values.includes('numeric'));
    assert.deepEqual(doubles(await labelsAt('<input type="|"/>')), []);
  });

  it('stays with what the framework takes for HTML, and with names not yet there', async () => {
    const elements = await labelsAt('<div><|</div>');
    assert.ok(!elements.includes('data'), 'a bare data is q:data');
    assert.ok(!(await labelsAt('<input dirname="x" |/>')).includes('dirname'));
    for (const line of [
      '<q:set |/>',
      '<ui:text |/>',
      '<q:if condition="a"><q:set name="|"/></q:if>',
    ])
      assert.ok(!(await labelsAt(line)).includes('dirname'), line);
    assert.ok(!(await labelsAt('<p>{len(|)}</p>')).includes('hgroup'));
  });

  it('is written as XML has it', async () => {
    assert.equal(await taken('<input dirn|/>', 'dirname'), '<input dirname="$1"/>');
    assert.equal(await taken('<input dirn|/>', 'dirname', false), '<input dirname=""/>');
    assert.equal(await taken('<input inputmode=|/>', 'numeric'), '<input inputmode="numeric"/>');
    assert.equal(await taken('<div><w|</div>', 'wbr'), '<div><wbr />$0</div>');
  });

  it('has the documentation of MDN, in the list and under the pointer', async () => {
    assert.match(await documentation('<div><|</div>', 'hgroup'), /developer\.mozilla\.org/);
    assert.match(await documentation('<div><|</div>', 'div'), /no special meaning/);
    assert.match(await documentation('<a |>x</a>', 'href'), /hyperlink/);
    const [element, about] = (await hoverAt('<se|ction>x</section>')) ?? [];
    assert.equal(element, 'section');
    assert.match(about ?? '', /MDN Reference/);
    assert.equal((await hoverAt('<a hr|ef="/x">x</a>'))?.[0], 'href');
  });

  it('leaves names of the framework and of nobody alone', async () => {
    assert.match((await hoverAt('<q:s|et name="a" value="1"/>'))?.[1] ?? '', /Binds/);
    const silent = ['<nob|ody>x</nobody>', '<p>so|me</p>', '<p |>x</p>', '<data val|ue="x"/>'];
    for (const line of silent) assert.equal(await hoverAt(line), null, line);
  });
});

describe('CSS in a page', () => {
  it('is completed in a style element and in a style attribute', async () => {
    assert.equal(
      await taken('<style>p { colo| }</style>', 'color'),
      '<style>p { color: $0; }</style>',
    );
    assert.equal(await taken('<p style="colo|">x</p>', 'color'), '<p style="color: $0;">x</p>');
    assert.equal(
      await taken('<p style="colo|">x</p>', 'color', false),
      '<p style="color: ;">x</p>',
    );
    assert.ok((await labelsAt('<p style="display: |">x</p>')).includes('flex'));
    for (const line of [
      '<style>|</style>',
      '<style>|p { color: red }</style>',
      '<style><![CDATA[ | ]]></style>',
    ]) {
      const labels = await labelsAt(line);
      assert.ok(labels.includes('div') && !labels.includes('q:if'), line);
    }
    assert.ok((await labelsAt('<style>| .own { color: red }</style>')).includes('.own'));
    assert.ok(!(await labelsAt('<p |style="color: red">x</p>')).includes('div'));
  });

  it('knows behind an entity and an expression where it is', async () => {
    const line = '<p style="font-family: &quot;A&quot;; width: {w}px; colo|">x</p>';
    assert.equal(await taken(line, 'color'), line.replace('colo|', 'color: $0;'));
    assert.ok(!(await labelsAt('<p style="width: {|}">x</p>')).includes('auto'));
    const behind = '<p style="width: {w}px; display: bl|">x</p>';
    assert.equal(await taken(behind, 'block'), behind.replace('bl|', 'block'));
  });

  it('never ends the attribute by its quote', async () => {
    const texts = (await complete(await opened(`<p style='font-family: |'>x</p>`))).map(
      ({ textEdit }) => (textEdit as TextEdit).newText,
    );
    assert.ok(texts.some((text) => text.includes('"Segoe UI"')));
    assert.deepEqual(
      texts.filter((text) => text.includes("'")),
      [],
    );
  });

  it('takes abbreviations for elements, in markup alone', async () => {
    const expanded = async (text: string): Promise<string[]> => {
      const labels = (await complete(await opened(text))).map(({ label }) => label);
      return labels.filter((label) => /[>*.#+]/.test(label));
    };
    assert.deepEqual(await expanded('<div>ul>li.item*2|</div>'), ['ul>li.item*2']);
    assert.deepEqual(await expanded('<div>.card|</div>'), ['.card']);
    const broken = '<div>br+p.a|</div>';
    assert.match(await taken(broken, 'br+p.a'), /<br \/>\n\s*<p class="a">/);
    for (const text of ['Hello.|', 'Mr.Smith|', 'at 3.50|', 'title|', '{title.na|}', '{a>b|}'])
      assert.deepEqual(await expanded(`<div>${text}</div>`), [], text);
    const sql = '<q:query name="a" datasource="db">SELECT a>b|</q:query>';
    assert.deepEqual(await expanded(sql), []);
  });

  it('is not asked by what people write in text', async () => {
    const asked = (triggerCharacter: string) => ({ context: { triggerKind: 2, triggerCharacter } });
    for (const [text, typed] of [
      ['<p>Hello, |</p>', ' '],
      ['<p>Hello,|</p>', ','],
      ['<p>Hello.|</p>', '.'],
      ['<div>\n  |</div>', ' '],
    ] as const) {
      assert.deepEqual(await complete(await opened(text), asked(typed)), [], text);
    }
    for (const word of ['the|', 'quick|', 'unit|'])
      assert.deepEqual(await complete(await opened(`<p>${word}</p>`)), [], word);
    assert.ok((await complete(await opened('<p>|</p>'))).length > 9);
    assert.ok((await complete(await opened('<p>q:|</p>'))).length > 9);
    assert.ok((await complete(await opened('<p>{|}</p>'), asked('{'))).length > 9);
    assert.ok((await complete(await opened('<p><|</p>'), asked('<'))).length > 9);
  });

  it('is not asked by every blank', async () => {
    const asked = (triggerCharacter: string) => ({ context: { triggerKind: 2, triggerCharacter } });
    assert.deepEqual(await complete(await opened('<style>.a |{}</style>'), asked(' ')), []);
    assert.ok((await complete(await opened('<style>p{color: |}</style>'), asked(' '))).length > 9);
    assert.ok((await complete(await opened('<style>p{color:|}</style>'), asked(':'))).length > 9);
  });

  it('is explained under the pointer', async () => {
    const [marked, about] = (await hoverAt('<p style="dis|play: none">x</p>')) ?? [];
    assert.match(marked ?? '', /^display/);
    assert.match(about ?? '', /developer\.mozilla\.org/);
    assert.match((await hoverAt('<style>p { co|lor: red }</style>'))?.[1] ?? '', /MDN/);
    for (const line of ['<p style="|">x</p>', '<p style=|"color: red">x</p>'])
      assert.equal(await hoverAt(line), null, line);
  });

  it('shows its colours, and writes another one in their place', async () => {
    const place = await opened(
      '<p style="color: {c}; background: #f00">x</p><style>a{color:blue}</style>',
    );
    const found = await colors(place);
    const marked = found.map(({ range }) =>
      place.line.slice(range.start.character, range.end.character),
    );
    assert.deepEqual(marked, ['#f00', 'blue']);
    assert.deepEqual(found[0]?.color, { red: 1, green: 0, blue: 0, alpha: 1 });
    const ways = await place.pair.request<ColorPresentation[]>(
      'textDocument/colorPresentation',
      place.file,
      { color: { red: 0, green: 1, blue: 0, alpha: 1 }, range: found[0].range },
    );
    assert.ok(ways.some(({ label }) => label === '#00ff00'));
    for (const { textEdit } of ways) assert.deepEqual(textEdit?.range, found[0].range);
  });

  it('keeps its place while the page around it is written', async () => {
    const place = await opened('<p style="color: red">x</p>');
    await colors(place);
    await place.pair.changeLine(place.file, 0, '<q:component name="Page"><!-- more -->');
    await place.pair.changeLine(place.file, 1, '  <p style="color: red">x</p>');
    const [found] = await colors(place);
    assert.deepEqual(found?.range.start, { line: 1, character: 19 });
  });

  it('of a component’s prop is the component’s', async () => {
    assert.ok(!(await labelsAt('<Card style="colo|"/>')).includes('color'));
    assert.deepEqual(await colors(await opened('<Card style="color: red"/>')), []);
  });
});

it('a blank in SQL asks only where a name or a value begins', async () => {
  const asked = { context: { triggerKind: 2, triggerCharacter: ' ' } };
  const labels = async (sql: string): Promise<string[]> => {
    const line = `<q:query name="rows" datasource="db">${sql}</q:query>`;
    return (await complete(await opened(line), asked)).map(({ label }) => label);
  };
  assert.deepEqual(await labels('SELECT * FROM people |'), []);
  assert.deepEqual(await labels("SELECT 'a |'"), []);
  assert.ok((await labels('SELECT |')).includes('DISTINCT'));
  assert.ok((await labels('DELETE |')).includes('FROM'));
});

describe('a script in a page', () => {
  it('is handed out with every position it has in the page', async () => {
    const line = '  <script>let a = 1 &lt; 2; a.|</script>';
    const { pair, file, position } = await opened(line);
    const ask = (character: number): Promise<{ text: string } | null> =>
      pair.request('quantum/embeddedScript', file, { position: { line: 1, character } });
    const script = await ask(position.character);
    assert.equal(script?.text, `\n${' '.repeat(10)}let a = 1 <    2; a.`);
    assert.equal(script.text.split('\n')[1]?.length, position.character);
    assert.equal(await ask(3), null);
  });
});

it('snippets are sent as such only', async () => {
  const place = await opened('<p style="colo|">x</p>');
  const item = (await complete(place)).find(({ label }) => label === 'color');
  assert.equal(item?.insertTextFormat, InsertTextFormat.Snippet);
  const plain = await opened('<p style="colo|">x</p>', false);
  const other = (await complete(plain)).find(({ label }) => label === 'color');
  assert.equal(other?.insertTextFormat, InsertTextFormat.PlainText);
});
