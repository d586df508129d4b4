import {
  FoldingRangeKind,
  SymbolKind,
  type DocumentSymbol,
  type FoldingRange,
  type Position,
  type SelectionRange,
} from 'vscode-languageserver';
import { folding } from '../language/folding.js';
import { outline, type OutlineItem, type OutlineKind } from '../language/outline.js';
import { growingRanges } from '../language/selection.js';
import type { PageDocument } from './openDocument.js';
import { rangeIn } from './positions.js';

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
export function documentSymbols(document: PageDocument): DocumentSymbol[] {
  const symbol = (item: OutlineItem): DocumentSymbol => ({
    name: item.name,
    detail: item.detail,
    kind: symbolKinds[item.kind],
    range: rangeIn(document, item),
    selectionRange: rangeIn(document, { start: item.nameStart, end: item.nameEnd }),
    children: item.children.map(symbol),
  });
  return outline(document.syntax).map(symbol);
}

/** What may be folded. A line of its own for a closing tag stays visible. */
export function foldingRanges(document: PageDocument): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  for (const { kind, start, end } of folding(document.syntax)) {
    const startLine = document.lines.lineOf(start);
    const last = document.lines.lineOf(end);
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

/** What a selection at each of `positions` grows to, step by step. */
export function selectionRanges(
  document: PageDocument,
  positions: readonly Position[],
): SelectionRange[] {
  return positions.map((position) => {
    const offset = document.lines.offsetAt(position, document.text);
    return growingRanges(document.syntax, offset).reduceRight<SelectionRange>(
      (parent, range) => ({ range: rangeIn(document, range), parent }),
      { range: rangeIn(document, { start: 0, end: document.text.length }) },
    );
  });
}
