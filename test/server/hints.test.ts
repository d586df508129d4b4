import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { CodeLens, InlayHint } from 'vscode-languageserver-protocol/node';
import { eventually } from '../support/eventually.js';
import { uriOf } from './lspPair.js';
import { page, Playground } from './playground.js';

const at = new Playground();
const text = page(
  '<q:function name="f"><q:param name="amount"/></q:function>\n<q:set name="a" value="{[1]}"/>\n<p>{f(1)}</p>',
);
const whole = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

describe('hints', () => {
  it('are answered for the lines that are asked for, by the settings, which may change', async () => {
    const root = await at.project({ 'components/a.q': text });
    const file = path.join(root, 'components', 'a.q');
    const environment = { ...at.choosing(root), judge: false };
    const pair = await at.start([root], environment, undefined, {
      workspace: { inlayHint: { refreshSupport: true } },
    });
    let refreshed = 0;
    pair.client.onRequest('workspace/inlayHint/refresh', () => {
      refreshed += 1;
      return null;
    });
    await pair.open(file, text);
    await pair.shows(file, /no q:return/);
    const hints = (range = whole) =>
      pair.request<InlayHint[]>('textDocument/inlayHint', file, { range });
    assert.deepEqual(await hints(), [
      { position: { line: 3, character: 6 }, label: 'amount:', kind: 2, paddingRight: true },
    ]);
    assert.deepEqual(await hints({ ...whole, end: { line: 2, character: 0 } }), []);
    await eventually(() => refreshed === 1, { withinMs: 10_000, what: 'the project is read' });
    await pair.setEnvironment({
      ...environment,
      inlayHints: { variableTypes: true, parameterNames: false },
    });
    assert.deepEqual(await hints(), [
      { position: { line: 2, character: 14 }, label: ': array', kind: 1 },
    ]);
    assert.equal(refreshed, 2);
  });
});

describe('lenses', () => {
  it('are counted one by one, with the places to show, for a client that can', async () => {
    const root = await at.project({ 'components/a.q': text });
    const file = path.join(root, 'components', 'a.q');
    const environment = { ...at.choosing(root), judge: false };
    const pair = await at.start([root], environment);
    await pair.open(file, text);
    await pair.shows(file, /no q:return/);
    const lenses = () => pair.request<CodeLens[]>('textDocument/codeLens', file);
    assert.deepEqual(await lenses(), []);
    await pair.setEnvironment({ ...environment, codeLens: true });
    // Where the page answers is known once the project is read.
    const [lens, ...others] = await eventually(
      async () => {
        const all = await lenses();
        return all.length > 1 ? all : null;
      },
      { withinMs: 20_000, what: 'the page to have an address' },
    );
    const place = { uri: uriOf(file), action: null, function: null };
    assert.deepEqual(
      others.flatMap(({ command }) => command ?? []),
      [
        { title: 'Send…', command: 'quantum.tryOut.open', arguments: [place] },
        { title: 'Generate Test', command: 'quantum.tests.generate', arguments: [place] },
        {
          title: 'Call…',
          command: 'quantum.tryOut.open',
          arguments: [{ ...place, function: 'f' }],
        },
      ],
    );
    assert.equal(lens?.command, undefined);
    const { command } = await pair.client.sendRequest<CodeLens>('codeLens/resolve', lens);
    assert.deepEqual(command, {
      title: '1 reference',
      command: 'quantum.showReferences',
      arguments: [
        uriOf(file),
        { line: 1, character: 18 },
        [
          {
            uri: uriOf(file),
            range: { start: { line: 3, character: 4 }, end: { line: 3, character: 5 } },
          },
        ],
      ],
    });
  });
});
