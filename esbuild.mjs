// Builds everything that ships into dist/. `--watch` rebuilds on change, `--dev` keeps names and maps.
// `--outdir DIR` builds elsewhere, `--only main,service` builds just those programs, without the editor's pages.
import * as esbuild from 'esbuild';
import { cp, mkdir, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chunks } from './chunks.mjs';

const root = import.meta.dirname;
const { values: flags } = parseArgs({
  options: {
    dev: { type: 'boolean' },
    watch: { type: 'boolean' },
    outdir: { type: 'string', default: 'dist' },
    only: { type: 'string' },
  },
});
const dev = flags.dev || flags.watch;
const outdir = path.resolve(root, flags.outdir);
const only = flags.only?.split(',');
const stem = (file) => path.basename(file).replace(/\.ts$/, '');

/** A dynamic import of a module in `chunks` becomes `require('./<name>.js')`: its own file, loaded on use. */
const lazyChunks = {
  name: 'lazy-chunks',
  setup(build) {
    build.onResolve({ filter: /^\./ }, (args) => {
      if (args.kind !== 'dynamic-import') return null;
      const file = path.resolve(args.resolveDir, args.path.replace(/\.js$/, '.ts'));
      const known = chunks.find((chunk) => path.join(root, chunk) === file);
      return known ? { path: `./${stem(known)}.js`, external: true } : null;
    });
  },
};

/** ssh2 and cpu-features may or may not have built their native halves here; the product uses neither. */
const noNativeAddons = {
  name: 'no-native-addons',
  setup(build) {
    build.onResolve({ filter: /\.node$|^cpu-features$/ }, (args) => ({
      path: args.path,
      namespace: 'native-addon',
    }));
    build.onLoad({ filter: /.*/, namespace: 'native-addon' }, () => ({
      contents: "throw new Error('native addon left out of the bundle');",
    }));
  },
};

const shared = {
  bundle: true,
  absWorkingDir: root,
  minify: !dev,
  sourcemap: dev ? 'linked' : false,
  legalComments: 'none',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': dev ? '"development"' : '"production"' },
};
const node = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode', 'pg-native'],
  // As require(): code that comes from the engine's code cache cannot import() on Node 20.
  supported: { 'dynamic-import': false },
  alias: {
    // Their entry for Node is a UMD wrapper, of which a bundler sees only the outside.
    'jsonc-parser': '@vscode/emmet-helper/node_modules/jsonc-parser/lib/esm/main.js',
    'vscode-css-languageservice': 'vscode-css-languageservice/lib/esm/cssLanguageService.js',
    'vscode-html-languageservice': 'vscode-html-languageservice/lib/esm/htmlLanguageService.js',
    // Its module for import() asks where it lies, which a bundle cannot say.
    'web-tree-sitter': './node_modules/web-tree-sitter/web-tree-sitter.cjs',
  },
  plugins: [lazyChunks, noNativeAddons],
};

const present = (file) => existsSync(path.join(root, file));
const chunkEntries = Object.fromEntries(chunks.filter(present).map((file) => [stem(file), file]));
const programs = {
  extension: 'src/extension/extension.ts',
  server: 'src/server/main.ts',
  indexWorker: 'src/server/project/indexWorker.ts',
  scanWorker: 'src/service/components/scanWorker.ts',
  main: 'src/service/main.ts',
  service: 'src/service/service.ts',
  cli: 'src/cli/main.ts',
  uninstall: 'src/extension/uninstall.ts',
};
/** Scripts that the service puts into pages: they go where the service goes, the editor's own pages do not. */
const servedScripts = { liveReload: 'webviews/liveReload/liveReload.ts' };

/** Every webviews/<page>/<page>.ts is one page. */
async function pages() {
  const found = {};
  for (const entry of await readdir(path.join(root, 'webviews'), { withFileTypes: true })) {
    const file = `webviews/${entry.name}/${entry.name}.ts`;
    if (entry.isDirectory() && present(file) && !(entry.name in servedScripts))
      found[entry.name] = file;
  }
  return found;
}

/** Files that programs read at run time, beside their bundles. */
const assets = [
  ['node_modules/sql.js/dist/sql-wasm.wasm', 'sql-wasm.wasm'],
  ['node_modules/@one-ini/wasm/one_ini_bg.wasm', 'one_ini_bg.wasm'],
  ['node_modules/web-tree-sitter/web-tree-sitter.wasm', 'web-tree-sitter.wasm'],
  ['grammars/tree-sitter-quantum/document/tree-sitter-quantum.wasm', 'tree-sitter-quantum.wasm'],
  ['node_modules/swagger-ui-dist/swagger-ui.css', 'apidocs/swagger-ui.css'],
  ['node_modules/swagger-ui-dist/swagger-ui-bundle.js', 'apidocs/swagger-ui-bundle.js'],
  ['node_modules/redoc/bundles/redoc.standalone.js', 'apidocs/redoc.standalone.js'],
  ['node_modules/@vscode/codicons/dist/codicon.css', 'webviews/codicon.css'],
  ['node_modules/@vscode/codicons/dist/codicon.ttf', 'webviews/codicon.ttf'],
  ['src/protocol/openapi.json', 'openapi.json'],
  ['python', 'python'],
  ['media/templates', 'templates'],
];

async function copyAssets() {
  for (const [from, to] of assets) {
    if (!present(from)) continue;
    await mkdir(path.dirname(path.join(outdir, to)), { recursive: true });
    await cp(path.join(root, from), path.join(outdir, to), {
      recursive: true,
      filter: (file) => !file.includes('__pycache__'),
    });
  }
}

const builds = [
  {
    ...node,
    entryPoints: {
      ...Object.fromEntries(
        Object.entries(programs).filter(
          ([name, file]) => present(file) && (!only || only.includes(name)),
        ),
      ),
      ...chunkEntries,
    },
    outdir,
    external: [...node.external, './service.js'],
  },
];
const browser = { ...shared, platform: 'browser', format: 'esm', target: 'es2022' };
if (!only || only.includes('service')) {
  builds.push({
    ...browser,
    entryPoints: servedScripts,
    outdir: path.join(outdir, 'browser'),
  });
}
if (!only) {
  builds.push({
    ...browser,
    entryPoints: await pages(),
    outdir: path.join(outdir, 'webviews'),
    loader: { '.ttf': 'file' },
  });
}

if (flags.watch) {
  await copyAssets();
  for (const options of builds) await (await esbuild.context(options)).watch();
} else {
  await rm(outdir, { recursive: true, force: true });
  await Promise.all([...builds.map((options) => esbuild.build(options)), copyAssets()]);
}
