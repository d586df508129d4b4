import {
  getCSSLanguageService,
  InsertTextFormat,
  MarkupContent,
  TextDocument,
  type CompletionItem,
  type Hover,
  type LanguageService,
  type Range,
  type Stylesheet,
} from 'vscode-css-languageservice';
import type { Color, ColorPresentation } from 'vscode-languageserver';
import type { Span } from '../../language/completion/completionContext.js';
import { withoutPlaces } from '../../language/completion/item.js';
import {
  offsetInCss,
  offsetInPage,
  type CssRegion,
} from '../../language/embedded/css/cssRegions.js';

/** A proposal of CSS: what an editor shows as it is, and what it writes into the page. */
export interface CssCompletion {
  readonly shown: Pick<
    CompletionItem,
    'label' | 'kind' | 'detail' | 'documentation' | 'sortText' | 'filterText' | 'tags' | 'command'
  >;
  readonly replace: Span;
  readonly insert: string;
  readonly isSnippet: boolean;
}

type Colored = Span & { readonly color: Color };

interface Parsed {
  readonly document: TextDocument;
  readonly sheet: Stylesheet;
}

/** VS Code's own CSS service, asked about pieces of pages. It is large: this file is loaded on first use. */
export class CssService {
  private readonly service: LanguageService = getCSSLanguageService();
  /** The colours of pieces, counted in their CSS: asked for all of a page after every change. */
  private readonly colored = new WeakMap<CssRegion, readonly Colored[]>();
  /** Of the piece that was asked about last; a page may have thousands. */
  private parsed: (Parsed & { readonly region: CssRegion }) | null = null;

  complete(region: CssRegion, offset: number, snippets: boolean): CssCompletion[] {
    const { document, sheet } = this.read(region);
    const position = document.positionAt(offsetInCss(region, offset));
    const { items } = this.service.doComplete(document, position, sheet);
    return items.flatMap((item) => {
      const edit = item.textEdit;
      if (!edit) return [];
      const range = 'range' in edit ? edit.range : edit.replace;
      const text = inQuotes(edit.newText, region);
      if (text === null) return [];
      const isSnippet = item.insertTextFormat === InsertTextFormat.Snippet;
      return {
        shown: shownOf(item),
        replace: spanIn(region, document, range),
        insert: isSnippet && !snippets ? withoutPlaces(text) : text,
        isSnippet: isSnippet && snippets,
      };
    });
  }

  hover(region: CssRegion, offset: number): (Span & { readonly markdown: string }) | null {
    const { document, sheet } = this.read(region);
    const found: Hover | null = this.service.doHover(
      document,
      document.positionAt(offsetInCss(region, offset)),
      sheet,
    );
    if (!found?.range) return null;
    const span = spanIn(region, document, found.range);
    // Of what makes declarations a rule nothing is shown.
    if (span.start === span.end) return null;
    return { ...span, markdown: markdownOf(found.contents) };
  }

  colors(region: CssRegion): Colored[] {
    let found = this.colored.get(region);
    if (!found) {
      const { document, sheet } = this.read(region);
      found = this.service.findDocumentColors(document, sheet).map(({ range, color }) => ({
        start: document.offsetAt(range.start),
        end: document.offsetAt(range.end),
        color,
      }));
      this.colored.set(region, found);
    }
    return found.map(({ start, end, color }) => ({
      start: offsetInPage(region, start),
      end: offsetInPage(region, end),
      color,
    }));
  }

  /** How `color` can be written at a place of a region. */
  presentations(region: CssRegion, { start, end }: Span, color: Color): ColorPresentation[] {
    const { document, sheet } = this.read(region);
    const range = {
      start: document.positionAt(offsetInCss(region, start)),
      end: document.positionAt(offsetInCss(region, end)),
    };
    return this.service
      .getColorPresentations(document, sheet, color, range)
      .map(({ label }) => ({ label }));
  }

  private read(region: CssRegion): Parsed {
    if (this.parsed?.region !== region) {
      const document = TextDocument.create('quantum:css', 'css', 0, region.css);
      this.parsed = { region, document, sheet: this.service.parseStylesheet(document) };
    }
    return this.parsed;
  }
}

function shownOf(item: CompletionItem): CssCompletion['shown'] {
  const { label, kind, detail, documentation, sortText, filterText, tags, command } = item;
  return { label, kind, detail, documentation, sortText, filterText, tags, command };
}

function spanIn(region: CssRegion, document: TextDocument, { start, end }: Range): Span {
  return {
    start: offsetInPage(region, document.offsetAt(start)),
    end: offsetInPage(region, document.offsetAt(end)),
  };
}

/** A text as it stands in the quotes of an attribute: with the other ones. Null where it has both. */
function inQuotes(text: string, { quote }: CssRegion): string | null {
  if (quote === null || !text.includes(quote)) return text;
  const other = quote === '"' ? "'" : '"';
  return text.includes(other) ? null : text.replaceAll(quote, other);
}

function markdownOf(contents: Hover['contents']): string {
  if (MarkupContent.is(contents)) return contents.value;
  return [contents]
    .flat()
    .map((part) =>
      typeof part === 'string' ? part : `\`\`\`${part.language}\n${part.value}\n\`\`\``,
    )
    .join('\n\n');
}
