import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startBridge, type Bridge } from '../../src/framework/bridge.js';
import type { ParseResult } from '../../src/framework/bridgeMessages.js';
import { quantumPython } from '../support/pythonEnvironment.js';
import { expandSnippet } from './snippetText.js';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

let snippets: Record<string, Snippet>;
let bridge: Bridge;
let folder: string;

before(async () => {
  const file = path.resolve('media/snippets/quantum.json');
  snippets = JSON.parse(await readFile(file, 'utf8')) as Record<string, Snippet>;
  folder = await mkdtemp(path.join(tmpdir(), 'quantum-snippets-'));
  bridge = startBridge({
    interpreter: await quantumPython(),
    script: path.resolve('python/quantum_bridge/__main__.py'),
    cwd: folder,
    log: () => undefined,
  });
});
after(async () => {
  bridge.dispose();
  await rm(folder, { recursive: true, force: true });
});

/** Snippets that belong inside something, and that something. */
const homes: Record<string, (text: string) => string> = {
  Flash: (text) => `<q:action name="a">${text}</q:action>`,
  Upload: (text) => `<q:action name="a">${text}</q:action>`,
  CDATA: (text) => `<p>${text}</p>`,
};

const expanded = (snippet: Snippet): string => expandSnippet(snippet.body.join('\n'));

/** A whole file with the snippet in it, and the name such a file has. */
function fileOf(name: string, snippet: Snippet): { text: string; path: string } {
  const text = expanded(snippet);
  if (text.startsWith('<q:test')) return { text, path: path.join(folder, 'tests/it.test.q') };
  const page = path.join(folder, 'components/it.q');
  if (text.startsWith('<q:component')) return { text, path: page };
  const inside = homes[name]?.(text) ?? text;
  return { text: `<q:component name="It">\n${inside}\n</q:component>`, path: page };
}

describe('snippets', () => {
  it('are accepted by the framework as they are inserted', async () => {
    const names = Object.keys(snippets);
    assert.ok(names.length >= 30);
    for (const name of names) {
      const file = fileOf(name, snippets[name]!);
      const result = await bridge.call<ParseResult>('parse', file);
      assert.ok(result.ok, `${name}: ${result.ok ? '' : result.error.message}\n${file.text}`);
    }
  });

  it('each have a prefix of their own, a sentence, and a place where the caret ends', () => {
    const all = Object.entries(snippets);
    assert.equal(new Set(all.map(([, { prefix }]) => prefix)).size, all.length);
    for (const [name, { prefix, description, body }] of all) {
      assert.match(prefix, /^(?:<|q-)/, name);
      assert.match(description, /^[A-Z].*[^.]$/, name);
      assert.equal(body.join('\n').split(/\$0/).length, 2, name);
    }
  });

  it('leave no stop, no escape and no space at the end of a line behind', () => {
    for (const [name, snippet] of Object.entries(snippets)) {
      assert.doesNotMatch(expanded(snippet), /[$\\]| $/m, name);
      for (const line of snippet.body) assert.doesNotMatch(line, /^\t* {2}/, name);
    }
  });
});

describe('a snippet, expanded', () => {
  it('has defaults, first choices, repeated and nested stops, and escaped braces', () => {
    assert.equal(
      expandSnippet('<a ${1:x}="$1" b="${2|one,two|}" c="{$1}" ${3:{n\\}} ${4:-${5:in}-}>$0 ${1}'),
      '<a x="x" b="one" c="{x}" {n} -in-> x',
    );
  });

  it('is refused when a stop never ends', () => {
    assert.throws(() => expandSnippet('${1:x'), /without an end/);
  });
});
