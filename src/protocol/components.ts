import { Type, type Static } from 'typebox';
import { Id, closed } from './common.js';
import { Component, Endpoint } from './projects.js';
import { fewComponents } from './fewComponents.js';

export const ComponentStatus = Type.Enum(['active', 'inactive', 'error', 'unknown'], {
  $id: 'ComponentStatus',
  description:
    '`error`: the framework refuses it. `inactive`: nothing leads to it. `unknown`: it could not be read',
});
export type ComponentStatus = Static<typeof ComponentStatus>;

export const ComponentKind = Type.Enum(
  ['page', 'component', 'layout', 'part', 'application', 'job', 'outside'],
  {
    $id: 'ComponentKind',
    description:
      '`page`: answers an address. `component`: does too, and is written to be called. `layout`, `part`: only called, a layout by pages to stand in. `outside`: lies where the framework does not look',
  },
);
export type ComponentKind = Static<typeof ComponentKind>;

export const ComponentDependency = Type.Object(
  {
    kind: Type.Enum(['component', 'page', 'datasource', 'service', 'table']),
    name: Type.String(),
    path: Type.Union([Type.String(), Type.Null()], {
      description: 'The file it is, from the project’s root; null where it is none, or is missing',
    }),
  },
  { $id: 'ComponentDependency', ...closed },
);
export type ComponentDependency = Static<typeof ComponentDependency>;

/** A component with what the files around it make of it. */
export const ScannedComponent = Type.Object(
  {
    ...Component.properties,
    status: ComponentStatus,
    kind: ComponentKind,
    route: Type.Union([Type.String(), Type.Null()], { description: 'The address it answers' }),
    tags: Type.Array(Type.Enum(['guarded', 'actions', 'queries', 'functions', 'slots', 'params'])),
    dependencies: Type.Array(ComponentDependency),
    usedBy: Type.Array(Type.String(), {
      description: 'Files that call, import or link to it, from the project’s root',
    }),
  },
  { $id: 'ScannedComponent', ...closed },
);
export type ScannedComponent = Static<typeof ScannedComponent>;

export const ComponentPage = Type.Object(
  {
    total: Type.Integer({ description: 'How many there are without `limit` and `offset`' }),
    components: Type.Array(ScannedComponent),
  },
  { $id: 'ComponentPage', ...closed },
);
export type ComponentPage = Static<typeof ComponentPage>;

export const EndpointParam = Type.Object(
  {
    name: Type.String(),
    in: Type.Enum(['path', 'query', 'form']),
    type: Type.String(),
    required: Type.Boolean(),
    default: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: 'EndpointParam', ...closed },
);
export type EndpointParam = Static<typeof EndpointParam>;

export const EndpointGuard = Type.Object(
  {
    role: Type.Union([Type.String(), Type.Null()]),
    permission: Type.Union([Type.String(), Type.Null()]),
  },
  {
    $id: 'EndpointGuard',
    description: 'Signed-in visitors only, and of these those with a role and a permission',
    ...closed,
  },
);

export const ScannedEndpoint = Type.Object(
  {
    ...Endpoint.properties,
    filePath: Type.String(),
    params: Type.Array(EndpointParam),
    guard: Type.Union([EndpointGuard, Type.Null()], { description: 'null: open to everyone' }),
    writes: Type.Array(Type.String(), { description: 'Tables it changes' }),
  },
  { $id: 'ScannedEndpoint', ...closed },
);
export type ScannedEndpoint = Static<typeof ScannedEndpoint>;

const place = {
  line: Type.Integer({ description: 'From 1, in the file as it is now' }),
  column: Type.Integer(),
};

export const ComponentTest = Type.Object(
  {
    name: Type.String(),
    filePath: Type.String(),
    line: Type.Integer(),
    page: Type.String({ description: 'The page it asks for in which the component is drawn' }),
  },
  { $id: 'ComponentTest', ...closed },
);
export type ComponentTest = Static<typeof ComponentTest>;

export const ComponentFinding = Type.Object(
  {
    code: Type.String(),
    severity: Type.Enum(['error', 'warning', 'information', 'hint']),
    message: Type.String(),
    ...place,
  },
  { $id: 'ComponentFinding', ...closed },
);
export type ComponentFinding = Static<typeof ComponentFinding>;

export const ComponentState = Type.Object(
  {
    at: Type.String({ description: 'Since when' }),
    status: ComponentStatus,
    errorMessage: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: 'ComponentState', ...closed },
);
export type ComponentState = Static<typeof ComponentState>;

/** A component with all that is known of it. */
export const ComponentDetail = Type.Object(
  {
    ...ScannedComponent.properties,
    params: Type.Array(
      Type.Object(
        {
          name: Type.String(),
          type: Type.String(),
          required: Type.Boolean(),
          default: Type.Union([Type.String(), Type.Null()]),
          ...place,
        },
        closed,
      ),
    ),
    slots: Type.Array(Type.String()),
    queries: Type.Array(
      Type.Object({ name: Type.String(), datasource: Type.String(), ...place }, closed),
    ),
    endpoints: Type.Array(ScannedEndpoint),
    tests: Type.Array(ComponentTest, {
      description: 'Tests that ask for a page in which it is drawn, by what their files say',
    }),
    findings: Type.Array(ComponentFinding, { description: 'What its text shows by itself' }),
    history: Type.Array(ComponentState, {
      description: 'What became of it, the newest first: the last 50 changes of its state',
    }),
  },
  { $id: 'ComponentDetail', ...closed },
);
export type ComponentDetail = Static<typeof ComponentDetail>;

export const ScanResult = Type.Object(
  {
    components_found: Type.Integer(),
    endpoints_found: Type.Integer(),
    errors: Type.Array(
      Type.Object({ filePath: Type.String(), message: Type.String() }, { ...closed }),
    ),
  },
  { $id: 'ScanResult', ...closed },
);
export type ScanResult = Static<typeof ScanResult>;

export const ComponentAst = Type.Object(
  {
    ast_json: Type.String({
      description:
        'JSON text of the nodes: `kind`, places from 1, an element’s `name`, `attributes`, `expressions` (`attribute`, `text`, `reads`, `calls`, their places) and `children`, another node’s `text`',
    }),
    nodes: Type.Integer({ description: 'How many there are, white space left out' }),
    dependencies: Type.Array(ComponentDependency),
  },
  { $id: 'ComponentAst', ...closed },
);
export type ComponentAst = Static<typeof ComponentAst>;

export const WatchState = Type.Object(
  { watching: Type.Boolean() },
  { $id: 'WatchState', ...closed },
);
export type WatchState = Static<typeof WatchState>;

const ComponentIds = Type.String({
  maxLength: 500,
  pattern: `^[1-9][0-9]{0,8}(,[1-9][0-9]{0,8}){0,${fewComponents - 1}}$`,
  description: 'Ids of components, separated by commas',
});

export const ComponentQuery = Type.Object(
  {
    ids: Type.Optional(ComponentIds),
    status: Type.Optional(ComponentStatus),
    kind: Type.Optional(ComponentKind),
    q: Type.Optional(Type.String({ maxLength: 200, description: 'Text in path or route' })),
    path: Type.Optional(
      Type.String({ maxLength: 1000, description: 'The file from the root: that component alone' }),
    ),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20_000, default: 500 })),
    offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000, default: 0 })),
  },
  closed,
);
export type ComponentQuery = Static<typeof ComponentQuery>;

export const EndpointQuery = Type.Object({ components: Type.Optional(ComponentIds) }, closed);
export type EndpointQuery = Static<typeof EndpointQuery>;

export const ComponentParams = Type.Object({ id: Id, cid: Id }, closed);
