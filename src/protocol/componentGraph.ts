import { Type, type Static } from 'typebox';
import { closed } from './common.js';
import { EndpointGuard } from './components.js';

export const GraphNodeKind = Type.Enum(
  ['component', 'route', 'action', 'query', 'datasource', 'table', 'column', 'service', 'test'],
  { $id: 'GraphNodeKind' },
);
export type GraphNodeKind = Static<typeof GraphNodeKind>;

export const GraphEdgeKind = Type.Enum(
  [
    ...(['uses', 'links', 'answers', 'has', 'runs', 'reads', 'writes'] as const),
    ...(['asks', 'calls', 'visits', 'submits'] as const),
  ],
  { $id: 'GraphEdgeKind' },
);
export type GraphEdgeKind = Static<typeof GraphEdgeKind>;

export const GraphNode = Type.Object(
  {
    id: Type.String({
      description:
        'The path of a component, else kind and name: `route:/orders`, `query:components/a.q#rows`',
    }),
    kind: GraphNodeKind,
    name: Type.String(),
    role: Type.Union([Type.String(), Type.Null()], {
      description: 'Of a component: page, part and the like',
    }),
    path: Type.Union([Type.String(), Type.Null()], {
      description: 'The file it stands in, from the project’s root',
    }),
    line: Type.Union([Type.Integer(), Type.Null()]),
    state: Type.Enum(['ok', 'error', 'missing']),
    isUnused: Type.Boolean({ description: 'Nothing leads to it' }),
    cycle: Type.Union([Type.Integer(), Type.Null()], {
      description: 'The number of the cycle of components it is in',
    }),
  },
  { $id: 'GraphNode', ...closed },
);
export type GraphNode = Static<typeof GraphNode>;

export const GraphEdge = Type.Object(
  {
    from: Type.String(),
    to: Type.String({ description: 'What `from` needs' }),
    kind: GraphEdgeKind,
    start: Type.Union([Type.Integer(), Type.Null()], {
      description: 'Where the file of `from` says so: an offset as of the last scan',
    }),
  },
  { $id: 'GraphEdge', ...closed },
);
export type GraphEdge = Static<typeof GraphEdge>;

export const ComponentGraph = Type.Object(
  {
    total: Type.Integer({ description: 'How many nodes the whole graph has' }),
    nodes: Type.Array(GraphNode),
    edges: Type.Array(GraphEdge),
  },
  { $id: 'ComponentGraph', ...closed },
);
export type ComponentGraph = Static<typeof ComponentGraph>;

export const GraphQuery = Type.Object(
  {
    focus: Type.Optional(
      Type.String({ maxLength: 1000, description: 'The id of a node: only what is near it' }),
    ),
    depth: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 20, default: 2, description: 'Edges around `focus`' }),
    ),
    kinds: Type.Optional(
      Type.String({
        maxLength: 200,
        pattern: '^[a-z]+(,[a-z]+)*$',
        description: 'Kinds of nodes, separated by commas; what leads through others still leads',
      }),
    ),
  },
  closed,
);
export type GraphQuery = Static<typeof GraphQuery>;

export const ImpactQuery = Type.Object(
  { of: Type.String({ maxLength: 1000, description: 'The id of a node of the graph' }) },
  closed,
);

export const Impact = Type.Object(
  {
    of: GraphNode,
    touched: Type.Array(
      Type.Object(
        {
          node: GraphNode,
          path: Type.Array(GraphEdge, {
            description: 'Why: the edges from it to what is changed',
          }),
        },
        { ...closed },
      ),
      { description: 'The nearest first' },
    ),
  },
  { $id: 'Impact', ...closed },
);
export type Impact = Static<typeof Impact>;

export const AccessMatrix = Type.Object(
  {
    visitors: Type.Array(Type.String(), {
      description: '`anyone`, `signed-in`, then `role:…` and `permission:…`',
    }),
    rows: Type.Array(
      Type.Object(
        {
          path: Type.String(),
          method: Type.String(),
          functionName: Type.Union([Type.String(), Type.Null()]),
          filePath: Type.String(),
          line: Type.Union([Type.Integer(), Type.Null()]),
          guard: Type.Union([EndpointGuard, Type.Null()]),
          allowed: Type.Array(Type.String(), { description: 'The visitors that may' }),
          writes: Type.Array(Type.String(), { description: 'Tables it changes' }),
          isOpenWrite: Type.Boolean({
            description: 'It changes tables, and nobody has to sign in',
          }),
        },
        { ...closed },
      ),
    ),
  },
  { $id: 'AccessMatrix', ...closed },
);
export type AccessMatrix = Static<typeof AccessMatrix>;
