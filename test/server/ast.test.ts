import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import {
  astKinds,
  astRequest,
  type AstKind,
  type AstNode,
  type AstTree,
} from '../../src/protocol/ast.js';
import type { LspPair } from './lspPair.js';
import { page, Playground } from './playground.js';

const at = new Playground();
const text = page('<q:set name="n" value="{1 + 2}"/>\n<p class="a">{n}</p><p>é</p>');

const ask = (pair: LspPair, file: string, tree: AstKind): Promise<AstTree> =>
  pair.request<AstTree>(astRequest, file, { tree });

/** The texts that nodes of a kind stand for. */
const places = ({ nodes }: AstTree, kind: string, of: string): (string | null)[] =>
  nodes
    .filter((node) => node.kind === kind)
    .map(({ start, end }) => (start === undefined ? null : of.slice(start, end)));

const open = async (content: string, options: { judge?: boolean } = {}) => {
  const root = await at.project({});
  const file = path.join(root, 'components', 'a.q');
  const pair = await at.start([root], { ...at.choosing(root), ...options });
  await pair.open(file, content);
  return { pair, file };
};

describe('the trees of an open page', () => {
  it('are three of one text, each with the place of its nodes', async () => {
    const { pair, file } = await open(text);
    const [own, raw, framework] = await Promise.all(astKinds.map((kind) => ask(pair, file, kind)));
    assert.ok(own && raw && framework);
    assert.deepEqual(places(own, 'name', text), ['n']);
    assert.deepEqual(places(own, 'statement', text), ['<q:set name="n" value="{1 + 2}"/>']);
    assert.deepEqual(places(raw, 'element', text).slice(-1), ['<p>é</p>']);
    assert.ok(raw.nodes.some(({ field, kind }) => field === 'name' && kind === 'tag_name'));
    assert.deepEqual(places(framework, 'ComponentNode', text), [text]);
    assert.deepEqual(places(framework, 'SetNode', text), ['<q:set name="n" value="{1 + 2}"/>']);
    assert.deepEqual(places(framework, 'HTMLNode', text), ['<p class="a">{n}</p>', '<p>é</p>']);
    assert.deepEqual(places(framework, 'TextNode', text), [null, null]);
    assert.deepEqual(
      framework.nodes
        .filter(({ field }) => field === 'class')
        .map(({ kind, text: value }) => [kind, value]),
      [['string', '"a"']],
    );
  });

  it('are of the text as it is in the editor, saved or not', async () => {
    const { pair, file } = await open(text);
    await pair.changeLine(file, 1, '<q:set name="later" value="1"/>');
    for (const kind of astKinds) {
      const tree = await ask(pair, file, kind);
      assert.equal(tree.version, 2);
      assert.match(JSON.stringify(tree.nodes), /later/, kind);
      assert.doesNotMatch(JSON.stringify(tree.nodes), /1 \+ 2/, kind);
    }
  });

  it('of a broken page are ours and the grammar’s, and what the framework says with its place', async () => {
    const text = page('<q:set name="n" value="1"/>\n<p>é <b></p>');
    const { pair, file } = await open(text);
    const own = await ask(pair, file, 'own');
    assert.ok(
      own.nodes.some(
        ({ kind, text: name, isBroken }) => kind === 'element' && name === 'b' && isBroken,
      ),
    );
    assert.ok((await ask(pair, file, 'raw')).nodes.length > 5);
    const { nodes, problem } = await ask(pair, file, 'framework');
    assert.deepEqual(nodes, []);
    assert.ok(problem?.code === 'refused');
    assert.match(problem.message, /mismatched tag/);
    assert.equal(text.slice(problem.start, problem.end), 'p');
  });

  it('of a test file are those of its steps, by their lines', async () => {
    const root = await at.project({});
    const file = path.join(root, 'tests', 'a.test.q');
    const content = '<q:test name="a" page="/">\n  <test:visit />\n</q:test>\n';
    const pair = await at.start([root]);
    await pair.open(file, content);
    const { nodes } = await ask(pair, file, 'framework');
    assert.ok(
      nodes.some(({ kind }) => kind === 'TestStepNode'),
      JSON.stringify(nodes),
    );
    assert.deepEqual(places(await ask(pair, file, 'framework'), 'TestStepNode', content), [
      '<test:visit />',
    ]);
  });

  it('without a framework that may be asked, say so', async () => {
    const { pair, file } = await open(text, { judge: false });
    assert.deepEqual((await ask(pair, file, 'framework')).problem, { code: 'not-asked' });
    const missing = await at.project({});
    const other = await at.start([missing], {
      ...at.choosing(missing),
      interpreters: [{ ...at.choosing(missing).interpreters[0]!, path: '/nowhere/python' }],
    });
    await other.open(path.join(missing, 'components', 'a.q'), text);
    const { problem } = await ask(other, path.join(missing, 'components', 'a.q'), 'framework');
    assert.ok(problem?.code === 'unavailable');
    assert.match(problem.message, /nowhere/);
  });

  it('of every page of the sample shop place what the framework places, within what is around it', async () => {
    const folder = path.resolve('samples/storefront/components');
    const { pair, file } = await open(text);
    for (const name of ['index.q', 'catalogue.q', 'product/[id].q', '_layout/StoreLayout.q']) {
      const content = await readFile(path.join(folder, name), 'utf8');
      await pair.change(file, [{ text: content }]);
      const { nodes, problem } = await ask(pair, file, 'framework');
      assert.equal(problem, null, name);
      const around: AstNode[] = [];
      let placed = 0;
      for (const node of nodes) {
        around.length = node.depth;
        around.push(node);
        const { start = -1 } = node;
        if (node.kind !== 'HTMLNode') continue;
        placed += 1;
        assert.ok(content.startsWith(`<${node.text ?? ''}`, start), `${name}: ${node.text ?? ''}`);
      }
      assert.ok(placed > 5, name);
    }
  });
});
