import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Parser } from 'web-tree-sitter';
import { tokenRows, validExpressions } from '../support/expressions.js';
import { frameworkVerdicts } from '../support/frameworkExpressions.js';
import { loadGrammars } from '../support/grammars.js';
import { count, seed } from '../support/slice.js';

describe('expression grammar', () => {
  it('accepts what the framework accepts and refuses what it refuses', async () => {
    const runs = count(3_000, 200_000);
    const texts = [
      ...fc.sample(validExpressions, { numRuns: runs / 2, seed }),
      ...fc.sample(tokenRows, { numRuns: runs / 2, seed }),
    ];
    const verdicts = (await frameworkVerdicts(texts)).map(({ accepts }) => accepts);
    const accepted = verdicts.filter(Boolean).length;
    assert.ok(
      accepted > runs * 0.3,
      `only ${accepted} of ${runs} are accepted: too few to compare`,
    );

    const { expression } = await loadGrammars();
    const parser = new Parser();
    parser.setLanguage(expression);
    const differing = texts.filter((text, index) => {
      const tree = parser.parse(text)!;
      const ours =
        !tree.rootNode.hasError && tree.rootNode.descendantsOfType('refused_word').length === 0;
      tree.delete();
      return ours !== verdicts[index];
    });
    parser.delete();
    assert.deepEqual(differing.slice(0, 10), [], `${differing.length} differ (seed ${seed})`);
  });
});
