import { build as bundle, type Plugin } from 'esbuild';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { productVersion } from '../../src/protocol/productVersion.js';

const root = path.resolve(__dirname, '../..');
let built: Promise<string> | null = null;

/**
 * The service and the command line as they ship, bundled from the sources as they are now: once in a
 * test process, into a folder that goes with it. What `dist/` holds may be older.
 */
export function builtProduct(): Promise<string> {
  return (built ??= build());
}

async function build(): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'quantum-admin-dist-'));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  const script = path.join(root, 'esbuild.mjs');
  const args = [script, '--outdir', directory, '--only', 'main,service,cli,uninstall'];
  await promisify(execFile)(process.execPath, args, { cwd: root });
  return directory;
}

/** A copy of the built product that says it is another version, beside the original. */
export async function builtAsVersion(version: string): Promise<string> {
  const directory = `${await builtProduct()}-${version}`;
  await cp(await builtProduct(), directory, { recursive: true });
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  let replaced = 0;
  for (const name of (await readdir(directory)).filter((file) => file.endsWith('.js'))) {
    const file = path.join(directory, name);
    const text = await readFile(file, 'utf8');
    const changed = text.replaceAll(`"${productVersion}"`, `"${version}"`);
    if (changed !== text) replaced++;
    await writeFile(file, changed);
  }
  if (replaced === 0) {
    await rm(directory, { recursive: true });
    throw new Error(`No bundle mentions version ${productVersion}.`);
  }
  return directory;
}

/** The built product with one more feature: a job that counts (countingFeature.ts). */
export async function builtWithCounting(version: string): Promise<string> {
  const directory = await builtAsVersion(version);
  const chunk: Plugin = {
    name: 'counting',
    setup(build) {
      build.onResolve({ filter: /^\.\/features\.js$/ }, () => ({
        path: path.join(__dirname, 'countingFeature.ts'),
      }));
      build.onResolve({ filter: /^\./ }, ({ kind, path: file }) =>
        kind === 'dynamic-import' ? { path: `./${path.basename(file)}`, external: true } : null,
      );
      build.onLoad({ filter: /productVersion\.ts$/ }, () => ({
        contents: `export const productVersion = ${JSON.stringify(version)};`,
      }));
    },
  };
  await bundle({
    entryPoints: [path.join(root, 'src/service/service.ts')],
    outfile: path.join(directory, 'service.js'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    supported: { 'dynamic-import': false },
    logLevel: 'warning',
    plugins: [chunk],
  });
  return directory;
}
