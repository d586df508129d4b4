import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import type {
  CodeAction,
  CreateFile,
  CodeActionTriggerKind,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { eventually } from '../support/eventually.js';
import { uriOf, type LspPair } from './lspPair.js';
import { page, Playground } from './playground.js';

const at = new Playground();
const codeAction = { disabledSupport: true };
const workspaceEdit = { documentChanges: true, resourceOperations: ['create' as const] };

/** A project with a page in it that is open. */
async function opened(
  body: string,
  files: Record<string, string> = {},
  capabilities: object = { textDocument: { codeAction }, workspace: { workspaceEdit } },
) {
  const root = await at.project({ 'components/a.q': page(body), ...files });
  const file = path.join(root, 'components', 'a.q');
  const pair = await at.start([root], { ...at.choosing(root), judge: false }, {}, capabilities);
  await pair.open(file, page(body));
  const symbols = () => pair.client.sendRequest<object[]>('workspace/symbol', { query: 'a' });
  await eventually(async () => (await symbols()).length > 0, {
    withinMs: 10_000,
    what: 'the page in the index',
  });
  return { root, file, pair };
}

function actions(
  pair: LspPair,
  file: string,
  [start, end]: readonly [number, number],
  more: { only?: string[]; triggerKind?: CodeActionTriggerKind } = {},
): Promise<CodeAction[]> {
  return pair.request('textDocument/codeAction', file, {
    range: { start: { line: 1, character: start }, end: { line: 1, character: end } },
    context: { diagnostics: [], ...more },
  });
}

/** The texts an edit writes into documents. */
function written({ documentChanges }: WorkspaceEdit): string[] {
  return (documentChanges as TextDocumentEdit[]).flatMap(({ edits }) =>
    edits.map((edit) => ('newText' in edit ? edit.newText : '')),
  );
}

const unsorted = '<p title="t" class="c">x</p>';

describe('refactorings', () => {
  it('are offered by their kind, and make their edit when they are chosen', async () => {
    const { file, pair } = await opened(unsorted);
    const [action, ...others] = await actions(pair, file, [3, 3], { only: ['refactor.rewrite'] });
    assert.equal(action?.title, 'Sort attributes');
    assert.equal(action.kind, 'refactor.rewrite.attributes');
    assert.equal(action.edit, undefined);
    assert.deepEqual(others, []);
    assert.deepEqual(await actions(pair, file, [3, 3], { only: ['quickfix'] }), []);
    const resolved = await pair.client.sendRequest<CodeAction>('codeAction/resolve', action);
    assert.deepEqual(written(resolved.edit!), ['class="c"', 'title="t"']);
  });

  it('of the whole file are offered to those who ask for them', async () => {
    const { file, pair } = await opened('<q:import component="Gone"/><p>x</p>');
    const kinds = async (only?: string[]) =>
      (await actions(pair, file, [30, 32], only ? { only } : {})).map(({ kind }) => kind);
    assert.ok(!(await kinds()).includes('source.organizeImports'));
    assert.deepEqual(await kinds(['source.organizeImports']), ['source.organizeImports']);
  });

  it('do not come by themselves wherever a caret goes', async () => {
    const { file, pair } = await opened(unsorted);
    assert.deepEqual(await actions(pair, file, [3, 3], { triggerKind: 2 }), []);
    assert.equal((await actions(pair, file, [3, 3], { triggerKind: 1 })).length, 1);
    assert.equal((await actions(pair, file, [0, 20], { triggerKind: 2 })).length, 1);
  });

  it('reach other pages, and leave it to a person whether a file goes that nothing uses', async () => {
    const { root, file, pair } = await opened(
      '<div><Card/></div>',
      {
        'components/Card.q': '<q:component name="Card"><b>x</b></q:component>',
        'components/b.q': page('<i><Card/></i>'),
      },
      {
        textDocument: { codeAction },
        workspace: {
          workspaceEdit: {
            ...workspaceEdit,
            resourceOperations: ['delete'],
            changeAnnotationSupport: {},
          },
        },
      },
    );
    const kind = 'refactor.inline.component.project';
    const [action] = await actions(pair, file, [7, 7], { only: [kind] });
    assert.equal(action?.title, 'Inline component Card in all 2 places of the project');
    const { edit } = await pair.client.sendRequest<CodeAction>('codeAction/resolve', action);
    const [here, there, gone] = edit?.documentChanges ?? [];
    assert.deepEqual(written({ documentChanges: [here, there] as TextDocumentEdit[] }), [
      '<b>x</b>',
      '<b>x</b>',
    ]);
    assert.equal((there as TextDocumentEdit).textDocument.version, null);
    assert.deepEqual(gone, {
      kind: 'delete',
      uri: uriOf(path.join(root, 'components', 'Card.q')),
      annotationId: 'unused',
    });
    assert.equal(edit?.changeAnnotations?.['unused']?.needsConfirmation, true);
  });

  it('are not done to a page that was edited since', async () => {
    const { file, pair } = await opened(unsorted);
    const [action] = await actions(pair, file, [3, 3]);
    await pair.changeLine(file, 1, `<b/>${unsorted}`);
    await assert.rejects(pair.client.sendRequest('codeAction/resolve', action), /edited since/);
  });

  it('make files, and say where they made up a name', async () => {
    const { root, file, pair } = await opened('<div><p class="hero">x</p></div>');
    const [action] = await actions(pair, file, [5, 26], { only: ['refactor.extract'] });
    assert.equal(action?.title, 'Extract component');
    const resolved = await pair.client.sendRequest<CodeAction>('codeAction/resolve', action);
    const { edit } = resolved;
    const [made] = edit!.documentChanges as CreateFile[];
    assert.equal(made?.uri, uriOf(path.join(root, 'components/_parts/Hero.q')));
    assert.match(
      written({ documentChanges: edit!.documentChanges!.slice(1) })[0]!,
      /<p class="hero">/,
    );
    assert.deepEqual(resolved.data, { renameAt: { line: 2, character: 6 } });
    // Whoever asks at once, as the rename that follows does, finds the file that is about to be made.
    const query = { query: 'Hero' };
    const [symbol] = await pair.client.sendRequest<{ name: string }[]>('workspace/symbol', query);
    assert.equal(symbol?.name, 'Hero');
  });

  it('that would change the page say why they do not, to those who can show it', async () => {
    const body = '<div><p>{query.q}</p></div>';
    const only = { only: ['refactor.extract'] };
    const able = await opened(body);
    const [action] = await actions(able.pair, able.file, [5, 21], only);
    assert.match(action?.disabled?.reason ?? '', /query may have no value/);
    const unable = await opened(body, {}, { workspace: { workspaceEdit } });
    assert.deepEqual(await actions(unable.pair, unable.file, [5, 21], only), []);
  });

  it('that make files are not offered where none can be made', async () => {
    const { file, pair } = await opened(
      '<div><p>x</p></div>',
      {},
      { textDocument: { codeAction } },
    );
    assert.deepEqual(await actions(pair, file, [5, 13], { only: ['refactor.extract'] }), []);
  });
});
