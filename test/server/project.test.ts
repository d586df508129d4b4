import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, it } from 'node:test';
import { broken, page, Playground } from './playground.js';

const at = new Playground();

describe('files that are not open', () => {
  it('show what is wrong with them as they are on disk, whoever changes them', async () => {
    const root = await at.project({ 'components/a.q': page(''), 'components/b.q': broken });
    const [a, b] = ['a.q', 'b.q'].map((name) => path.join(root, 'components', name)) as [
      string,
      string,
    ];
    const pair = await at.start([root], { ...at.choosing(root), judge: false });
    await pair.open(a, page(''));
    const [finding] = await pair.shows(b, /<q:lop>/);
    assert.deepEqual(
      [finding?.source, finding?.code, finding?.range.start],
      ['quantum', 'unknown-tag', { line: 1, character: 3 }],
    );
    await writeFile(b, page('<p>mended</p>'));
    await pair.shows(b);
    await writeFile(b, broken);
    await pair.shows(b, /<q:lop>/);
    await rm(b);
    await pair.shows(b);
  });

  it('show what is typed in them while they are open, and what was saved afterwards', async () => {
    const root = await at.project({ 'components/b.q': broken });
    const b = path.join(root, 'components', 'b.q');
    const pair = await at.start([root], { ...at.choosing(root), judge: false });
    await pair.open(b, page('<p>being mended</p>'));
    await pair.changeLine(b, 1, '<q:iff/>');
    await pair.shows(b, /<q:iff>/);
    await pair.close(b);
    await pair.shows(b, /<q:lop>/);
  });

  it('are told in the severity a person set', async () => {
    const root = await at.project({ 'components/a.q': page(''), 'components/b.q': broken });
    const b = path.join(root, 'components', 'b.q');
    const environment = { ...at.choosing(root), judge: false };
    const pair = await at.start([root], environment);
    await pair.open(path.join(root, 'components', 'a.q'), page(''));
    await pair.shows(b, /<q:lop>/);
    await pair.setEnvironment({ ...environment, severities: { 'unknown-tag': 'off' } });
    await pair.shows(b);
  });

  it('include the configuration', async () => {
    const root = await at.project({ 'components/a.q': page('') });
    const file = path.join(root, 'quantum.config.yaml');
    await writeFile(file, 'server: {prot: 8080}\n');
    const pair = await at.start([root], { ...at.choosing(root), judge: false });
    await pair.open(path.join(root, 'components', 'a.q'), page(''));
    await pair.shows(file, /prot/);
  });
});

describe('variables that the application is given when it is run from the editor', () => {
  const text = 'server: {host: "${SHOP_HOST}"}\n';

  it('count as set in its configuration, open or closed, until they are given no longer', async () => {
    const root = await at.project({ 'components/a.q': page('') });
    const file = path.join(root, 'quantum.config.yaml');
    await writeFile(file, text);
    const environment = { ...at.choosing(root), judge: false };
    const pair = await at.start([root], environment);
    await pair.open(path.join(root, 'components', 'a.q'), page(''));
    await pair.shows(file, /SHOP_HOST is not set/);
    const given = [{ folder: pathToFileURL(root).href, names: ['SHOP_HOST'] }];
    await pair.setEnvironment({ ...environment, given });
    await pair.shows(file);
    await pair.open(file, text, 'yaml');
    await pair.changeLine(file, 0, 'server: {host: "${SHOP_HOST}", prot: 1}');
    await pair.shows(file, /prot/);
    const completions = await pair.request<{ label: string }[]>('textDocument/completion', file, {
      position: { line: 0, character: 'server: {host: "${SHOP'.length },
    });
    assert.ok(completions.some(({ label }) => label.includes('SHOP_HOST')));
    await pair.setEnvironment(environment);
    await pair.shows(file, /prot/, /SHOP_HOST is not set/);
  });

  it('are those of the project, and no other’s', async () => {
    const root = await at.project({ 'components/a.q': page('') });
    const file = path.join(root, 'quantum.config.yaml');
    const given = [{ folder: pathToFileURL(at.base).href, names: ['SHOP_HOST'] }];
    const pair = await at.start([root], { ...at.choosing(root), judge: false, given });
    await pair.open(file, text, 'yaml');
    await pair.shows(file, /SHOP_HOST is not set/);
  });
});

describe('a configuration that is open', () => {
  it('has findings, completion and hover', async () => {
    const root = await at.project({});
    const file = path.join(root, 'quantum.config.yaml');
    const pair = await at.start([root], { ...at.choosing(root), judge: false });
    await pair.open(file, 'server:\n  port: 8080\n', 'yaml');
    await pair.changeLine(file, 1, '  prot: 8080');
    const [finding] = await pair.shows(file, /prot/);
    assert.equal(finding?.code, 'config-unknown-key');
    const position = { line: 1, character: 4 };
    const completions = await pair.request<{ label: string }[]>('textDocument/completion', file, {
      position,
    });
    assert.ok(completions.some(({ label }) => label === 'port'));
    await pair.changeLine(file, 1, '  port: 8080');
    await pair.shows(file);
    const hover = await pair.request<{ contents: { value: string } }>('textDocument/hover', file, {
      position,
    });
    assert.match(hover.contents.value, /port/);
  });
});

describe('fixes', () => {
  interface Action {
    title: string;
    kind: string;
    isPreferred?: boolean;
    edit?: { changes?: Record<string, { newText: string }[]> };
  }

  it('are offered at a finding, for the whole file, and as comments that silence it', async () => {
    const root = await at.project({});
    const file = path.join(root, 'components', 'a.q');
    const pair = await at.start([root], { ...at.choosing(root), judge: false });
    await pair.open(file, page('<q:iff>x</q:iff>\n<p>a < b</p>'));
    const position = { line: 1, character: 4 };
    const ask = (only?: string[]) =>
      pair.request<Action[]>('textDocument/codeAction', file, {
        range: { start: position, end: position },
        context: { diagnostics: [], ...(only ? { only } : {}) },
      });
    const texts = ({ edit }: Action) => Object.values(edit?.changes ?? {}).flat();
    const actions = await ask();
    assert.deepEqual(
      actions.map(({ title, isPreferred }) => [title, isPreferred]),
      [
        ['Write <q:if>', true],
        ['Fix all in this file', undefined],
        ['Ignore unknown-tag here', undefined],
        ['Ignore unknown-tag in this file', undefined],
      ],
    );
    assert.deepEqual(
      texts(actions[0]!).map(({ newText }) => newText),
      ['q:if', 'q:if'],
    );
    // What is fixed all over is found out when somebody wants it.
    assert.equal(actions[1]!.edit, undefined);
    const [all] = await ask(['source.fixAll']);
    assert.equal(all?.kind, 'source.fixAll.quantum');
    const resolved = await pair.client.sendRequest<Action>('codeAction/resolve', all);
    assert.deepEqual(
      texts(resolved).map(({ newText }) => newText),
      ['q:if', 'q:if', '&lt;'],
    );
  });
});

describe('completion in a page', () => {
  it('proposes what the catalogue knows, and says more of one when asked', async () => {
    interface Item {
      label: string;
      textEdit?: { newText: string };
      documentation?: { value: string };
    }
    const root = await at.project({});
    const file = path.join(root, 'components', 'a.q');
    const pair = await at.start([root], { ...at.choosing(root), judge: false });
    await pair.open(file, page(''));
    await pair.changeLine(file, 1, '<q:se');
    const items = await pair.request<Item[]>('textDocument/completion', file, {
      position: { line: 1, character: 5 },
    });
    const set = items.find(({ label }) => label === 'q:set');
    assert.ok(set, items.map(({ label }) => label).join());
    const resolved = await pair.client.sendRequest<Item>('completionItem/resolve', set);
    assert.match(resolved.documentation?.value ?? '', /q:set/);
  });
});
