import { calledComponent } from '../project/componentSearch.js';
import type { ComponentSummary } from '../project/componentSummary.js';
import { decodedAddress, pathOfLink } from '../project/links.js';
import type { ProjectView } from '../project/projectView.js';

/** Something outside of a file that it needs or leads to. */
export interface Dependency {
  readonly kind: 'component' | 'page' | 'datasource' | 'service' | 'table';
  readonly name: string;
  /** The file it is, from the project's root; null where it is none, or is not there. */
  readonly path: string | null;
  /** Where the file first says so: an offset of when it was read. */
  readonly start: number;
}

/** What a file depends on, each once, in the order of its text. */
export function dependenciesOf(summary: ComponentSummary, project: ProjectView): Dependency[] {
  const found = new Map<string, Dependency>();
  const add = (one: Dependency): void => {
    const key = `${one.kind} ${one.path ?? one.name}`;
    if (!found.has(key)) found.set(key, one);
  };
  for (const { name, from, start } of summary.imports)
    add({ kind: 'component', name, path: project.imported(name, from)?.path ?? null, start });
  for (const { name, start } of summary.calls) {
    const { component, from } = calledComponent(name, summary.imports);
    const path = project.imported(component, from)?.path ?? null;
    add({ kind: 'component', name: component, path, start });
  }
  for (const { name, start } of summary.links) {
    const address = decodedAddress(pathOfLink(name));
    const path = address.includes('{') ? null : (project.page(address)?.path ?? null);
    if (path !== null && path !== summary.path) add({ kind: 'page', name: address, path, start });
  }
  for (const { datasource, start } of summary.queries)
    if (datasource !== '' && !datasource.includes('{'))
      add({ kind: 'datasource', name: datasource, path: null, start });
  for (const { kind, name, start } of summary.uses)
    if (kind === 'datasource' || kind === 'service' || kind === 'table')
      add({ kind, name, path: null, start });
  return [...found.values()];
}
