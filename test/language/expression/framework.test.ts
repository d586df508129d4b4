import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { namesRead } from '../../../src/language/expression/names.js';
import { parseExpression } from '../../../src/language/expression/parseExpression.js';
import { damagedExpressions, tokenRows, validExpressions } from '../../support/expressions.js';
import { frameworkVerdicts } from '../../support/frameworkExpressions.js';
import { count, seed } from '../../support/slice.js';

/** The framework's constants are names to Python. */
const constants = new Set(['true', 'false', 'null']);

describe('expressions beside the framework', () => {
  it('are taken when the framework takes them, and read the same names', async () => {
    const runs = count(6_000, 240_000);
    const texts = [
      ...fc.sample(validExpressions, { numRuns: runs / 3, seed }),
      ...fc.sample(tokenRows, { numRuns: runs / 3, seed }),
      ...fc.sample(damagedExpressions, { numRuns: runs / 3, seed }),
    ];
    const verdicts = await frameworkVerdicts(texts);
    const accepted = verdicts.filter(({ accepts }) => accepts).length;
    assert.ok(
      accepted > runs * 0.3 && accepted < runs * 0.9,
      `${accepted} of ${runs} are accepted`,
    );

    const differing: unknown[] = [];
    texts.forEach((text, index) => {
      const { ast, problems } = parseExpression(text);
      const verdict = verdicts[index]!;
      if ((problems.length === 0) !== verdict.accepts)
        differing.push({ text, framework: verdict.accepts, problems });
      if (!verdict.accepts) return;
      const names = [...new Set(namesRead(ast).map(({ name }) => name))].sort();
      const theirs = verdict.names.filter((name) => !constants.has(name)).sort();
      if (names.join() !== theirs.join()) differing.push({ text, names, theirs });
    });
    assert.deepEqual(differing.slice(0, 10), [], `${differing.length} differ (seed ${seed})`);
  });
});
