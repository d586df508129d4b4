import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tokenModifiers, tokenTypes } from '../../src/language/highlight/semanticToken.js';
import { readJson } from './source.js';

interface Contributes {
  readonly semanticTokenTypes: readonly { readonly id: string }[];
  readonly semanticTokenScopes: readonly {
    readonly language: string;
    readonly scopes: Readonly<Record<string, readonly string[]>>;
  }[];
}

/** Those of VS Code that we use. */
const standard = ['class', 'function', 'parameter', 'property', 'variable'];

test('every colour by meaning has a scope that themes without such colours know', () => {
  const manifest = readJson('package.json') as { contributes: Contributes };
  const { semanticTokenTypes, semanticTokenScopes } = manifest.contributes;
  const declared = semanticTokenTypes.map(({ id }) => id);
  assert.deepEqual([...standard, ...declared].sort(), [...tokenTypes].sort());
  const [ours] = semanticTokenScopes;
  assert.equal(ours?.language, 'quantum');
  const selectors = Object.keys(ours.scopes).map((selector) => selector.split('.'));
  assert.deepEqual([...new Set(selectors.map(([type]) => type))].sort(), [...tokenTypes].sort());
  for (const [, modifier] of selectors) {
    assert.ok(modifier === undefined || tokenModifiers.some((known) => known === modifier));
  }
});
