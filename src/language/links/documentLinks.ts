import { attributeOf as knownAttribute } from '../catalogue/lookups.js';
import type { Catalogue } from '../catalogue/types.js';
import type { LanguageContext } from '../completion/languageContext.js';
import { placeOf } from '../place/elementAt.js';
import { decodeAttribute } from '../expression/entities.js';
import { decodedAddress, linkAttribute, linkOf, pathOfLink } from '../project/links.js';
import type { ProjectView } from '../project/projectView.js';
import { tableNamed } from '../project/tables.js';
import type { Element } from '../syntax/element.js';
import { attributeOf, type Attribute } from '../syntax/token.js';

/** A part of a document that leads somewhere else. */
export interface DocumentLink {
  readonly start: number;
  readonly end: number;
  /** A file of the project, by its path from the root; or an address of the web. */
  readonly target: { readonly path: string } | { readonly url: string };
}

/** What the attributes of a document lead to: pages, static files, components, files that are read, the web. */
export function documentLinks(context: LanguageContext): DocumentLink[] {
  return context.document.tokens.flatMap((token) => {
    const link = token.kind === 'start' && token.element && linkIn(token.element, context);
    return link ? [link] : [];
  });
}

function linkIn(element: Element, context: LanguageContext): DocumentLink | null {
  const { tag } = element;
  // Most tags have no attribute at all.
  if (tag.attributes.length === 0) return null;
  return (
    addressLink(element, context) ?? importLink(element, context) ?? fileLink(element, context)
  );
}

function addressLink(element: Element, { project }: LanguageContext): DocumentLink | null {
  const attribute = linkAttribute(element);
  if (!attribute?.value) return null;
  if (isWeb(attribute.value)) {
    return linkOver(element, attribute, { url: decodeAttribute(attribute.value).text });
  }
  const link = project && linkOf(element);
  const path = link && fileBehind(decodedAddress(pathOfLink(link.name)), project);
  return path === null ? null : linkOver(element, attribute, { path });
}

function fileBehind(address: string, project: ProjectView): string | null {
  const page = project.page(address);
  if (page) return page.path;
  const file = address.startsWith('/static/') ? project.staticPath(address.slice(8)) : null;
  return file !== null && project.allFiles.has(file) ? file : null;
}

/** The folder of an import leads to the component as its name does. */
function importLink(element: Element, { project }: LanguageContext): DocumentLink | null {
  const { tag } = element;
  const from = attributeOf(tag, 'from');
  const component = attributeOf(tag, 'component')?.value;
  if (tag.name !== 'q:import' || !from?.value || !component) return null;
  const file = project?.imported(component, from.value);
  return file ? linkOver(element, from, { path: file.path }) : null;
}

/** Attributes that name a file or a table: `source` of data, included scenes; a table leads to its migration. */
function fileLink(element: Element, context: LanguageContext): DocumentLink | null {
  const naming = namingAttributes(context.catalogue);
  if (!element.tag.attributes.some(({ name }) => naming.has(name))) return null;
  const { tag } = placeOf(element, context.catalogue);
  if (!tag) return null;
  for (const attribute of element.tag.attributes) {
    const { name, value } = attribute;
    if (!value || value.includes('{')) continue;
    const refers = knownAttribute(tag, name)?.refers;
    if (refers === 'file' && isWeb(value)) return linkOver(element, attribute, { url: value });
    const path =
      refers === 'file'
        ? namedFile(element, value, context)
        : refers === 'table'
          ? migrationOf(value, context)
          : null;
    if (path !== null) return linkOver(element, attribute, { path });
  }
  return null;
}

const known = new WeakMap<Catalogue, ReadonlySet<string>>();

/** Attributes that name a file or a table in some tag: most elements have none, and need no further look. */
function namingAttributes(catalogue: Catalogue): ReadonlySet<string> {
  let names = known.get(catalogue);
  if (!names) {
    const attributes = catalogue.tags.flatMap((tag) => tag.attributes);
    const naming = attributes.filter(({ refers }) => refers === 'file' || refers === 'table');
    names = new Set(naming.flatMap(({ name, aliases }) => [name, ...aliases]));
    known.set(catalogue, names);
  }
  return names;
}

function namedFile(
  { tag }: Element,
  value: string,
  { project, path }: LanguageContext,
): string | null {
  const folder = tag.name === 'qg:scene-include' ? folderOf(path ?? '') : '';
  const file = folder + value.replace(/^(?:\.\/)+/, '');
  return project?.allFiles.has(file) ? file : null;
}

/** The file that creates a table; told where there is one datasource alone. */
function migrationOf(table: string, { project }: LanguageContext): string | null {
  const [datasource] = project?.configuration?.datasources ?? [];
  const tables = datasource && project?.tables(datasource.name);
  return (tables && tableNamed(tables, table)?.file) ?? null;
}

function isWeb(address: string): boolean {
  return /^https?:\/\/[^\s{}]+$/.test(address);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function linkOver(
  { tag }: Element,
  { valueStart, value }: Attribute,
  target: DocumentLink['target'],
): DocumentLink {
  const start = tag.start + valueStart;
  return { start, end: start + (value ?? '').length, target };
}
