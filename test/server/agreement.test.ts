import assert from 'node:assert/strict';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, it } from 'node:test';
import { startBridge, type Bridge } from '../../src/framework/bridge.js';
import type { ParseResult } from '../../src/framework/bridgeMessages.js';
import { bridgeScript } from '../bridge/rawBridge.js';
import { quantumPython } from '../support/pythonEnvironment.js';
import { snippets } from './brokenSnippets.js';
import { LspPair, uriOf } from './lspPair.js';

let root: string;
let pair: LspPair;
let bridge: Bridge;

before(async () => {
  const python = await quantumPython();
  root = await realpath(await mkdtemp(path.join(tmpdir(), 'quantum-agreement-')));
  await writeFile(path.join(root, 'quantum.config.yaml'), '');
  bridge = startBridge({
    interpreter: python,
    script: bridgeScript,
    cwd: root,
    log: () => undefined,
  });
  const interpreters = [{ folder: uriOf(root), path: python, source: 'setting' as const }];
  pair = await LspPair.start({
    folders: [root],
    environment: { trusted: true, judge: true, interpreters },
  });
});
after(async () => {
  bridge.dispose();
  await pair.stop();
  await rm(root, { recursive: true, force: true });
});

/** The framework names where it noticed; we mark what is to be mended. */
const causeElsewhere = new Set(['<q:component>\n<p>never closed\n']);

it('the editor marks the line the framework names, for broken documents of every kind', async () => {
  let withLine = 0;
  for (const [index, snippet] of snippets.entries()) {
    const file = path.join(root, `s${index}.q`);
    const oneLiner = snippet.startsWith('<q:') && !snippet.includes('\n');
    const text = oneLiner ? `<q:component name="Page">\n  ${snippet}\n</q:component>` : snippet;
    const verdict = await bridge.call<ParseResult>('parse', { path: file, text });
    assert.ok(!verdict.ok, snippet);
    await pair.open(file, text);
    // Our findings where we have some; else the framework's word, which comes after them.
    const errors = () => (pair.diagnostics(file) ?? []).filter(({ severity }) => severity === 1);
    await pair.until(() => errors().length > 0, `an error for ${snippet}`);
    const lines = errors().map(({ range }) => range.start.line);
    if (verdict.error.line !== null) {
      withLine += 1;
      const named = verdict.error.line - 1;
      const isAtCause = causeElsewhere.has(snippet) && errors()[0]?.source === 'quantum';
      assert.ok(isAtCause || lines.includes(named), `${snippet}: ${lines.join()}, not ${named}`);
    }
    for (const { range } of errors()) {
      const { start, end } = range;
      const line = text.split('\n')[start.line] ?? '';
      assert.ok(end.line > start.line || end.character <= line.length, snippet);
    }
    await pair.close(file);
  }
  assert.ok(
    snippets.length >= 40 && withLine >= 30,
    `${withLine} of ${snippets.length} with a line`,
  );
});
