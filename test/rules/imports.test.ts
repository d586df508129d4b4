import assert from 'node:assert/strict';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

/**
 * Plants an import where the architecture forbids it and expects the linter to say so: a rule that no
 * longer matches anything would otherwise pass for ever.
 */
const root = path.join(import.meta.dirname, '..', '..');
const arrow = 'import-x/no-restricted-paths';
const heavy = '@typescript-eslint/no-restricted-imports';
const banned = 'no-restricted-imports';

let eslint: ESLint;

before(() => {
  eslint = new ESLint({
    cwd: root,
    // Planted files are in no TypeScript project; the rules in question need no types.
    overrideConfig: [
      tseslint.configs.disableTypeChecked,
      { files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false } } },
    ],
  });
});

/** The rules that complain about a file with this text. */
async function complaints(file: string, text: string): Promise<Set<string | null>> {
  const [result] = await eslint.lintText(text, { filePath: path.join(root, file) });
  assert.ok(result, `${file} is not linted at all`);
  return new Set(result.messages.map(({ ruleId }) => ruleId));
}

const use = (from: string): string =>
  `import * as planted from '${from}';\nexport const x = planted;\n`;

describe('imports go only where the architecture lets them', () => {
  const forbidden = [
    ['src/protocol/planted.ts', '../client/connection.js'],
    ['src/language/planted.ts', '../service/features.js'],
    ['src/workspace/planted.ts', '../framework/installation.js'],
    ['src/framework/planted.ts', '../service/features.js'],
    ['src/client/planted.ts', '../service/features.js'],
    ['src/server/planted.ts', '../service/features.js'],
    ['src/service/planted.ts', '../client/connection.js'],
    ['src/service/platform/planted.ts', '../features.js'],
    ['src/service/platform/store/planted.ts', '../../features.js'],
    ['src/extension/planted.ts', '../service/features.js'],
    ['src/extension/planted.ts', '../framework/installation.js'],
    ['src/extension/planted.ts', '../workspace/projectFolder.js'],
    ['src/cli/planted.ts', '../framework/installation.js'],
    ['webviews/project/planted.ts', '../../src/client/connection.js'],
    ['src/service/planted.ts', '../../test/support/slice.js'],
    ['src/service/planted.ts', '../../bench/bench.js'],
  ] as const;
  for (const [file, from] of forbidden) {
    test(`${file} may not import ${from}`, async () => {
      assert.ok((await complaints(file, use(from))).has(arrow));
    });
  }

  const allowed = [
    ['src/client/planted.ts', '../protocol/version.js'],
    ['src/service/planted.ts', '../framework/installation.js'],
    ['src/service/planted.ts', './platform/problem.js'],
    ['src/extension/planted.ts', '../client/connection.js'],
    ['src/extension/planted.ts', '../workspace/configuredFolder.js'],
    ['src/cli/planted.ts', '../service/features.js'],
    ['webviews/project/planted.ts', '../../src/protocol/webviews.js'],
    ['test/service/planted.ts', '../../src/service/features.js'],
  ] as const;
  for (const [file, from] of allowed) {
    test(`${file} may import ${from}`, async () => {
      assert.ok(!(await complaints(file, use(from))).has(arrow));
    });
  }
});

describe('packages stay where they belong', () => {
  for (const name of ['dockerode', 'pg', 'octokit', 'sql.js', 'chokidar']) {
    test(`src/service may not load ${name} at start`, async () => {
      assert.ok((await complaints('src/service/planted.ts', use(name))).has(heavy));
    });
  }

  for (const name of ['vscode-css-languageservice', 'vscode-html-languageservice']) {
    test(`src/server may not load ${name} at start`, async () => {
      assert.ok((await complaints('src/server/features/planted.ts', use(name))).has(heavy));
    });
  }

  test('the extension may not load the language client at start', async () => {
    const text = use('vscode-languageclient/node');
    assert.ok((await complaints('src/extension/planted.ts', text)).has(heavy));
  });

  test('a chunk, which is loaded on use, may import its heavy package', async () => {
    const chunk = 'src/extension/language/languageClient.ts';
    assert.ok(!(await complaints(chunk, use('vscode-languageclient/node'))).has(heavy));
  });

  for (const room of [
    'protocol',
    'language',
    'workspace',
    'framework',
    'server',
    'service',
    'cli',
  ]) {
    test(`src/${room} does not know vscode`, async () => {
      assert.ok((await complaints(`src/${room}/planted.ts`, use('vscode'))).has(banned));
    });
  }

  test('src/client does not know vscode', async () => {
    assert.ok((await complaints('src/client/planted.ts', use('vscode'))).has(banned));
  });

  test('webviews do not know vscode', async () => {
    assert.ok((await complaints('webviews/project/planted.ts', use('vscode'))).has(banned));
  });

  test('the extension imports types of schemas only', async () => {
    assert.ok((await complaints('src/extension/planted.ts', use('typebox'))).has(banned));
  });
});
