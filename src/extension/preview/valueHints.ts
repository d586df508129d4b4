import * as vscode from 'vscode';
import { elementPlaces } from '../../protocol/languageServer.js';
import type { PreviewValue } from '../../protocol/preview.js';
import type { AskServer } from '../language/askServer.js';

interface Place {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** What a page's elements came to when it was last drawn, behind their tags. */
export class ValueHints implements vscode.InlayHintsProvider, vscode.Disposable {
  private values = new Map<string, { version: number; values: readonly PreviewValue[] }>();
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeInlayHints = this.changed.event;
  private readonly registered: vscode.Disposable;

  constructor(private readonly ask: AskServer) {
    this.registered = vscode.languages.registerInlayHintsProvider({ language: 'quantum' }, this);
  }

  /** Takes the values of one drawing, by the document they belong to. */
  take(drawn: ReadonlyMap<string, { version: number; values: readonly PreviewValue[] }>): void {
    this.values = new Map(drawn);
    this.changed.fire();
  }

  clear(): void {
    if (this.values.size === 0) return;
    this.values.clear();
    this.changed.fire();
  }

  async provideInlayHints(
    document: vscode.TextDocument,
    range: vscode.Range,
  ): Promise<vscode.InlayHint[]> {
    const uri = document.uri.toString();
    const known = this.values.get(uri);
    // A number counts in the text that was drawn: in another one it may be another element.
    if (!known || known.version !== document.version) return [];
    const elements = known.values.map(({ element }) => element);
    const places = await this.ask<(Place | null)[]>(elementPlaces, {
      textDocument: { uri },
      elements,
    });
    return known.values.flatMap((value, at) => {
      const end = places?.[at]?.end;
      if (!end) return [];
      const position = new vscode.Position(end.line, end.character);
      return range.contains(position) ? [hintOf(value, position)] : [];
    });
  }

  dispose(): void {
    this.registered.dispose();
    this.changed.dispose();
  }
}

function hintOf(value: PreviewValue, position: vscode.Position): vscode.InlayHint {
  const hint = new vscode.InlayHint(position, wordsOf(value));
  hint.paddingLeft = true;
  hint.tooltip = tooltipOf(value);
  return hint;
}

function tooltipOf({ kind, times }: PreviewValue): string {
  if (times > 1 && kind === 'query')
    return vscode.l10n.t(
      'This query ran {0} times for one page (N+1). Read all rows by one query before the loop.',
      times,
    );
  if (times > 1 && kind === 'set')
    return vscode.l10n.t('It was set {0} times; this is the last value.', times);
  return vscode.l10n.t('When the preview was last drawn');
}

/** What is said of a value: `= 'Hello'`, `= 4 · 3 ×`, `8 rows · 1.0 ms`, `3 turns`. */
export function wordsOf({ kind, rows, ms, text, times }: PreviewValue): string {
  switch (kind) {
    case 'set':
      return times > 1 ? `= ${text ?? ''} · ${times} ×` : `= ${text ?? ''}`;
    case 'loop':
      return rows === 1 ? vscode.l10n.t('1 turn') : vscode.l10n.t('{0} turns', rows ?? 0);
    case 'query': {
      const count = rows === 1 ? vscode.l10n.t('1 row') : vscode.l10n.t('{0} rows', rows ?? 0);
      const words = `${rows === null ? '' : `${count} · `}${ms.toFixed(1)} ms`;
      return times > 1 ? `⚠ ${times} × · ${words}` : words;
    }
  }
}
