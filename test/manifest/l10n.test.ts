import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { readJson, root } from './source.js';

const run = promisify(execFile);
type Texts = Readonly<Record<string, string>>;

test('the bundle is what the code says: `npx vscode-l10n-dev export -o l10n src/extension webviews`', async (t) => {
  const out = await mkdtemp(path.join(tmpdir(), 'quantum-l10n-'));
  t.after(() => rm(out, { recursive: true, force: true }));
  const tool = path.join(root, 'node_modules/@vscode/l10n-dev/dist/cli.js');
  await run(process.execPath, [tool, 'export', '-o', out, 'src/extension', 'webviews'], {
    cwd: root,
  });
  const exported = JSON.parse(await readFile(path.join(out, 'bundle.l10n.json'), 'utf8')) as Texts;
  const kept = readJson('l10n/bundle.l10n.json') as Texts;
  assert.deepEqual(Object.keys(kept).sort(), Object.keys(exported).sort());
  for (const [key, text] of Object.entries(kept)) assert.equal(text, key);
});

test('the Portuguese translation is complete and keeps every placeholder', () => {
  const english = readJson('l10n/bundle.l10n.json') as Texts;
  const portuguese = readJson('l10n/bundle.l10n.pt-br.json') as Texts;
  assert.deepEqual(Object.keys(portuguese).sort(), Object.keys(english).sort());
  const placeholders = (text: string): string[] => (text.match(/\{\d+\}/g) ?? []).sort();
  for (const [key, text] of Object.entries(portuguese)) {
    assert.deepEqual(placeholders(text), placeholders(key), key);
    assert.notEqual(text.trim(), '', key);
  }
});
