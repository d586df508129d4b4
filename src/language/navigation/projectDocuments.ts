import type { LanguageContext } from '../completion/languageContext.js';
import type { ComponentSummary } from '../project/componentSummary.js';
import type { ProjectView } from '../project/projectView.js';
import { isShared, type NamedSymbol } from './symbol.js';

/** Reads documents of a project, open ones as they are in the editor; null where there is none. */
export type ReadDocument = (path: string) => Promise<LanguageContext | null>;

/** A document of a project by its path; null for one that is of no project. */
export interface PlacedDocument {
  readonly path: string | null;
  readonly context: LanguageContext;
}

/** The documents that may name `symbol`: `context` itself first, then others of its project. */
export async function documentsNaming(
  symbol: NamedSymbol,
  context: LanguageContext,
  read: ReadDocument,
): Promise<PlacedDocument[]> {
  const documents: PlacedDocument[] = [{ path: context.path, context }];
  const { project } = context;
  if (!project || !isShared(symbol)) return documents;
  for (const path of pathsNaming(symbol, project)) {
    if (path === context.path) continue;
    const other = await read(path);
    if (other) documents.push({ path, context: other });
  }
  return documents;
}

function pathsNaming(symbol: NamedSymbol, project: ProjectView): Set<string> {
  const { kind, name, owner } = symbol;
  switch (kind) {
    case 'component':
    case 'prop':
      return new Set([owner, ...project.usesOf(owner).map(({ path }) => path)]);
    case 'scoped':
    case 'datasource': {
      const wanted = kind === 'scoped' ? owner : kind;
      return filesWhere(project, ({ uses }) =>
        uses.some((use) => use.kind === wanted && use.name === name),
      );
    }
    case 'action': {
      const tests = filesWhere(project, (file) => file.kind === 'test');
      return tests.add(owner);
    }
    case 'page':
      return filesWhere(project, ({ links }) =>
        links.some((link) => project.page(link.name.replace(/[?#].*$/s, ''))?.path === owner),
      );
    default:
      return new Set();
  }
}

function filesWhere(project: ProjectView, is: (file: ComponentSummary) => boolean): Set<string> {
  const found = new Set<string>();
  for (const [path, file] of project.files) if (is(file)) found.add(path);
  return found;
}
