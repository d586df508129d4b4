import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { broken, page, Playground } from './playground.js';

const at = new Playground();

describe('our findings in the editor', () => {
  it('appear on opening, move and vanish while typing, return, and go with the document', async () => {
    const root = await at.project({});
    const file = path.join(root, 'components', 'a.q');
    const pair = await at.start([root]);
    await pair.open(file, broken);
    const [first] = await pair.shows(file, /<q:lop> is not a tag/);
    assert.ok(first);
    const { message, ...rest } = first;
    assert.ok(typeof message === 'string');
    assert.match(message, /^<q:lop> is not a tag of Quantum 1\.0/);
    assert.deepEqual(rest, {
      range: { start: { line: 1, character: 3 }, end: { line: 1, character: 8 } },
      severity: 1,
      source: 'quantum',
      code: 'unknown-tag',
      codeDescription: {
        href: 'https://github.com/quantum-framework/quantum-admin-vscode/blob/main/docs/diagnostics/unknown-tag.md',
      },
      data: { hasFix: true },
    });
    await pair.changeLine(file, 1, '\n\n  <q:lop/>');
    await pair.until(
      () => pair.diagnostics(file)?.[0]?.range.start.line === 3,
      'two lines further down',
    );
    await pair.changeLine(file, 3, '  <p>mended</p>');
    await pair.shows(file);
    await pair.changeLine(file, 3, '  <p>a < b</p>');
    const [xml] = await pair.shows(file, /&lt;/);
    assert.deepEqual([xml?.code, xml?.range.start], ['stray-less-than', { line: 3, character: 7 }]);
    await pair.close(file);
    await pair.shows(file);
  });

  it('are of the newest text when keys come faster than they can be looked at', async () => {
    const root = await at.project({});
    const file = path.join(root, 'components', 'a.q');
    const pair = await at.start([root]);
    await pair.open(file, page(''));
    for (let key = 0; key < 60; key += 1) await pair.changeLine(file, 1, `<q:x${key}/>`);
    await pair.shows(file, /<q:x59> is not a tag/);
    const versions = pair.versionsPublished(file);
    assert.equal(versions.at(-1), pair.version(file));
    assert.deepEqual(
      versions,
      [...versions].sort((a, b) => (a ?? 0) - (b ?? 0)),
    );
  });

  it('count several changes of one notification one after the other, in UTF-16, and whole texts', async () => {
    const root = await at.project({});
    const file = path.join(root, 'components', 'a.q');
    const pair = await at.start([root]);
    await pair.open(file, page('<p>😀</p>\r\n<p>x</p>'));
    const span = (line: number, from: number, to = from) => ({
      start: { line, character: from },
      end: { line, character: to },
    });
    await pair.change(file, [
      { range: span(1, 5), text: '<q:lop/>' },
      { range: span(1, 13), text: '\n' },
      { range: span(3, 3, 4), text: '<q:iff/>' },
    ]);
    const shown = await pair.shows(file, /<q:lop>/, /<q:iff>/);
    assert.deepEqual(
      shown.map(({ range }) => range),
      [span(1, 6, 11), span(3, 4, 9)],
    );
    await pair.change(file, [{ text: page('\n<p>😀</p><q:lop/>') }]);
    const [only] = await pair.shows(file, /<q:lop>/);
    assert.deepEqual(only?.range, span(2, 10, 15));
  });

  it('are all told at once, in broken files too', async () => {
    const root = await at.project({});
    const file = path.join(root, 'components', 'a.q');
    const pair = await at.start([root]);
    await pair.open(file, page('<q:lop/>\n<p a=1>x\n<b>y</i>'));
    await pair.until(() => (pair.diagnostics(file)?.length ?? 0) >= 4, 'four findings');
  });

  it('have the severity a person set, and are gone when it is off', async () => {
    const root = await at.project({});
    const file = path.join(root, 'components', 'a.q');
    const environment = { ...at.choosing(root), judge: false };
    const pair = await at.start([root], environment);
    await pair.open(file, broken);
    await pair.shows(file, /q:lop/);
    const set = (severity: string) =>
      pair.setEnvironment({ ...environment, severities: { 'unknown-tag': severity } });
    await set('hint');
    await pair.until(() => pair.diagnostics(file)?.[0]?.severity === 4, 'a hint');
    await set('off');
    await pair.shows(file);
    await set('no such severity');
    await pair.shows(file, /q:lop/);
  });

  it('are of the release that the project pins, where no interpreter may be asked', async () => {
    const root = await at.project({ 'requirements.txt': 'quantum-framework==0.16.0\n' });
    const file = path.join(root, 'components', 'a.q');
    const pair = await at.start([root], { ...at.choosing(root), trusted: false });
    await pair.open(file, page('<ui:pager for="t"/>'));
    await pair.shows(file, /ui:pager> is not a tag of Quantum 0\.16/, /paginated/);
  });

  it('are asked for by an editor that asks, and not sent to it', async () => {
    const root = await at.project({});
    const file = path.join(root, 'components', 'a.q');
    const pair = await at.start(
      [root],
      { ...at.choosing(root), judge: false },
      {},
      { textDocument: { diagnostic: {} } },
    );
    await pair.open(file, broken);
    interface Report {
      kind: string;
      resultId?: string;
      items?: { code: string }[];
    }
    const ask = (previousResultId?: string) =>
      pair.request<Report>('textDocument/diagnostic', file, { previousResultId });
    const first = await ask();
    assert.deepEqual([first.kind, first.items?.map(({ code }) => code)], ['full', ['unknown-tag']]);
    assert.equal((await ask(first.resultId)).kind, 'unchanged');
    await pair.changeLine(file, 1, '');
    assert.deepEqual((await ask(first.resultId)).items, []);
    const workspace = await pair.client.sendRequest<{ items: Report[] }>('workspace/diagnostic', {
      previousResultIds: [{ uri: 'file:///gone.q', value: 'x' }],
    });
    assert.deepEqual(
      workspace.items.map(({ kind, items }) => [kind, items]),
      [
        ['full', []],
        ['full', []],
      ],
    );
    assert.equal(pair.publications(file), 0);
  });
});
