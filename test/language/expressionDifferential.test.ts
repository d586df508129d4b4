import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Parser } from 'web-tree-sitter';
import { loadGrammars } from '../support/grammars.js';
import { quantumPython } from '../support/pythonEnvironment.js';
import { count, seed } from '../support/slice.js';

/** The framework's own verdict on each expression: parsed and within its whitelist. */
const judge = `
import ast, json, sys, warnings
warnings.simplefilter('ignore')
from quantum.core.expressions import ExpressionEvaluator, ExpressionError, _normalise_js_operators
evaluator = ExpressionEvaluator()
def accepts(text):
    source = _normalise_js_operators(text.strip())
    try:
        tree = ast.parse(source, mode='eval')
    except (SyntaxError, ValueError):
        return False
    try:
        evaluator._validate(tree, source)
    except ExpressionError:
        return False
    return not any(isinstance(n, ast.Call) and not isinstance(n.func, ast.Name) for n in ast.walk(tree))
json.dump([accepts(text) for text in json.load(sys.stdin)], sys.stdout)
`;

const word = fc.constantFrom('a', 'user', 'items', 'f', '1', '2.5', "'s'", '"t"', 'true', 'null');
const operator = fc.constantFrom(
  '+',
  '-',
  '*',
  '/',
  '//',
  '%',
  '**',
  '==',
  '!=',
  '<',
  '>=',
  'in',
  'not in',
  'and',
  'or',
  '&&',
  '||',
);

/** Expressions as people write them. */
const { valid } = fc.letrec<{ valid: string }>((tie) => ({
  valid: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'expression' },
    word,
    fc.tuple(tie('valid'), operator, tie('valid')).map((parts) => parts.join(' ')),
    tie('valid').map((inner) => `(${inner})`),
    tie('valid').map((inner) => `-${inner}`),
    tie('valid').map((inner) => `not ${inner}`),
    tie('valid').map((inner) => `!${inner}`),
    fc.tuple(tie('valid'), tie('valid'), tie('valid')).map(([a, b, c]) => `${a} if ${b} else ${c}`),
    fc.array(tie('valid'), { maxLength: 3 }).map((args) => `len(${args.join(', ')})`),
    tie('valid').map((inner) => `f(name=${inner})`),
    fc.array(tie('valid'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    fc.array(tie('valid'), { maxLength: 2 }).map((items) => `(${items.join(', ')},)`),
    fc.tuple(tie('valid'), tie('valid')).map(([key, value]) => `{${key}: ${value}}`),
    tie('valid').map((inner) => `items[${inner}]`),
    tie('valid').map((inner) => `items[${inner}:]`),
    fc.constantFrom('user.name', 'a.b.c', 'items[:2]', 'items[0].name', 'session.user'),
  ),
}));

/** Rows of tokens, most of them nonsense. */
const tokens = fc
  .array(
    fc.oneof(
      word,
      operator,
      fc.constantFrom(
        '(',
        ')',
        '[',
        ']',
        '{',
        '}',
        ',',
        ':',
        '.',
        'if',
        'else',
        'not',
        '!',
        '=',
        'is',
        'lambda',
        '?',
        '|',
        '~',
        '@',
        '.x',
      ),
    ),
    { minLength: 1, maxLength: 7 },
  )
  .map((parts) => parts.join(' '));

describe('expression grammar', () => {
  it('accepts what the framework accepts and refuses what it refuses', async () => {
    const runs = count(3_000, 200_000);
    const texts = [
      ...fc.sample(valid, { numRuns: runs / 2, seed }),
      ...fc.sample(tokens, { numRuns: runs / 2, seed }),
    ];
    const asked = spawnSync(await quantumPython(), ['-I', '-c', judge], {
      input: JSON.stringify(texts),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    assert.equal(asked.status, 0, asked.stderr);
    const verdicts = JSON.parse(asked.stdout) as boolean[];
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
