import {
  FoldingRangeKind,
  SymbolKind,
  type DocumentSymbol,
  type FoldingRange,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { folding } from '../language/folding.js';
import { outline, type OutlineItem, type OutlineKind } from '../language/outline.js';

const symbolKinds: Record<OutlineKind, SymbolKind> = {
  component: SymbolKind.Class,
  application: SymbolKind.Module,
  job: SymbolKind.Class,
  param: SymbolKind.Property,
  query: SymbolKind.Struct,
  action: SymbolKind.Event,
  function: SymbolKind.Function,
  variable: SymbolKind.Variable,
  import: SymbolKind.Package,
  call: SymbolKind.Interface,
  test: SymbolKind.Method,
};

/** The outline of a document, for the editor. */
export function documentSymbols(document: TextDocument): DocumentSymbol[] {
  const symbol = (item: OutlineItem): DocumentSymbol => ({
    name: item.name,
    detail: item.detail,
    kind: symbolKinds[item.kind],
    range: { start: document.positionAt(item.start), end: document.positionAt(item.end) },
    selectionRange: {
      start: document.positionAt(item.nameStart),
      end: document.positionAt(item.nameEnd),
    },
    children: item.children.map(symbol),
  });
  return outline(document.getText()).map(symbol);
}

/** What may be folded. A line of its own for a closing tag stays visible. */
export function foldingRanges(document: TextDocument): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  for (const { kind, start, end } of folding(document.getText())) {
    const startLine = document.positionAt(start).line;
    const last = document.positionAt(end).line;
    const endLine = kind === 'element' ? last - 1 : last;
    if (endLine <= startLine) continue;
    ranges.push({
      startLine,
      endLine,
      ...(kind === 'comment' ? { kind: FoldingRangeKind.Comment } : {}),
      ...(kind === 'imports' ? { kind: FoldingRangeKind.Imports } : {}),
    });
  }
  return ranges;
}
