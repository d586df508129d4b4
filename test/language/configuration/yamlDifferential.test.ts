import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkConfiguration } from '../../../src/language/configuration/checkConfiguration.js';
import { parseConfiguration } from '../../../src/language/configuration/parseConfiguration.js';
import { quantumPython } from '../../support/pythonEnvironment.js';
import { count, seed } from '../../support/slice.js';

const judge = `
import json, sys, yaml
def verdict(text):
    try:
        if not isinstance(yaml.safe_load(text) or {}, dict):
            return 'TypeError: no mapping'
    except Exception as error:
        return f'{type(error).__name__}: {error}'
json.dump([verdict(text) for text in json.load(sys.stdin)], sys.stdout)
`;

const sources = [
  `server:\n  port: 8080\n  host: "127.0.0.1" # here\n  debug: no\ndatasources:\n  db: &base\n    driver: sqlite\n    database: './data/a.db'\n  other:\n    <<: *base\n    database: x\n`,
  `# shop\nlogging: {level: INFO, file: false}\nservices:\n  - a.b\n  - 'c'\nmail:\n  host: log\n  port: \${P:-587}\nsecurity:\n  secret_key: >-\n    abc\n     def\n  login_url: |\n    /login\n`,
  `---\npaths:\n    components: ./components\n    static: [a, b]\ndatasources: {db: {driver: sqlite, database: a}, "x": {driver: mysql, database: 'it''s'}}\n...\n`,
];
const pieces = fc.constantFrom(
  ...[
    '\t',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\r\n',
    '   ',
    ':',
    ': ',
    '-',
    '- ',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
  ],
  ...[
    ',',
    ', ',
    '#',
    ' #',
    '&a ',
    '*a',
    '*base',
    '!',
    '!!str ',
    '!!int ',
    '!foo ',
    '|',
    '>',
    '%',
    '@',
  ],
  ...['`', '?', '? ', '${X}', '$', '<<: ', '=', '~', '0', '2020-01-01', '2020-13-01', 'é', '---\n'],
  ...['...\n', '\\', 'a: b', '\u0007', '\ufeff', ''],
);
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(4),
  piece: pieces,
});
const mutated = fc
  .tuple(fc.constantFrom(...sources), fc.array(change, { minLength: 1, maxLength: 3 }))
  .map(([source, changes]) =>
    changes.reduce((text, { at, cut, piece }) => {
      const offset = Math.floor(at * text.length);
      return text.slice(0, offset) + piece + text.slice(offset + cut);
    }, source),
  );

const readingCodes = ['config-yaml-syntax', 'config-tab', 'config-not-a-mapping'];

/** Where the framework reads what YAML forbids: text and brackets that go on at the left edge of their section. */
const isLaxIndent = (message: string): boolean =>
  /missing closing ["']quote|must be sufficiently indented/.test(message);

test('what the framework’s YAML reader takes, we take; what it refuses, we refuse', async () => {
  const texts = fc.sample(mutated, { numRuns: count(3000, 100_000), seed });
  const { stdout, status, stderr } = spawnSync(await quantumPython(), ['-I', '-c', judge], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    env: { ...process.env, PYTHONUTF8: '1' },
    maxBuffer: 2 ** 30,
  });
  assert.equal(status, 0, stderr);
  const verdicts = JSON.parse(stdout) as (string | null)[];
  let lax = 0;
  const missed: string[] = [];
  for (const [index, text] of texts.entries()) {
    const problems = checkConfiguration(parseConfiguration(text)).filter(({ code }) =>
      readingCodes.includes(code),
    );
    const verdict = verdicts[index] ?? null;
    if (problems.length > 0 === (verdict !== null)) continue;
    const isKnown = verdict === null && problems.some(({ message }) => isLaxIndent(message));
    if (isKnown) lax += 1;
    else
      missed.push(
        `${JSON.stringify(text)}: ${verdict ?? 'taken'} / ${problems[0]?.message ?? 'taken'}`,
      );
  }
  const refused = verdicts.filter((verdict) => verdict !== null).length;
  // Enough of both, or the comparison says little.
  assert.ok(refused > texts.length * 0.1 && refused < texts.length * 0.9, `${refused} refused`);
  assert.ok(lax < texts.length * 0.04, `${lax} read in spite of their indentation (seed ${seed})`);
  // A key over two lines, and an empty key between braces: one in a thousand of these texts.
  assert.ok(missed.length <= texts.length * 0.002, `seed ${seed}\n${missed.join('\n')}`);
});
