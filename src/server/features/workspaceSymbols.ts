import { pathToFileURL } from 'node:url';
import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import { symbolsNamed, type ProjectSymbol } from '../../language/navigation/projectSymbols.js';
import { LineTable } from '../../language/text/lineTable.js';
import { rangeIn } from '../positions.js';
import { fileIn, type Projects } from '../projects.js';
import type { FeatureContext } from './feature.js';

const kinds: Record<ProjectSymbol['kind'], SymbolKind> = {
  component: SymbolKind.Class,
  page: SymbolKind.File,
  action: SymbolKind.Event,
  function: SymbolKind.Function,
  query: SymbolKind.Array,
};

/** Where a symbol is, as far as it is known without its file. */
interface SymbolData {
  readonly root: string;
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** Components, pages, actions, functions and queries of all projects; their lines when one is chosen. */
export function offerWorkspaceSymbols({ connection }: FeatureContext, projects: Projects): void {
  connection.onWorkspaceSymbol(({ query }): WorkspaceSymbol[] =>
    projects.roots().flatMap((root) => {
      const view = projects.view(root);
      return view ? symbolsNamed(query, view).map((symbol) => itemOf(symbol, root)) : [];
    }),
  );
  connection.onWorkspaceSymbolResolve(async (symbol): Promise<WorkspaceSymbol> => {
    const data = symbol.data as SymbolData | undefined;
    if (!data) return symbol;
    const text = (await projects.live(data.root)?.textOf(data.path)) ?? '';
    const range = rangeIn({ lines: new LineTable(text) }, data);
    return { ...symbol, location: { uri: symbol.location.uri, range } };
  });
}

function itemOf({ kind, name, path, start, end }: ProjectSymbol, root: string): WorkspaceSymbol {
  const data: SymbolData = { root, path, start, end };
  return {
    name,
    kind: kinds[kind],
    containerName: path,
    location: { uri: pathToFileURL(fileIn(root, path)).href },
    data,
  };
}
