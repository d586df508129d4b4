import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, before } from 'node:test';
import type { LanguageServerEnvironment } from '../../src/protocol/languageServer.js';
import { quantumPython } from '../support/pythonEnvironment.js';
import { LspPair, uriOf, type PairOptions } from './lspPair.js';

/** A place for projects, and servers that end with their test. */
export class Playground {
  python = '';
  base = '';
  private count = 0;
  private readonly pairs: LspPair[] = [];

  constructor() {
    before(async () => {
      this.python = await quantumPython();
      this.base = await realpath(await mkdtemp(path.join(tmpdir(), 'quantum-server-')));
    });
    afterEach(async () => {
      for (const pair of this.pairs.splice(0)) await pair.stop();
    });
    after(() => rm(this.base, { recursive: true, force: true }));
  }

  /** A folder nobody has used yet. */
  folder(name: string): string {
    return path.join(this.base, `${name}${++this.count}`);
  }

  /** A project with these files; with a configuration unless `configured` is false. */
  async project(files: Record<string, string>, configured = true): Promise<string> {
    const root = this.folder('project');
    await mkdir(path.join(root, 'components'), { recursive: true });
    if (configured) {
      await writeFile(path.join(root, 'quantum.config.yaml'), 'server: {port: 8080}\n');
    }
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(root, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    return root;
  }

  /** The framework's Python as the interpreter of those folders. */
  choosing(...folders: string[]): LanguageServerEnvironment {
    return {
      trusted: true,
      judge: true,
      interpreters: folders.map((folder) => ({
        folder: uriOf(folder),
        path: this.python,
        source: 'setting',
      })),
    };
  }

  async start(
    folders: string[],
    environment = this.choosing(...folders),
    deps: NonNullable<PairOptions['deps']> = {},
    capabilities: NonNullable<PairOptions['capabilities']> = {},
  ): Promise<LspPair> {
    const pair = await LspPair.start({ folders, environment, deps, capabilities });
    this.pairs.push(pair);
    return pair;
  }
}

/** A page with that body. */
export const page = (body: string): string => `<q:component name="Page">\n${body}\n</q:component>`;

/** A page with a tag that does not exist. */
export const broken = page('  <q:lop/>');

/** The same tag, with the finding about it silenced. */
export const ignored = '  <!-- quantum-ignore unknown-tag -->\n  <q:lop/>';
