import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { dotOf } from '../../src/cli/components/dot.js';
import type { AccessMatrix, ComponentGraph, Impact } from '../../src/protocol/componentGraph.js';
import type { ComponentAst, ScannedComponent, ScanResult } from '../../src/protocol/components.js';
import { startService } from '../support/runningService.js';
import { runCli, type Outcome } from './runCli.js';

const run = (home: string, ...args: string[]): Promise<Outcome> =>
  runCli(home, ['components', ...args]);

async function shop(home: string): Promise<string> {
  const root = path.join(home, 'shop');
  await mkdir(path.join(root, 'components/_parts'), { recursive: true });
  const card = '<q:component name="Card"><q:param name="title" /><b>{title}</b></q:component>\n';
  const index =
    '<q:component name="index">\n  <q:import component="Card" from="_parts" />\n  <Card title="a" />\n  <Gone />\n</q:component>\n';
  await writeFile(path.join(root, 'quantum.config.yaml'), '');
  await writeFile(path.join(root, 'components/_parts/Card.q'), card);
  await writeFile(path.join(root, 'components/index.q'), index);
  return root;
}

test('the components of a folder, their graph and a tree, as one document each', async (t) => {
  const { home } = await startService(t);
  const root = await shop(home);
  const json = async <T>(...args: string[]): Promise<T> => {
    const { code, stdout, stderr } = await run(home, ...args, '--json');
    assert.equal(code, 0, stderr);
    return JSON.parse(stdout) as T;
  };
  const scanned = await json<ScanResult>('scan', root);
  assert.deepEqual(scanned, { components_found: 2, endpoints_found: 1, errors: [] });
  const list = await json<ScannedComponent[]>('list', root);
  assert.deepEqual(
    list.map(({ filePath, kind, status }) => [filePath, kind, status]),
    [
      ['components/_parts/Card.q', 'part', 'active'],
      ['components/index.q', 'page', 'active'],
    ],
  );
  const graph = await json<ComponentGraph>('graph', root, '--kinds', 'component');
  assert.deepEqual(
    graph.edges.map(({ from, to, kind }) => ({ from, to, kind })),
    [
      { from: 'components/index.q', to: 'components/_parts/Card.q', kind: 'uses' },
      { from: 'components/index.q', to: 'component:Gone', kind: 'uses' },
    ],
  );
  const dot = await run(home, 'graph', root, '--dot');
  assert.match(dot.stdout, /^digraph components \{/);
  assert.match(
    dot.stdout,
    /"components\/index\.q" -> "components\/_parts\/Card\.q" \[label=uses\];/,
  );
  assert.match(dot.stdout, /"component:Gone" \[shape=box, label="Gone", color=red\];/);
  const { touched } = await json<Impact>('impact', 'components/_parts/Card.q', root);
  assert.deepEqual(
    touched.map(({ node }) => node.id),
    ['components/index.q', 'route:/'],
  );
  await writeFile(
    path.join(root, 'components/sums.q'),
    '<q:component name="sums"><q:query name="s" datasource="db">SELECT o.Total FROM Orders o</q:query></q:component>',
  );
  const ofColumn = await json<Impact>('impact', '--column', 'orders.total', root);
  assert.deepEqual(
    ofColumn.touched.map(({ node }) => node.id),
    ['query:components/sums.q#s', 'components/sums.q', 'route:/sums'],
  );
  await rm(path.join(root, 'components/sums.q'));
  const told = await run(home, 'impact', 'components/_parts/Card.q', root);
  assert.match(told.stdout, /answers components\/index\.q, which uses components\/_parts\/Card\.q/);
  const { visitors, rows } = await json<AccessMatrix>('endpoints', root);
  assert.deepEqual([visitors, rows.map((row) => row.path)], [['anyone', 'signed-in'], ['/']]);
  const ast = await json<ComponentAst>('ast', path.join(root, 'components/index.q'));
  assert.match(JSON.stringify(ast.ast_json), /"name":"Gone"/);
});

test('a scan that finds a refused page ends with 1, and what is no file is told', async (t) => {
  const { home } = await startService(t);
  const root = await shop(home);
  await writeFile(
    path.join(root, 'components/bad.q'),
    '<q:component name="bad"><q:sett/></q:component>',
  );
  const scan = await run(home, 'scan', root);
  assert.equal(scan.code, 1);
  assert.match(scan.stdout, /3 components, 2 endpoints, 1 with errors/);
  assert.match(scan.stdout, /components\/bad\.q: Line 1: /);
  assert.match((await run(home, 'list', root)).stdout, /error +page +components\/bad\.q +\/bad/);
  for (const args of [
    ['ast'],
    ['ast', path.join(root, 'gone.q')],
    ['graph', '--dot', '--json'],
    ['impact'],
    ['impact', '--column', 'total', '.'],
  ])
    assert.equal((await run(home, ...args)).code, 2, args.join(' '));
});

test('names in a graph for Graphviz are quoted', () => {
  const rest = { role: null, line: null, state: 'ok', cycle: null } as const;
  const path = 'components/"odd".q';
  const node = { id: path, kind: 'component', name: 'odd', path, isUnused: true, ...rest } as const;
  const lines = dotOf({ total: 1, nodes: [node], edges: [] });
  const name = '"components/\\"odd\\".q"';
  assert.equal(lines[2], `  ${name} [shape=box, label=${name}, style=dashed];`);
});
