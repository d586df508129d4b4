import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver-protocol/node';
import { semanticTokensProvider } from '../../src/server/features/semanticTokens.js';
import type { LspPair } from './lspPair.js';
import { page, Playground } from './playground.js';

const at = new Playground();
const { tokenTypes, tokenModifiers } = semanticTokensProvider.legend;

/** The words of `text` that `data` colours. */
function words(text: string, data: readonly number[]): string[] {
  const lines = text.split('\n');
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let index = 0; index < data.length; index += 5) {
    const [down = 0, right = 0, length = 0, type = 0, modifier = 0] = data.slice(index, index + 5);
    line += down;
    character = down === 0 ? character + right : right;
    const word = lines[line]!.slice(character, character + length);
    const kind = [tokenTypes[type], tokenModifiers[Math.log2(modifier)]].filter(Boolean).join('.');
    found.push(`${word} ${kind}`);
  }
  return found;
}

const body = [
  '<q:set name="😀a" value="1"/>',
  '<q:set name="b" value="1"/>',
  '<p>😀 {b} {session.x}</p>',
];
const text = page(body.join('\n'));
const all = [
  'b variable.declaration',
  'b variable',
  'session variable.defaultLibrary',
  'x property',
];
const full = (pair: LspPair, file: string): Promise<SemanticTokens> =>
  pair.request('textDocument/semanticTokens/full', file);

describe('colours by meaning', () => {
  it('are told for all of a page, and for a part of it', async () => {
    const root = await at.project({});
    const file = path.join(root, 'components', 'a.q');
    const pair = await at.start([root], { ...at.choosing(root), judge: false });
    await pair.open(file, text);
    assert.deepEqual(words(text, (await full(pair, file)).data), all);
    const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 12 } };
    const part = await pair.request<SemanticTokens>('textDocument/semanticTokens/range', file, {
      range,
    });
    assert.deepEqual(words(text, part.data), ['b variable', 'session variable.defaultLibrary']);
  });

  it('are told after an edit by what it changed', async () => {
    const root = await at.project({});
    const file = path.join(root, 'components', 'a.q');
    const pair = await at.start([root], { ...at.choosing(root), judge: false });
    await pair.open(file, text);
    const { resultId, data } = await full(pair, file);
    await pair.changeLine(file, 2, '<q:set name="b" value="{max(1, 2)}"/>');
    const delta = (previousResultId: string | undefined): Promise<SemanticTokensDelta> =>
      pair.request('textDocument/semanticTokens/full/delta', file, { previousResultId });
    const first = await delta(resultId);
    for (const { start, deleteCount, data: more = [] } of first.edits) {
      data.splice(start, deleteCount, ...more);
    }
    const now = text.replace(
      '<q:set name="b" value="1"/>',
      '<q:set name="b" value="{max(1, 2)}"/>',
    );
    const [declared = '', ...rest] = all;
    assert.deepEqual(words(now, data), [declared, 'max function.defaultLibrary', ...rest]);
    assert.deepEqual(
      first.edits.map(({ deleteCount }) => deleteCount),
      [0],
    );
    assert.deepEqual((await delta(first.resultId)).edits, []);
    // An answer that nobody remembers: everything is told.
    assert.ok('data' in (await delta('of yesterday')));
  });

  it('are not told for the .q files of kdb+', async () => {
    const root = await at.project({}, false);
    const file = path.join(root, 'tick.q');
    const pair = await at.start([root], { ...at.choosing(root), judge: false });
    await pair.open(file, 'f:{[x] <Card/> x}');
    assert.deepEqual((await full(pair, file)).data, []);
  });
});
