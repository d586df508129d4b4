import type { Environment } from '../configuration/environmentReferences.js';
import { readConfiguration } from '../configuration/readConfiguration.js';
import { calledComponent, candidatesOf, keyOf, type ComponentUse } from './componentSearch.js';
import type { ComponentSummary } from './componentSummary.js';
import type { PackedPage } from './packedPage.js';
import { Pages } from './pages.js';
import { ProjectPaths, isUnread } from './projectPaths.js';
import type { ConfigurationView, ProjectView } from './projectView.js';
import { roleOf } from './roles.js';
import { Routes } from './routes.js';
import { moduleFiles, servicesIn, type Service } from './services.js';
import { readTables } from './sql/readTables.js';
import type { Tables } from './tables.js';

/**
 * What is known of a project's files, kept up file by file. Takes summaries and texts from whoever reads
 * them; answers at once. All paths are from the project's root, with `/`.
 */
export class ProjectIndex implements ProjectView {
  private readonly pages = new Pages();
  private readonly texts = new Map<string, string>();
  private readonly names = new Set<string>();
  private settings: ConfigurationView | null = null;
  private paths = new ProjectPaths(null);
  private routes: Routes | null = null;
  private knownTables: Tables | null | undefined;
  private knownServices: ReadonlyMap<string, Service> | null | undefined;
  private version = 0;

  /** `environment`: of the server that would run the project, for `${NAME}` in its configuration. */
  constructor(private readonly environment: Environment = {}) {}

  get revision(): number {
    return this.version;
  }

  get configuration(): ConfigurationView | null {
    return this.settings;
  }

  get files(): ReadonlyMap<string, ComponentSummary> {
    return this.pages;
  }

  /** A `.q` file as it is now. */
  setPage(page: ComponentSummary | PackedPage): void {
    const { path } = page;
    if (this.pages.set(page)) this.routes = null;
    this.names.add(path);
    this.version += 1;
  }

  /** The text of the configuration, of an SQL file or a Python module. */
  setText(path: string, text: string): void {
    this.texts.set(path, text);
    this.names.add(path);
    this.forget(path);
  }

  /** A file of which only its being there matters. */
  setFile(path: string): void {
    if (this.names.has(path)) return;
    this.names.add(path);
    this.version += 1;
  }

  /** A file that is no more. */
  remove(path: string): void {
    if (!this.names.delete(path)) return;
    if (this.pages.delete(path)) this.routes = null;
    this.texts.delete(path);
    this.forget(path);
  }

  /** A folder that is no more, with all in it. */
  removeFolder(path: string): void {
    for (const file of [...this.names]) if (file.startsWith(`${path}/`)) this.remove(file);
  }

  component(name: string, from: string): ComponentSummary | null {
    const called = calledComponent(name, this.pages.get(from)?.imports ?? []);
    return this.imported(called.component, called.from);
  }

  imported(component: string, from: string | null): ComponentSummary | null {
    for (const candidate of candidatesOf(component, from)) {
      const path = this.paths.inComponents(candidate);
      const page = path === null ? undefined : this.pages.get(path);
      if (page) return page;
    }
    return null;
  }

  usesOf(path: string): readonly ComponentUse[] {
    const file = this.pages.get(path);
    if (!file) return [];
    const uses: ComponentUse[] = [];
    const key = keyOf(file.name);
    for (const from of this.pages.mentioning(key)) {
      const imports = this.pages.get(from)?.imports ?? [];
      for (const { name, start, end } of this.pages.get(from)?.calls ?? []) {
        const called = calledComponent(name, imports);
        if (keyOf(called.component) !== key) continue;
        if (this.imported(called.component, called.from)?.path === path)
          uses.push({ path: from, kind: 'call', start, end });
      }
      for (const one of imports) {
        if (keyOf(one.name) !== key) continue;
        if (this.imported(one.name, one.from)?.path === path)
          uses.push({ path: from, kind: 'import', start: one.start, end: one.end });
      }
    }
    return uses;
  }

  page(address: string): ComponentSummary | null {
    const file = this.routing().fileOf(address);
    const path = file === null ? null : this.paths.inComponents(file);
    return path === null ? null : (this.pages.get(path) ?? null);
  }

  mayAnswer(address: string): boolean {
    return this.routing().mayAnswer(address);
  }

  hasFile(path: string): boolean {
    return this.names.has(path) || isUnread(path);
  }

  get allFiles(): ReadonlySet<string> {
    return this.names;
  }

  componentPath(path: string): string | null {
    return this.paths.belowComponents(path);
  }

  newComponentPath(below: string): string | null {
    return this.paths.inComponents(below);
  }

  staticPath(below: string): string | null {
    return this.paths.inStatic(below);
  }

  tables(datasource: string): Tables | null {
    const declared = this.settings?.datasources ?? [];
    // Migrations say nothing of which datasource they are for: with two of them nobody knows.
    if (declared.length !== 1 || declared[0]?.name !== datasource) return null;
    this.knownTables ??= this.readTables();
    return this.knownTables;
  }

  services(): ReadonlyMap<string, Service> | null {
    if (this.knownServices === undefined) this.knownServices = this.readServices();
    return this.knownServices;
  }

  private forget(path: string): void {
    this.version += 1;
    const role = roleOf(path);
    if (role === 'python') this.knownServices = undefined;
    if (role === 'sql') this.knownTables = undefined;
    if (role === 'configuration') this.configure(this.texts.get(path));
  }

  private configure(text: string | undefined): void {
    this.settings = text === undefined ? null : readConfiguration(text, this.environment);
    this.paths = new ProjectPaths(this.settings);
    this.routes = null;
    this.knownTables = undefined;
    this.knownServices = undefined;
  }

  private routing(): Routes {
    if (!this.routes) {
      const below = [...this.pages.keys()].flatMap(
        (path) => this.paths.belowComponents(path) ?? [],
      );
      this.routes = new Routes(new Set(below));
    }
    return this.routes;
  }

  private readTables(): Tables | null {
    const migrations = this.paths.migrations;
    const all = [...this.texts.keys()].filter((path) => roleOf(path) === 'sql').sort();
    const files = all.filter(
      (path) => path.startsWith(migrations) && isMigration(path.slice(migrations.length)),
    );
    if (all.includes('schema.sql')) files.push('schema.sql');
    if (files.length === 0) return null;
    return readTables(files.map((path) => ({ path, text: this.texts.get(path) ?? '' })));
  }

  private readServices(): ReadonlyMap<string, Service> | null {
    const found = new Map<string, Service>();
    if (!this.settings) return null;
    for (const { module } of this.settings.services)
      if (!moduleFiles(module).some((file) => this.texts.has(file))) return null;
    for (const [path, text] of this.texts) {
      if (roleOf(path) !== 'python') continue;
      const { services, isComplete } = servicesIn(text, path);
      if (!isComplete) return null;
      for (const service of services) found.set(service.name, service);
    }
    return found;
  }
}

/** `V001_people.sql`: the framework passes over files without a `_`, and those in folders. */
function isMigration(name: string): boolean {
  return name.includes('_') && !name.includes('/');
}
