import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import type { Graph } from '../../src/cli/components/graph.js';
import { dotOf } from '../../src/cli/components/graph.js';
import type { ComponentAst, ScannedComponent, ScanResult } from '../../src/protocol/components.js';
import { builtProduct } from '../support/builtProduct.js';
import { startService } from '../support/runningService.js';

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(home: string, ...args: string[]): Promise<Outcome> {
  const script = path.join(await builtProduct(), 'cli.js');
  return new Promise((resolve) => {
    const options = { env: { ...process.env, CI: '', QUANTUM_ADMIN_HOME: home } };
    execFile(process.execPath, [script, 'components', ...args], options, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

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
  const graph = await json<Graph>('graph', root);
  assert.deepEqual(graph.edges, [
    { from: 'components/index.q', to: 'components/_parts/Card.q', kind: 'component' },
    { from: 'components/index.q', to: 'component:Gone', kind: 'component' },
  ]);
  const dot = await run(home, 'graph', root, '--dot');
  assert.match(dot.stdout, /^digraph components \{/);
  assert.match(dot.stdout, /"components\/index\.q" -> "components\/_parts\/Card\.q";/);
  assert.match(dot.stdout, /"component:Gone" \[shape=ellipse, color=red\];/);
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
  for (const args of [['ast'], ['ast', path.join(root, 'gone.q')], ['graph', '--dot', '--json']])
    assert.equal((await run(home, ...args)).code, 2, args.join(' '));
});

test('names in a graph for Graphviz are quoted', () => {
  const node = { id: 'components/"odd".q', kind: 'page', status: 'inactive' };
  const lines = dotOf({ nodes: [node], edges: [] });
  assert.equal(lines[2], '  "components/\\"odd\\".q" [shape=box, style=dashed];');
});
