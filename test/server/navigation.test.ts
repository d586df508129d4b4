import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  DocumentHighlight,
  DocumentLink,
  LinkedEditingRanges,
  Location,
  PrepareRenameResult,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol/node';
import type { RelatedFile } from '../../src/protocol/languageServer.js';
import { eventually } from '../support/eventually.js';
import { uriOf } from './lspPair.js';
import { page, Playground } from './playground.js';

const at = new Playground();
const card = '<q:component name="Card">\n<q:param name="title"/>\n<p>{title}</p>\n</q:component>\n';

/** A project of a card and two pages that call it, one of them open; the index knows all of it. */
async function opened(files: Readonly<Record<string, string>> = {}) {
  const root = await at.project({
    'components/Card.q': card,
    'components/a.q': page('<Card title="x"/>'),
    'components/b.q': page('<Card title="y"/>'),
    ...files,
  });
  const file = path.join(root, 'components', 'a.q');
  const pair = await at.start([root], { ...at.choosing(root), judge: false }, undefined, {
    workspace: {
      workspaceEdit: { documentChanges: true, resourceOperations: ['rename'] },
    },
  });
  await pair.open(file, page('<Card title="x"/>'));
  const symbols = () =>
    pair.client.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'crd' });
  await eventually(async () => (await symbols()).length > 0, {
    withinMs: 10_000,
    what: 'the card in the index',
  });
  return { root, file, pair, symbols };
}

const call = { line: 1, character: 3 };
const prop = { line: 1, character: 8 };

describe('going where names lead', () => {
  it('finds a component in its file, and every call of it', async () => {
    const { root, file, pair } = await opened();
    const [made] = await pair.request<Location[]>('textDocument/definition', file, {
      position: call,
    });
    assert.equal(made?.uri, uriOf(path.join(root, 'components', 'Card.q')));
    assert.deepEqual(made.range.start, { line: 0, character: 1 });
    const uses = await pair.request<Location[]>('textDocument/references', file, {
      position: call,
      context: { includeDeclaration: false },
    });
    assert.deepEqual(uses.map(({ uri }) => path.basename(uri)).sort(), ['a.q', 'b.q']);
    const here = await pair.request<DocumentHighlight[]>('textDocument/documentHighlight', file, {
      position: call,
    });
    assert.equal(here.length, 1);
  });

  it('shows what can be clicked on, other sites as well', async () => {
    const { root, file, pair } = await opened();
    await pair.changeLine(file, 1, '<a href="/b?x=1">b</a><a href="https://x.org/?a&amp;b">x</a>');
    const links = await pair.request<DocumentLink[]>('textDocument/documentLink', file);
    assert.deepEqual(
      links.map(({ range, target }) => [range.start.character, range.end.character, target]),
      [
        [9, 15, uriOf(path.join(root, 'components', 'b.q'))],
        [31, 53, 'https://x.org/?a&b'],
      ],
    );
  });

  it('says who calls a component, open or not, and whom they call', async () => {
    const { file, pair } = await opened();
    const [item] = await pair.request<CallHierarchyItem[]>(
      'textDocument/prepareCallHierarchy',
      file,
      { position: call },
    );
    assert.equal(item?.name, 'Card');
    const incoming = await pair.client.sendRequest<CallHierarchyIncomingCall[]>(
      'callHierarchy/incomingCalls',
      { item },
    );
    assert.deepEqual(incoming.map(({ from }) => path.basename(from.uri)).sort(), ['a.q', 'b.q']);
    const closed = incoming.find(({ from }) => from.name === 'b')!;
    assert.deepEqual(closed.fromRanges, [
      { start: { line: 1, character: 1 }, end: { line: 1, character: 5 } },
    ]);
    const outgoing = await pair.client.sendRequest<CallHierarchyOutgoingCall[]>(
      'callHierarchy/outgoingCalls',
      { item: closed.from },
    );
    assert.deepEqual(
      outgoing.map(({ to, fromRanges }) => [to.name, fromRanges.length]),
      [['Card', 1]],
    );
  });

  it('leads from a datasource to its key in the configuration', async () => {
    const { root, file, pair } = await opened();
    const configuration = path.join(root, 'quantum.config.yaml');
    await pair.changeLine(file, 1, '<q:query name="r" datasource="db">SELECT 1 AS x</q:query>');
    const asked = () =>
      pair.request<Location[]>('textDocument/typeDefinition', file, {
        position: { line: 1, character: 31 },
      });
    assert.deepEqual(await asked(), []);
    await pair.open(configuration, 'datasources:\n  db:\n    driver: sqlite\n', 'yaml');
    await eventually(async () => (await asked()).length > 0, { withinMs: 5000, what: 'the key' });
    assert.deepEqual(await asked(), [
      {
        uri: uriOf(configuration),
        range: { start: { line: 1, character: 2 }, end: { line: 1, character: 4 } },
      },
    ]);
  });

  it('tells which files belong to a page', async () => {
    const { root, file, pair } = await opened();
    const test = path.join(root, 'components', 'a.test.q');
    await writeFile(test, '<q:test name="t"\n page="/a"><test:visit/></q:test>');
    const related = () => pair.request<RelatedFile[]>('quantum/relatedFiles', file);
    await eventually(async () => (await related()).length > 0, {
      withinMs: 10_000,
      what: 'the test in the index',
    });
    assert.deepEqual(await related(), [
      {
        kind: 'test',
        path: 'components/a.test.q',
        uri: uriOf(test),
        position: { line: 1, character: 7 },
      },
    ]);
  });

  it('leads from tag to tag, and edits both names together', async () => {
    const { file, pair } = await opened();
    const position = { line: 0, character: 5 };
    const linked = await pair.request<LinkedEditingRanges>(
      'textDocument/linkedEditingRange',
      file,
      { position },
    );
    assert.deepEqual(linked, {
      ranges: [
        { start: { line: 0, character: 1 }, end: { line: 0, character: 12 } },
        { start: { line: 2, character: 2 }, end: { line: 2, character: 13 } },
      ],
      wordPattern: '[\\w:.\\-]+',
    });
    assert.deepEqual(await pair.request('quantum/matchingTag', file, { position }), {
      line: 2,
      character: 2,
    });
  });

  it('says at which line a symbol of the project is once somebody chooses it', async () => {
    const { root, pair, symbols } = await opened();
    const [found] = await symbols();
    assert.equal(found?.name, 'Card');
    const whole = await pair.client.sendRequest<WorkspaceSymbol>('workspaceSymbol/resolve', found);
    assert.deepEqual(whole.location, {
      uri: uriOf(path.join(root, 'components', 'Card.q')),
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    });
  });
});

describe('renaming', () => {
  it('changes every file that names it, the open one by its version', async () => {
    const { file, pair } = await opened();
    const asked = { position: prop };
    const ready = await pair.request<PrepareRenameResult>(
      'textDocument/prepareRename',
      file,
      asked,
    );
    assert.deepEqual((ready as { placeholder: string }).placeholder, 'title');
    const edit = await pair.request<WorkspaceEdit>('textDocument/rename', file, {
      ...asked,
      newName: 'label',
    });
    const changes = (edit.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(
      changes
        .map(({ textDocument, edits }) =>
          [path.basename(textDocument.uri), textDocument.version, edits.length].join(' '),
        )
        .sort(),
      ['Card.q  2', 'a.q 1 1', 'b.q  1'],
    );
  });

  it('of a component moves its file', async () => {
    const { root, file, pair } = await opened();
    const edit = await pair.request<WorkspaceEdit>('textDocument/rename', file, {
      position: call,
      newName: 'Tile',
    });
    assert.deepEqual(edit.documentChanges?.at(-1), {
      kind: 'rename',
      oldUri: uriOf(path.join(root, 'components', 'Card.q')),
      newUri: uriOf(path.join(root, 'components', 'Tile.q')),
    });
    // The editor asks about that move too; nothing is left to be said.
    const files = [edit.documentChanges.at(-1)];
    assert.equal(await pair.client.sendRequest('workspace/willRenameFiles', { files }), null);
  });

  it('a file or a folder in the Explorer changes what names it, before it moves', async () => {
    const { root, pair } = await opened();
    const place = (name: string) => uriOf(path.join(root, 'components', name));
    const edit = await pair.client.sendRequest<WorkspaceEdit>('workspace/willRenameFiles', {
      files: [
        { oldUri: place('Card.q'), newUri: place('_parts/Tile.q') },
        { oldUri: uriOf('/elsewhere/a.q'), newUri: uriOf('/elsewhere/b.q') },
      ],
    });
    const changes = (edit.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(
      changes
        .map(({ textDocument: { uri, version }, edits }) =>
          [path.basename(uri), version, ...edits.map((one) => (one as TextEdit).newText)].join(' '),
        )
        .sort(),
      [
        'Card.q  Tile',
        'a.q 1 \n<q:import component="Tile" from="_parts" /> Tile',
        'b.q  \n<q:import component="Tile" from="_parts" /> Tile',
      ],
    );
    const folder = await pair.client.sendRequest<object | null>('workspace/willRenameFiles', {
      files: [
        { oldUri: uriOf(path.join(root, 'components')), newUri: uriOf(path.join(root, 'x')) },
      ],
    });
    assert.equal(folder, null);
  });

  it('a static file in the Explorer changes the pages and the settings that name it', async () => {
    const drawn = page('<style>p { background: url(/static/img/logo.svg) }</style>');
    const { root, pair } = await opened({
      'static/img/logo.svg': '<svg/>',
      'components/c.q': drawn,
      'components/d.q': page('<img src="/static/img/logo.svg"/>'),
      'quantum.config.yaml': 'server:\n  htmx_url: /static/img/logo.svg # here\n',
    });
    await pair.open(path.join(root, 'components', 'c.q'), drawn);
    const place = (name: string) => uriOf(path.join(root, 'static', name));
    const edit = await pair.client.sendRequest<WorkspaceEdit>('workspace/willRenameFiles', {
      files: [{ oldUri: place('img/logo.svg'), newUri: place('logo.svg') }],
    });
    const changes = (edit.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(
      changes
        .map(({ textDocument: { uri, version }, edits }) =>
          [path.basename(uri), version, ...edits.map((one) => (one as TextEdit).newText)].join(' '),
        )
        .sort(),
      ['c.q 1 /static/logo.svg', 'd.q  /static/logo.svg', 'quantum.config.yaml  /static/logo.svg'],
    );
  });

  it('is refused in a sentence', async () => {
    const { file, pair } = await opened();
    await assert.rejects(
      pair.request('textDocument/rename', file, { position: call, newName: 'tile' }),
      /begins with a capital/,
    );
    await assert.rejects(
      pair.request('textDocument/prepareRename', file, { position: { line: 1, character: 14 } }),
      /Nothing here has a name/,
    );
  });
});
