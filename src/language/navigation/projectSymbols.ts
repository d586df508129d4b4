import type { ComponentSummary, SummaryName } from '../project/componentSummary.js';
import type { ProjectView } from '../project/projectView.js';

/** Something of a project that people look for by its name. */
export interface ProjectSymbol {
  readonly kind: 'component' | 'page' | 'action' | 'function' | 'query';
  readonly name: string;
  /** Of its file, from the project's root. */
  readonly path: string;
  /** Offsets in the file when it was read. */
  readonly start: number;
  readonly end: number;
}

/** An editor shows no more of them. */
const mostShown = 500;

/** The symbols of a project whose names hold the letters of `query` in their order. */
export function symbolsNamed(query: string, project: ProjectView): ProjectSymbol[] {
  const found: ProjectSymbol[] = [];
  const wanted = query.toLowerCase();
  for (const [path, file] of project.files) {
    for (const symbol of symbolsOf(path, file)) {
      if (holds(symbol.name.toLowerCase(), wanted)) found.push(symbol);
      if (found.length >= mostShown) return found;
    }
  }
  return found;
}

function* symbolsOf(path: string, file: ComponentSummary): Generator<ProjectSymbol> {
  const isComponent = /^[A-Z]/.test(file.name);
  yield { kind: isComponent ? 'component' : 'page', name: file.name, path, start: 0, end: 0 };
  for (const one of file.actions) yield { ...named(one), kind: 'action', path };
  for (const one of file.functions) yield { ...named(one), kind: 'function', path };
  for (const one of file.queries) yield { ...named(one), kind: 'query', path };
}

function named({ name, start, end }: SummaryName): SummaryName {
  return { name, start, end };
}

/** Whether `text` holds the letters of `query` in their order, others between them. */
function holds(text: string, query: string): boolean {
  let at = 0;
  for (const letter of query) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
