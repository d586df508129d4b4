import type { HtmlName } from '../embedded/html/htmlFacts.js';
import type { Span } from './completionContext.js';

export type CompletionKind =
  | 'tag'
  | 'element'
  | 'component'
  | 'attribute'
  | 'value'
  | 'variable'
  | 'field'
  | 'scope'
  | 'function'
  | 'keyword'
  | 'action'
  | 'query'
  | 'table'
  | 'column'
  | 'route'
  | 'folder'
  | 'reference';

/** What `resolveCompletion` finds the documentation by; plain data, the same in every process. */
export type CompletionData =
  | { readonly of: 'tag'; readonly name: string; readonly parent: string | null }
  | {
      readonly of: 'attribute';
      readonly tag: string;
      readonly parent: string | null;
      readonly name: string;
    }
  | { readonly of: 'function' | 'scope' | 'implicit'; readonly name: string }
  | { readonly of: 'result'; readonly results: string; readonly path: readonly string[] }
  /** `isCalled`: its call is written, which may need an import. */
  | { readonly of: 'component'; readonly path: string; readonly isCalled: boolean }
  | ({ readonly of: 'html' } & HtmlName);

export interface CompletionItem {
  readonly label: string;
  readonly kind: CompletionKind;
  /** Shown faded behind the label: a signature, a type. */
  readonly detail?: string;
  /** Shown at the right: where it comes from. */
  readonly description?: string;
  readonly replace: Span;
  /** Takes the place of `replace`; `$1`, `${1:x}`, `$0` are places to fill when `isSnippet`. */
  readonly insert: string;
  readonly isSnippet: boolean;
  /** Compared with what stands in `replace` before the caret. */
  readonly filterText: string;
  readonly sortText: string;
  readonly commitCharacters?: readonly string[];
  /** Completion is wanted again behind it. */
  readonly suggestsMore?: boolean;
  readonly data?: CompletionData;
}

/** Collects items of one list, ranked by group and then by order. */
export class ItemList {
  readonly items: CompletionItem[] = [];
  private readonly labels = new Set<string>();

  constructor(
    readonly replace: Span,
    /** Whether places to fill may be sent. */
    private readonly snippets: boolean,
  ) {}

  /** `rank`: lower is higher in the list. The first of a label and kind counts. */
  add(
    rank: number,
    item: Pick<CompletionItem, 'label' | 'kind'> &
      Partial<CompletionItem> & { readonly snippet?: string },
  ): void {
    const { snippet, ...rest } = item;
    const key = `${item.kind === 'variable' ? '' : item.kind} ${item.label}`;
    if (this.labels.has(key)) return;
    this.labels.add(key);
    const sortText = `${digits(rank, 2)}${digits(this.items.length, 4)}`;
    this.items.push({
      replace: this.replace,
      filterText: item.label,
      sortText,
      ...rest,
      insert: snippet === undefined ? (item.insert ?? item.label) : this.text(snippet),
      isSnippet: snippet !== undefined && this.snippets,
    });
  }

  private text(snippet: string): string {
    return this.snippets ? snippet : withoutPlaces(snippet);
  }
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

/** Text as it has to be written in a snippet. */
export function literal(text: string): string {
  return text.replaceAll(/[\\$}]/g, '\\$&');
}

/** A snippet for an editor that has none: the text without its places, their proposals left out. */
export function withoutPlaces(snippet: string): string {
  return snippet
    .replaceAll(/\$\{\d+\|((?:[^,|\\]|\\.)*)[^}]*\|\}/g, '$1')
    .replaceAll(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1')
    .replaceAll(/(?<!\\)\$(?:\d+|\{\d+\})/g, '')
    .replaceAll(/\\([\\$}])/g, '$1');
}
