import { dataOf } from '../../client/problemError.js';
import type { AccessMatrix, GraphNode, Impact } from '../../protocol/componentGraph.js';
import { atMost } from '../arguments.js';
import { dotOf } from '../components/dot.js';
import { createOutput, table } from '../output.js';
import { exitCodes, UsageError, type Verb, type VerbContext } from '../verb.js';
import { projectAt } from './components.js';

/** The project of a folder, its files read. */
async function scannedAt({ service }: VerbContext, folder = '.') {
  const { api } = await service();
  const { id } = await projectAt(api, folder);
  await dataOf(api.POST('/api/projects/{id}/scan', { params: { path: { id } } }));
  return { api, id };
}

function text(values: VerbContext['values'], name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

export const componentsGraph: Verb = {
  name: 'components graph',
  args: '[DIR]',
  summary: 'What depends on what in an application',
  options: {
    dot: { type: 'boolean' },
    focus: { type: 'string' },
    depth: { type: 'string' },
    kinds: { type: 'string' },
  },
  optionHelp: [
    '--dot              the graph in the language of Graphviz',
    '--focus NODE       only what is near this node of the graph',
    '--depth N          how near, in edges; 2 unless told',
    '--kinds A,B        only component, route, action, query, datasource, table, column, service, test',
  ],
  async run(context) {
    const { values, positionals, output } = context;
    atMost(positionals, 1);
    const dot = values['dot'] === true;
    if (dot && output.json) throw new UsageError('Either --json or --dot, not both.');
    const depth = Number(text(values, 'depth') ?? '2');
    if (!Number.isInteger(depth) || depth < 1 || depth > 20)
      throw new UsageError('--depth takes a number from 1 to 20.');
    const focus = text(values, 'focus');
    const kinds = text(values, 'kinds');
    const { api, id } = await scannedAt(context, positionals[0]);
    const query = { depth, ...(focus && { focus }), ...(kinds && { kinds }) };
    const params = { path: { id }, query };
    const graph = await dataOf(api.GET('/api/projects/{id}/graph', { params }));
    if (dot) createOutput(false).result(graph, dotOf(graph));
    else
      output.result(
        graph,
        graph.edges.map(({ from, kind, to }) => `${from} → ${to} (${kind})`),
      );
    return exitCodes.ok;
  },
};

export const componentsImpact: Verb = {
  name: 'components impact',
  args: 'NODE [DIR]',
  summary: 'What changing a component, a query, a table or a column touches, and why',
  options: { column: { type: 'string' } },
  optionHelp: [
    'NODE: a node of `components graph`: components/cart.q, table:orders, query:FILE#NAME, …',
    '--column TABLE.COLUMN  in the place of NODE: this column',
  ],
  async run(context) {
    const { of, folder } = changedNode(context);
    const { api, id } = await scannedAt(context, folder);
    const params = { path: { id }, query: { of } };
    const impact = await dataOf(api.GET('/api/projects/{id}/impact', { params }));
    context.output.result(impact, impactLines(impact));
    return exitCodes.ok;
  },
};

function changedNode({ values, positionals }: VerbContext): {
  of: string;
  folder: string | undefined;
} {
  const column = text(values, 'column');
  if (column !== undefined && !/^[^.]+\.[^.]+$/.test(column))
    throw new UsageError('--column takes a table and its column: orders.total.');
  const rest =
    column === undefined ? positionals : [`column:${column.toLowerCase()}`, ...positionals];
  const [of, folder, ...more] = rest;
  if (of === undefined || more.length > 0) throw new UsageError('One NODE is needed.');
  return { of, folder };
}

function impactLines({ touched }: Impact): string[] {
  const rows = touched.map(({ node, path }) => [
    node.kind,
    placeOf(node),
    path.map(({ kind, to }) => `${kind} ${to}`).join(', which '),
  ]);
  return [`${touched.length} touched`, ...table(rows)];
}

function placeOf({ kind, name, path, line }: GraphNode): string {
  if (kind === 'component') return path ?? name;
  return path === null || line === null ? name : `${name} (${path}:${line})`;
}

export const componentsEndpoints: Verb = {
  name: 'components endpoints',
  args: '[DIR]',
  summary: 'Who may ask for which address and action; open ones that change tables are marked',
  async run(context) {
    atMost(context.positionals, 1);
    const { api, id } = await scannedAt(context, context.positionals[0]);
    const params = { path: { id } };
    const matrix = await dataOf(api.GET('/api/projects/{id}/endpoints/matrix', { params }));
    context.output.result(matrix, matrixLines(matrix));
    return exitCodes.ok;
  },
};

function matrixLines({ visitors, rows }: AccessMatrix): string[] {
  return table([
    ['method', 'address', 'action', ...visitors, 'changes'],
    ...rows.map(({ method, path, functionName, allowed, writes, isOpenWrite }) => [
      method,
      path,
      functionName ?? '',
      ...visitors.map((visitor) => (allowed.includes(visitor) ? 'yes' : '-')),
      `${writes.join(' ')}${isOpenWrite ? ' (open to everyone)' : ''}`,
    ]),
  ]);
}
