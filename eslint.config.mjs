import tseslint from 'typescript-eslint';
import importX from 'eslint-plugin-import-x';
import { chunks } from './chunks.mjs';

/** Which room may import which: the architecture's arrows, one line per room (docs/architecture.md). */
const rooms = {
  protocol: [],
  language: ['protocol'],
  workspace: ['protocol'],
  framework: ['protocol'],
  client: ['protocol'],
  server: ['protocol', 'language', 'workspace', 'framework'],
  service: ['protocol', 'language', 'workspace', 'framework'],
  // Whose file a `.q` file is has one answer on every floor; the rest of both rooms stays below.
  extension: ['protocol', 'client', 'language/ownership.ts', 'workspace/configuredFolder.ts'],
  // `check` tells a project's release by its files; running the framework stays with the service.
  cli: ['protocol', 'client', 'language', 'workspace', 'service', 'framework/dialectEvidence.ts'],
};
const src = Object.keys(rooms);
const zones = src.map((room) => ({
  target: `./src/${room}`,
  from: ['./src', './webviews', './test', './bench'],
  except: [room, ...rooms[room]].map((name) => `./src/${name}`),
  message: `src/${room} may import only ${[room, ...rooms[room]].join(', ')} (docs/architecture.md).`,
}));
// `except` is relative to `from`, so a zone per source keeps it exact.
const importZones = zones.flatMap(({ target, except, message }) => [
  {
    target,
    from: './src',
    except: except.map((path) => path.replace('./src/', './')),
    message,
  },
  { target, from: './webviews', message },
  { target, from: './test', message },
  { target, from: './bench', message },
]);
importZones.push(
  {
    target: './webviews',
    from: './src',
    except: ['./protocol'],
    message: 'Webviews speak to the extension by the messages of src/protocol only.',
  },
  {
    target: './src/service/platform',
    from: './src/service',
    except: ['./platform'],
    message: 'The platform knows no feature; features are wired in service/app.ts.',
  },
  {
    target: './src/extension/platform',
    from: './src/extension',
    except: ['./platform'],
    message: 'The platform knows no feature; features are wired in extension.ts.',
  },
);

/** Packages that cost tens of milliseconds to load: only behind a dynamic import. */
const heavy = [
  'dockerode',
  'pg',
  'mysql2/promise',
  'mongodb',
  'redis',
  'octokit',
  'sql.js',
  'vscode-languageclient/node',
  '@vscode/emmet-helper',
  'vscode-css-languageservice',
  'vscode-html-languageservice',
  'chokidar',
  'editorconfig',
  'sql-formatter',
  'web-tree-sitter',
];

const schemaPackage = {
  name: 'typebox',
  message: 'Schemas run in the service; import their types only.',
};

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'out/**',
      'node_modules/**',
      '**/*.generated.ts',
      'samples/**',
      'media/**',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: [] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver': { typescript: true, node: true } },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: importZones }],
      'import-x/no-cycle': ['error', { maxDepth: 6 }],
      'import-x/no-default-export': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-return-assign': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: heavy.map((name) => ({
            name,
            allowTypeImports: true,
            message: 'Heavy package: import it dynamically where it is used.',
          })),
        },
      ],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    // Import what a person installs: only the extension host has `vscode`.
    files: ['src/**/*.ts', 'webviews/**/*.ts'],
    ignores: ['src/extension/**'],
    rules: { 'no-restricted-imports': ['error', { paths: ['vscode'] }] },
  },
  {
    files: ['src/extension/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: [schemaPackage] }] },
  },
  {
    // One block with both: a later setting of a rule replaces the earlier one.
    files: ['webviews/**/*.ts', 'src/client/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: ['vscode', schemaPackage] }] },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.ts'],
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite'] },
          ],
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.ts', ...chunks],
    rules: { '@typescript-eslint/no-restricted-imports': 'off' },
  },
  { files: ['src/cli/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.{mjs,js}'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: {
      'no-console': 'off',
      'import-x/no-default-export': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
  {
    // VS Code loads extensions as CommonJS, and this one is not bundled.
    files: ['test/driver/*.js'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
