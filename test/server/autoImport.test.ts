import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { CompletionItem } from 'vscode-languageserver-protocol/node';
import { eventually } from '../support/eventually.js';
import { page, Playground } from './playground.js';

const at = new Playground();
const body = '<div>\n<\n</div>';

/** The proposal of a component that needs an import, as a client gets it that can wait for what it writes. */
async function proposed(properties: string[]) {
  const root = await at.project({
    'components/_parts/Card.q': '<q:component name="Card"><p/></q:component>',
  });
  const file = path.join(root, 'components', 'a.q');
  const pair = await at.start([root], { ...at.choosing(root), judge: false }, undefined, {
    textDocument: { completion: { completionItem: { resolveSupport: { properties } } } },
  });
  await pair.open(file, page(body));
  const item = await eventually(
    async () => {
      const items = await pair.request<CompletionItem[]>('textDocument/completion', file, {
        position: { line: 2, character: 1 },
      });
      return items.find(({ label }) => label === 'Card');
    },
    { withinMs: 10_000, what: 'the card among the proposals' },
  );
  return { pair, item };
}

const written = ({ additionalTextEdits }: CompletionItem) =>
  additionalTextEdits?.map(({ newText }) => newText);
const imported = ['\n<q:import component="Card" from="_parts" />'];

describe('the import of a proposed component', () => {
  it('is made out once somebody looks at the proposal', async () => {
    const { pair, item } = await proposed(['documentation', 'additionalTextEdits']);
    assert.equal(written(item), undefined);
    const resolved = await pair.client.sendRequest<CompletionItem>('completionItem/resolve', item);
    assert.deepEqual(written(resolved), imported);
  });

  it('comes with the proposal for an editor that cannot wait', async () => {
    const { item } = await proposed(['documentation']);
    assert.deepEqual(written(item), imported);
  });
});
