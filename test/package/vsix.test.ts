import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { root } from '../../scripts/lib/paths.js';
import { ensureVsix } from '../../scripts/lib/vsix.js';
import { zipEntries } from './zipEntries.js';

/** What a person downloads: nothing may come in that is not meant. */
const allowed = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/(package\.json|readme\.md|changelog\.md|LICENSE\.txt|language-configuration\.json)$/,
  /^extension\/package\.nls(\.[a-z-]+)?\.json$/,
  /^extension\/l10n\/bundle\.l10n(\.[a-z-]+)?\.json$/,
  /^extension\/grammars\/[\w.-]+\.json$/,
  /^extension\/media\/.*\.(png|svg|md)$/,
  /^extension\/media\/(snippets|schemas)\/[\w.-]+\.json$/,
  /^extension\/dist\/[\w-]+\.(js|wasm)$/,
  /^extension\/dist\/openapi\.json$/,
  /^extension\/dist\/apidocs\/[\w.-]+\.(js|css)$/,
  /^extension\/dist\/browser\/liveReload\.js$/,
  /^extension\/dist\/webviews\/[\w-]+\.(js|css|ttf)$/,
  /^extension\/dist\/python\/.*\.(py|json|md)$/,
  /^extension\/dist\/templates\/.+$/,
];

/**
 * The packed size: a reader of the API documentation, four programs, the clients of four databases, a
 * parser for the raw syntax tree and the pages with their chart and graph; more than this is an accident.
 */
const packedLimit = 6_000_000;

let vsix: string;
let entries: ReadonlyMap<string, Buffer>;

before(async () => {
  vsix = await ensureVsix();
  entries = zipEntries(await readFile(vsix));
});

const manifest = (): Record<string, unknown> =>
  JSON.parse(String(entries.get('extension/package.json'))) as Record<string, unknown>;

describe('the .vsix', () => {
  test('is named after the product and its version', () => {
    const { name, version } = manifest();
    assert.equal(path.basename(vsix), `${String(name)}-${String(version)}.vsix`);
  });

  test('holds nothing that is not meant', () => {
    const unmeant = [...entries.keys()].filter((name) => !allowed.some((rule) => rule.test(name)));
    assert.deepEqual(unmeant, []);
  });

  test('holds the grammars, the configurations of languages and the snippets it contributes', () => {
    const { languages, grammars, snippets } = manifest()['contributes'] as Record<
      'languages' | 'grammars' | 'snippets',
      { path?: string; configuration?: string }[]
    >;
    const files = [...languages, ...grammars, ...snippets].flatMap(
      ({ path: file, configuration }) => file ?? configuration ?? [],
    );
    assert.ok(files.length >= 3);
    for (const file of files)
      assert.ok(entries.has(path.posix.join('extension', file)), `${file} is missing`);
  });

  test('holds every program and what it reads', () => {
    for (const name of ['extension', 'server', 'main', 'service', 'cli', 'uninstall']) {
      assert.ok(entries.has(`extension/dist/${name}.js`), `dist/${name}.js is missing`);
    }
    for (const name of [
      'sql-wasm.wasm',
      'one_ini_bg.wasm',
      'tree-sitter-quantum.wasm',
      'web-tree-sitter.wasm',
      'openapi.json',
      'webviews/project.js',
      'webviews/doctor.js',
    ]) {
      assert.ok(entries.has(`extension/dist/${name}`), `dist/${name} is missing`);
    }
    const python = [...entries.keys()].filter((name) => name.startsWith('extension/dist/python/'));
    assert.ok(python.some((name) => name.endsWith('.py')));
  });

  test('carries licence, icon, changelog and readme', () => {
    const icon = `extension/${String(manifest()['icon'])}`;
    for (const name of [
      'extension/LICENSE.txt',
      icon,
      'extension/changelog.md',
      'extension/readme.md',
    ]) {
      assert.ok((entries.get(name)?.length ?? 0) > 100, `${name} is missing`);
    }
  });

  test('carries every picture of the readme', () => {
    const readme = String(entries.get('extension/readme.md'));
    const pictures = [...readme.matchAll(/!\[[^\]]*\]\(([^)\s]+)\)/g)].map(
      ([, target = '']) => target,
    );
    assert.ok(pictures.length > 0);
    for (const target of pictures) {
      if (/^https:/.test(target)) {
        // vsce rewrites pictures to the repository; the file itself has to be there to be served.
        const file = target.replace(/^.*\/(HEAD|main|master)\//, '').replace(/\?.*$/, '');
        assert.ok(entries.has(`extension/${file}`), `${target} is not in the repository's media`);
      } else assert.ok(entries.has(`extension/${target}`), `${target} is missing`);
    }
  });

  test('needs nothing from npm when it runs', () => {
    assert.equal(manifest()['dependencies'], undefined);
    assert.ok(![...entries.keys()].some((name) => name.includes('node_modules')));
  });

  test('holds neither source maps, tests, nor paths of the machine that built it', () => {
    const home = Buffer.from(root);
    for (const [name, content] of entries) {
      assert.doesNotMatch(name, /\.map$|\.test\.[cm]?[jt]s$|quantum-driver/);
      assert.ok(!content.includes(home), `${name} names ${root}`);
    }
  });

  test(`is at most ${packedLimit / 1e6} MB`, async () => {
    const { size } = await stat(vsix);
    assert.ok(size <= packedLimit, `${size} bytes`);
  });
});
