import { syntaxTree } from '../../language/components/syntaxTree.js';
import type {
  ComponentAst,
  ComponentDetail,
  ComponentPage,
  ComponentQuery,
  EndpointQuery,
  ScannedComponent,
  ScannedEndpoint,
  ScanResult,
  WatchState,
} from '../../protocol/components.js';
import type { Platform } from '../platform/feature.js';
import { AppError } from '../platform/problem.js';
import type { ProjectRow } from '../projects/projectRepository.js';
import { Turns } from '../projects/turns.js';
import { partsOf, testsTouching } from './componentDetail.js';
import type { ComponentRow } from './componentRepository.js';
import { componentState, scannedComponent, scannedEndpoint } from './componentWire.js';
import { GraphService } from './graphService.js';
import { ProjectScan } from './projectScan.js';
import { ProjectWatches } from './projectWatches.js';
import { catalogueOf, textOf } from './readProject.js';
import { StateHistory } from './stateHistory.js';

/** The living projects, as components need them. */
export interface ScannedProjects {
  /** @throws not-found */
  row(id: number): Promise<ProjectRow>;
}

/** The components and endpoints of projects. What concerns one project runs one after the other. */
export class ComponentService {
  private readonly scans = new Map<number, ProjectScan>();
  private readonly turns = new Map<number, Turns>();
  /** What depends on what in them. */
  readonly graphs = new GraphService((id, none, ask) => this.read(id, none, ask));
  private readonly watches: ProjectWatches;
  private readonly history = new StateHistory();
  private subscription: { dispose(): void } | null = null;
  private background: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly platform: Platform,
    private readonly projects: ScannedProjects,
    private readonly worker: string | null,
  ) {
    this.watches = new ProjectWatches(platform.log, (id, changed) =>
      this.later(async () => this.scanFiles(await this.withFolder(id), changed)),
    );
  }

  /** Reads what changed on disk since the last scan into the tables. @throws folder-missing */
  async scan(id: number): Promise<ScanResult> {
    const project = await this.withFolder(id);
    const scan = await this.scanFiles(project, null);
    const rows = scan.componentRows;
    return {
      components_found: rows.length,
      endpoints_found: rows.reduce((sum, row) => sum + scan.endpointRowsOf(row.id).length, 0),
      errors: rows.flatMap(({ file_path: filePath, error_message: message }) =>
        message === null ? [] : [{ filePath, message }],
      ),
    };
  }

  /** Components as the last scan found them. */
  async list(id: number, query: ComponentQuery): Promise<ComponentPage> {
    const { status, kind, path, limit = 500, offset = 0 } = query;
    const wanted = query.q?.trim().toLowerCase() ?? '';
    const only = idsIn(query.ids);
    const isAsked = (row: ComponentRow): boolean =>
      (path === undefined || row.file_path === path) && (only?.has(row.id) ?? true);
    const found = (await this.matching(id, isAsked)).filter(
      (one) =>
        (status === undefined || one.status === status) &&
        (kind === undefined || one.kind === kind) &&
        `${one.filePath}\n${one.route ?? ''}`.toLowerCase().includes(wanted),
    );
    return { total: found.length, components: found.slice(offset, offset + limit) };
  }

  /** @throws not-found */
  async get(id: number, componentId: number): Promise<ScannedComponent> {
    const [found] = await this.matching(id, (row) => row.id === componentId);
    if (found) return found;
    throw new AppError('not-found', `The project has no component ${componentId}.`);
  }

  /** A component with all that is known of it, its text read as it is on disk now. @throws not-found */
  async detail(id: number, componentId: number): Promise<ComponentDetail> {
    const component = await this.get(id, componentId);
    const { filePath: path } = component;
    const project = await this.withFolder(id);
    const { root_path: root } = project;
    const catalogue = await catalogueOf(root, project.framework_version);
    const text = (await textOf(root, path)) ?? '';
    const history = await this.platform.store.read((db) => this.history.of(db, componentId));
    return this.turn(id, async () => {
      const scan = await this.scanOf(project);
      const { components, view } = scan;
      return {
        ...component,
        ...partsOf(path, text, catalogue),
        endpoints: scan
          .endpointRowsOf(componentId)
          .map((row) => scannedEndpoint(row, path, scan.factsOf(path))),
        tests: await testsTouching(path, root, components, view),
        history: history.map(componentState),
      };
    });
  }

  /** The tree of a component's file as it is on disk now. @throws not-found */
  async ast(id: number, componentId: number): Promise<ComponentAst> {
    const { filePath, dependencies } = await this.get(id, componentId);
    const { root_path: root, framework_version: release } = await this.projects.row(id);
    const text = root === null ? null : await textOf(root, filePath);
    if (root === null || text === null) {
      const detail = `${filePath} is not there any more, or cannot be read.`;
      throw new AppError('not-found', detail, 'Scan the project.');
    }
    const { tree, nodes } = syntaxTree(text, await catalogueOf(root, release));
    return { ast_json: JSON.stringify(tree), nodes, dependencies };
  }

  async endpoints(id: number, query: EndpointQuery = {}): Promise<ScannedEndpoint[]> {
    const only = idsIn(query.components);
    return this.read(id, [], (scan) =>
      scan.componentRows
        .filter((row) => only?.has(row.id) ?? true)
        .flatMap(({ id: componentId, file_path: path }) =>
          scan
            .endpointRowsOf(componentId)
            .map((one) => scannedEndpoint(one, path, scan.factsOf(path))),
        )
        .sort(
          (a, b) => compare(a.path, b.path) || compare(a.functionName ?? '', b.functionName ?? ''),
        ),
    );
  }

  async watchState(id: number): Promise<WatchState> {
    await this.projects.row(id);
    return { watching: this.watches.has(id) };
  }

  /** Scans the project, and again whenever its files change. @throws folder-missing */
  async watch(id: number): Promise<WatchState> {
    const { root_path: root } = await this.withFolder(id);
    if (!this.watches.has(id)) {
      await this.watches.start(id, root);
      await this.tellWatch(id, true);
    }
    await this.scan(id);
    return { watching: true };
  }

  async unwatch(id: number): Promise<WatchState> {
    await this.projects.row(id);
    if (await this.watches.stop(id)) await this.tellWatch(id, false);
    return { watching: false };
  }

  /** Lets go of projects when they are deleted or get another folder. */
  start(): void {
    this.subscription = this.platform.events.subscribe(({ event }) => {
      if (event.type === 'project_deleted') this.later(() => this.forget(event.id));
      if (event.type === 'project_updated') this.later(() => this.follow(event.id));
    });
  }

  async stop(): Promise<void> {
    this.subscription?.dispose();
    await this.watches.stopAll();
    await this.background;
    for (const turns of this.turns.values()) await turns.settled();
  }

  private async matching(
    id: number,
    isAsked: (row: ComponentRow) => boolean,
  ): Promise<ScannedComponent[]> {
    return this.read(id, [], (scan) =>
      scan.componentRows.filter(isAsked).flatMap((row) => {
        const made = scan.components.get(row.file_path);
        return made ? [scannedComponent(row, made)] : [];
      }),
    );
  }

  /** Asks the scan of a project; `none` for one without a folder. */
  private async read<T>(
    id: number,
    none: T,
    ask: (scan: ProjectScan) => T | Promise<T>,
  ): Promise<T> {
    const project = await this.projects.row(id);
    const { root_path: root } = project;
    if (root === null) return none;
    return this.turn(id, async () => ask(await this.scanOf({ ...project, root_path: root })));
  }

  /** `changed`: the only files that may be otherwise than at the scan before; null: any may. */
  private scanFiles(project: WithFolder, changed: readonly string[] | null): Promise<ProjectScan> {
    return this.turn(project.id, async () => {
      const scan = await this.scanOf(project);
      try {
        await scan.scan(project.framework_version, changed);
      } catch (error) {
        // What it has in memory may be ahead of the tables.
        this.scans.delete(project.id);
        throw error;
      }
      return scan;
    });
  }

  private async scanOf({ id, root_path: root }: WithFolder): Promise<ProjectScan> {
    const known = this.scans.get(id);
    if (known?.root === root) return known;
    const scan = new ProjectScan(this.platform, this.worker, id, root);
    await scan.load();
    this.scans.set(id, scan);
    return scan;
  }

  private async withFolder(id: number): Promise<WithFolder> {
    const project = await this.projects.row(id);
    const { root_path: root } = project;
    if (root !== null) return { ...project, root_path: root };
    throw new AppError(
      'folder-missing',
      `The project “${project.name}” has no folder.`,
      'Link it to the folder of its application.',
    );
  }

  private turn<T>(id: number, work: () => Promise<T>): Promise<T> {
    const turns = this.turns.get(id) ?? new Turns();
    this.turns.set(id, turns);
    return turns.run(work);
  }

  private later(work: () => Promise<unknown>): void {
    const { log } = this.platform;
    const done = work().catch((error: unknown) => {
      log.warn({ err: error }, 'the components of a project could not be brought up to date');
    });
    this.background = Promise.all([this.background, done]);
  }

  private async forget(id: number): Promise<void> {
    this.scans.delete(id);
    await this.watches.stop(id);
  }

  /** The folder may be another one now, and the framework too: the watch moves with them. */
  private async follow(id: number): Promise<void> {
    const watched = this.watches.rootOf(id);
    if (watched === null) return;
    if ((await this.projects.row(id)).root_path === watched) {
      await this.scan(id);
      return;
    }
    await this.watches.stop(id);
    await this.watch(id);
  }

  private async tellWatch(id: number, watching: boolean): Promise<void> {
    const { store, events } = this.platform;
    const event = { type: 'watch_changed', projectId: id, id, watching } as const;
    await store.write((tx) => events.append(tx, event));
  }
}

type WithFolder = ProjectRow & { readonly root_path: string };

function idsIn(list: string | undefined): ReadonlySet<number> | null {
  return list === undefined ? null : new Set(list.split(',').map(Number));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
