import type { ProjectView } from '../project/projectView.js';
import type { ProjectComponent } from './componentsOf.js';
import { cyclesIn } from './cycles.js';
import { routeOf } from './endpointsOf.js';
import type { EdgeKind, Graph, GraphEdge, GraphNode } from './graph.js';
import { usedColumns, type ColumnUser, type DeclaredTable } from './columns.js';
import type { PageFacts } from './pageFacts.js';
import type { PageStatement } from './statements.js';
import type { TestFacts } from './testFacts.js';

/** What a graph is made from: all of one moment. */
export interface GraphParts {
  readonly pages: readonly PageFacts[];
  readonly components: ReadonlyMap<string, ProjectComponent>;
  readonly tests: readonly TestFacts[];
  readonly project: ProjectView;
  /** What migrations declare, by the name of the table in small letters. */
  readonly tables: ReadonlyMap<string, DeclaredTable>;
}

/** The graph of a project: its files, what stands in them, and what they stand on. */
export function graphOf(parts: GraphParts): Graph {
  const maker = new Maker(parts);
  for (const facts of parts.pages) maker.page(facts);
  for (const test of parts.tests) maker.test(test);
  maker.datasources();
  maker.columns();
  return maker.made();
}

/** The identity of an action, and of what else stands in a file under a name. */
export function idOf(kind: 'action' | 'query' | 'test', path: string, name: string): string {
  return `${kind}:${path}#${name}`;
}

/** The identity of a column. */
export function columnId(table: string, name: string): string {
  return `column:${table.toLowerCase()}.${name.toLowerCase()}`;
}

/** The name of a query in its page: those of an action or function are apart from the others. */
export function statementName({ inside, name, line }: PageStatement): string {
  const own = name === '' ? `line ${line}` : name;
  return inside === null ? own : `${inside.name}/${own}`;
}

type NewNode = Pick<GraphNode, 'id' | 'kind' | 'name'> & Partial<GraphNode>;

class Maker {
  private readonly nodes = new Map<string, GraphNode>();
  private readonly edges = new Map<string, GraphEdge>();
  private readonly columnUsers: ColumnUser[] = [];

  constructor(private readonly parts: GraphParts) {}

  page({ summary, work }: PageFacts): void {
    const { path } = summary;
    const component = this.parts.components.get(path);
    if (!component) return;
    this.node({
      ...{ id: path, kind: 'component', name: component.name, role: component.kind, path },
      state: component.status === 'error' ? 'error' : 'ok',
      isUnused: component.status === 'inactive',
    });
    const route = this.route(path);
    if (route !== null) this.edge(route, path, 'answers');
    for (const action of work.actions) {
      const { name, line } = action;
      const id = idOf('action', path, name);
      this.node({ id, kind: 'action', name, path, line });
      this.edge(path, id, 'has');
    }
    this.statements(path, work);
    this.dependencies(component, work);
  }

  test({ path, name, line, visits, submits }: TestFacts): void {
    const id = idOf('test', path, name);
    this.node({ id, kind: 'test', name, path, line });
    for (const address of visits) {
      const page = this.parts.project.page(address);
      const route = page && this.route(page.path);
      if (route) this.edge(id, route, 'visits');
    }
    for (const { address, action } of submits) {
      const page = this.parts.project.page(address);
      if (page?.actions.some((one) => one.name === action))
        this.edge(id, idOf('action', page.path, action), 'submits');
    }
  }

  /** Those of the configuration, so that one that nobody asks is seen. */
  datasources(): void {
    for (const { name } of this.parts.project.configuration?.datasources ?? []) {
      const id = `datasource:${name}`;
      if (!this.nodes.has(id)) this.node({ id, kind: 'datasource', name, isUnused: true });
    }
  }

  /** After all who name some. */
  columns(): void {
    for (const { table, name, place, users } of usedColumns(this.columnUsers, this.parts.tables)) {
      const id = columnId(table, name);
      this.node({ id, kind: 'column', name: `${table}.${name}`, ...place });
      this.edge(this.plain('table', table), id, 'has');
      for (const { id: user, isWritten } of users)
        this.edge(user, id, isWritten ? 'writes' : 'reads');
    }
  }

  made(): Graph {
    const cycles = this.cycles();
    const nodes = [...this.nodes.values()].map((node) => {
      const cycle = cycles.get(node.id) ?? null;
      return cycle === null ? node : { ...node, cycle };
    });
    return { nodes, edges: [...this.edges.values()] };
  }

  private statements(path: string, { statements, actions }: PageFacts['work']): void {
    const taken = new Set<string>();
    for (const statement of statements) {
      const { line, inside, reads, writes, columns, datasource, isNamed } = statement;
      let name = statementName(statement);
      for (let copy = 2; taken.has(name); copy += 1) name = `${statementName(statement)} ${copy}`;
      taken.add(name);
      const id = idOf('query', path, name);
      const isUnused = !isNamed && writes.length === 0;
      this.node({ id, kind: 'query', name, path, line, isUnused });
      this.columnUsers.push({ id, uses: columns });
      const users = actions.filter((action) =>
        inside?.kind === 'action'
          ? inside.name === action.name
          : inside !== null && action.calls.includes(inside.name),
      );
      // What no action runs, the page does: its own queries, and those of functions it may call.
      if (inside?.kind !== 'action') this.edge(path, id, 'runs');
      for (const user of users) this.edge(idOf('action', path, user.name), id, 'runs');
      for (const table of reads) this.edge(id, this.plain('table', table), 'reads');
      for (const table of writes) this.edge(id, this.plain('table', table), 'writes');
      if (datasource !== null) this.edge(id, this.plain('datasource', datasource), 'asks');
    }
  }

  private dependencies(
    { path: from, dependencies }: ProjectComponent,
    { statements }: PageFacts['work'],
  ): void {
    const asked = new Set(statements.map(({ datasource }) => datasource));
    for (const { kind, name, path, start } of dependencies) {
      if (kind === 'component') this.edge(from, path ?? this.missing(name), 'uses', start);
      else if (kind === 'page') {
        const route = path === null ? null : this.route(path);
        if (route !== null) this.edge(from, route, 'links', start);
      } else if (kind === 'table') {
        this.edge(from, this.plain('table', name), 'reads', start);
        const every = { name: '*', tables: [name.toLowerCase()], isWritten: false, isSure: true };
        this.columnUsers.push({ id: from, uses: [every] });
      } else if (kind === 'service') this.edge(from, this.plain('service', name), 'calls', start);
      else if (!asked.has(name)) this.edge(from, this.plain('datasource', name), 'asks', start);
    }
  }

  private missing(name: string): string {
    const id = `component:${name}`;
    if (!this.nodes.has(id)) this.node({ id, kind: 'component', name, state: 'missing' });
    return id;
  }

  private plain(kind: 'table' | 'datasource' | 'service', name: string): string {
    const plain = kind === 'table' ? name.toLowerCase() : name;
    const id = `${kind}:${plain}`;
    if (!this.nodes.has(id)) this.node({ id, kind, name: plain });
    return id;
  }

  /** The address of a page; null for a file that answers none. */
  private route(path: string): string | null {
    const address = routeOf(this.parts.project.componentPath(path));
    if (address === null) return null;
    const id = `route:${address}`;
    if (!this.nodes.has(id)) this.node({ id, kind: 'route', name: address, path });
    return id;
  }

  private node(node: NewNode): void {
    const rest = { role: null, path: null, line: null, state: 'ok', isUnused: false } as const;
    this.nodes.set(node.id, { ...rest, cycle: null, ...node });
  }

  private edge(from: string, to: string, kind: EdgeKind, start: number | null = null): void {
    const key = `${kind} ${from} → ${to}`;
    if (!this.edges.has(key)) this.edges.set(key, { from, to, kind, start });
  }

  /** Components that draw themselves, through others or at once. */
  private cycles(): Map<string, number> {
    const uses = new Map<string, string[]>();
    for (const { from, to, kind } of this.edges.values()) {
      if (kind !== 'uses') continue;
      const known = uses.get(from);
      if (known) known.push(to);
      else uses.set(from, [to]);
    }
    const numbers = new Map<string, number>();
    cyclesIn(uses).forEach((members, at) => members.forEach((id) => numbers.set(id, at + 1)));
    return numbers;
  }
}
