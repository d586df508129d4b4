import type { ComponentSummary } from '../project/componentSummary.js';
import { decodedAddress, pathOfLink } from '../project/links.js';
import type { ProjectView } from '../project/projectView.js';

/** A file that somebody who works on another one wants to see. */
export interface RelatedFile {
  readonly kind: 'test' | 'page' | 'layout' | 'style';
  readonly path: string;
  /** Where it is about the other file: an offset of when it was read. */
  readonly start: number;
}

/**
 * Of a page its tests, layouts and style sheets; of a component the pages that use it and their tests; of a
 * test the pages it visits.
 */
export function relatedFiles(path: string, project: ProjectView): RelatedFile[] {
  const file = project.files.get(path);
  if (!file) return [];
  if (file.kind === 'test') return distinct(visited(file, project));
  const users = project.usesOf(path).filter((use) => project.files.get(use.path)?.kind !== 'test');
  return distinct([
    ...testsOf(new Set([path, ...users.map((use) => use.path)]), file.name, project),
    ...layouts(file, project),
    ...styles(file, project),
    ...users.map((use) => ({ kind: 'page' as const, path: use.path, start: use.start })),
  ]);
}

function visited({ links }: ComponentSummary, project: ProjectView): RelatedFile[] {
  return links.flatMap(({ name }) => {
    const page = pageBehind(name, project);
    return page === null ? [] : [{ kind: 'page' as const, path: page, start: 0 }];
  });
}

/** Tests that visit one of `pages`, and one that is called as the file is. */
function testsOf(pages: ReadonlySet<string>, name: string, project: ProjectView): RelatedFile[] {
  const tests: RelatedFile[] = [];
  for (const [path, { kind, links }] of project.files) {
    if (kind !== 'test') continue;
    const about = links.find((link) => pages.has(pageBehind(link.name, project) ?? ''));
    const isNamed = path.slice(path.lastIndexOf('/') + 1) === `${name}.test.q`;
    if (about || isNamed) tests.push({ kind: 'test', path, start: about?.start ?? 0 });
  }
  return tests;
}

/** Components with a slot that the page gives its content to. */
function layouts(file: ComponentSummary, project: ProjectView): RelatedFile[] {
  return called(file, project).flatMap(({ component, hasContent }) =>
    hasContent && component.slots.length > 0
      ? [{ kind: 'layout' as const, path: component.path, start: 0 }]
      : [],
  );
}

/** Style sheets that it, or a component it is drawn with, links to. */
function styles(file: ComponentSummary, project: ProjectView): RelatedFile[] {
  const drawn = new Set([file]);
  for (const one of drawn) for (const { component } of called(one, project)) drawn.add(component);
  return [...drawn].flatMap(({ links }) =>
    links.flatMap(({ name }) => {
      const address = decodedAddress(pathOfLink(name));
      if (!/^\/static\/.*\.css$/.test(address)) return [];
      const path = project.staticPath(address.slice('/static/'.length));
      return path !== null && project.allFiles.has(path)
        ? [{ kind: 'style' as const, path, start: 0 }]
        : [];
    }),
  );
}

function called(
  { path, calls }: ComponentSummary,
  project: ProjectView,
): { component: ComponentSummary; hasContent: boolean }[] {
  return calls.flatMap(({ name, hasContent }) => {
    const component = project.component(name, path);
    return component ? [{ component, hasContent }] : [];
  });
}

/** The path of the page a link leads to; null when there is none. */
export function pageBehind(link: string, project: ProjectView): string | null {
  return project.page(decodedAddress(pathOfLink(link)))?.path ?? null;
}

function distinct(files: readonly RelatedFile[]): RelatedFile[] {
  const first = new Map<string, RelatedFile>();
  for (const file of files) if (!first.has(file.path)) first.set(file.path, file);
  return [...first.values()];
}
