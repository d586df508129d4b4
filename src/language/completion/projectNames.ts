import type { ComponentSummary } from '../project/componentSummary.js';
import { isServed } from '../project/routes.js';
import type { Column } from '../project/tables.js';
import { attributeOf } from '../syntax/token.js';
import { elementsNamed } from './elementNames.js';
import type { LanguageContext } from './languageContext.js';

/** A component that can be called. */
export interface KnownComponent {
  readonly name: string;
  /** Null where its file is not known. */
  readonly summary: ComponentSummary | null;
  /** The document imports it, or calls it already. */
  readonly isImported: boolean;
}

/** The component that a call `<name>` of the document means, by its imports as they are written now. */
export function calledComponent(context: LanguageContext, name: string): ComponentSummary | null {
  const imported = importsOf(context).get(name);
  if (imported) return imported.summary;
  return context.project?.component(name, context.path ?? '') ?? null;
}

/** What the document imports, by the names calls go by; of a name the last counts. */
function importsOf({ document, project }: LanguageContext): Map<string, KnownComponent> {
  const found = new Map<string, KnownComponent>();
  for (const { tag } of elementsNamed(document, 'q:import')) {
    const component = attributeOf(tag, 'component')?.value;
    const name = attributeOf(tag, 'as')?.value ?? component;
    if (!component || !name) continue;
    const summary = project?.imported(component, attributeOf(tag, 'from')?.value ?? null) ?? null;
    found.set(name, { name, summary, isImported: true });
  }
  return found;
}

/** Components the document imports, and those of the project. */
export function componentsOf(context: LanguageContext): KnownComponent[] {
  const { project, path } = context;
  const found = importsOf(context);
  for (const [file, summary] of project?.files ?? []) {
    if (file === path || summary.kind !== 'component' || found.has(summary.name)) continue;
    // Pages have small letters; a call begins with a capital.
    if (!/^[A-Z][\w]*[a-z]/.test(summary.name)) continue;
    found.set(summary.name, { name: summary.name, summary, isImported: false });
  }
  return [...found.values()];
}

/** What other pages of the project keep in `session.` or `application.`, what most of them name first. */
export function scopeKeys({ project, path }: LanguageContext, scope: string): string[] {
  if (scope !== 'session' && scope !== 'application') return [];
  const counts = new Map<string, number>();
  for (const [file, { uses }] of project?.files ?? []) {
    if (file === path) continue;
    for (const { kind, name } of uses) {
      if (kind === scope) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}

/** Keys that links of the project give behind their `?`. */
export function linkedKeys({ project }: LanguageContext): Set<string> {
  const found = new Set<string>();
  for (const { links } of project?.files.values() ?? []) {
    for (const { name } of links) {
      for (const [, key = ''] of name.matchAll(/[?&]([A-Za-z_]\w*)=/g)) found.add(key);
    }
  }
  return found;
}

/** The columns of every table of the project, each once. */
export function columnNames(context: LanguageContext): Set<string> {
  return new Set(tablesOf(context, null).flatMap(({ columns }) => columns.map(({ name }) => name)));
}

/** Folders that hold components, as `from` of an import names them. */
export function componentFolders({ project }: LanguageContext): string[] {
  const folders = new Set<string>();
  for (const [file, { kind, name }] of project?.files ?? []) {
    const folder = /^(.+)\/[^/]+$/.exec(project?.componentPath(file) ?? '')?.[1];
    if (folder && kind === 'component' && /^[A-Z]/.test(name)) folders.add(folder);
  }
  return [...folders].sort();
}

/** Addresses of the pages; parts that take any value keep their brackets. */
export function routesOf({ project }: LanguageContext): { route: string; path: string }[] {
  const routes: { route: string; path: string }[] = [];
  for (const [path, { kind }] of project?.files ?? []) {
    const below = project?.componentPath(path) ?? null;
    // Capitals are components, though each could be asked for.
    if (below === null || kind !== 'component' || !isServed(below) || /[A-Z][^/]*$/.test(below)) {
      continue;
    }
    const route = `/${below}`.replace(/(?:\/index)?\.q$/, '');
    routes.push({ route: route === '' ? '/' : route, path });
  }
  return routes.sort((a, b) => (a.route < b.route ? -1 : 1));
}

/** Addresses of the files that are served as they are. */
export function staticFiles({ project }: LanguageContext): string[] {
  const folder = project?.staticPath('') ?? null;
  if (!project || folder === null) return [];
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return [...project.allFiles]
    .filter((file) => file.startsWith(prefix))
    .map((file) => `/static/${file.slice(prefix.length)}`)
    .sort();
}

/** Datasources of the configuration, and those the document names. */
export function datasourcesOf({ project, document }: LanguageContext): {
  name: string;
  driver: string | null;
}[] {
  const found = new Map<string, string | null>();
  for (const { name, driver } of project?.configuration?.datasources ?? [])
    found.set(name, driver ?? null);
  for (const token of document.tokens) {
    if (token.kind !== 'start') continue;
    const name = attributeOf(token, 'datasource')?.value;
    if (name && /^\w+$/.test(name) && !found.has(name)) found.set(name, null);
  }
  return [...found].map(([name, driver]) => ({ name, driver }));
}

/** Tables of `datasource`, of all where it is not said. */
export function tablesOf(
  { project }: LanguageContext,
  datasource: string | null,
): { name: string; columns: readonly Column[] }[] {
  if (!project) return [];
  const names =
    datasource === null
      ? (project.configuration?.datasources ?? []).map(({ name }) => name)
      : [datasource];
  return names.flatMap((name) => [...(project.tables(name)?.values() ?? [])]);
}
