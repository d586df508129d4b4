import type {
  DocumentOnTypeFormattingOptions,
  FormattingOptions,
  TextDocumentIdentifier,
  TextEdit,
} from 'vscode-languageserver';
import type { CodeFormatters } from '../../language/formatting/embeddedCode.js';
import { formatDocument, formatSpan } from '../../language/formatting/formatDocument.js';
import type { FormatOptions } from '../../language/formatting/formatOptions.js';
import { formatTypedLine, formatTypedTag } from '../../language/formatting/formatTyped.js';
import type { TextChange } from '../../language/syntax/document.js';
import { pathOf } from '../applications.js';
import { formatOptionsOf } from '../formatOptions.js';
import type { PageDocument } from '../openDocument.js';
import { offsetsIn, rangeIn } from '../positions.js';
import type { FeatureContext } from './feature.js';

export const onTypeFormatting: DocumentOnTypeFormattingOptions = {
  firstTriggerCharacter: '>',
  moreTriggerCharacter: ['\n'],
};

interface Asked {
  readonly textDocument: TextDocumentIdentifier;
  readonly options: FormattingOptions;
}

/**
 * Pages laid out anew: whole, a selection, or the line that is being typed.
 * @param embedded which other languages in them as well: `css`, `js`, `sql`
 */
export function offerFormatting(
  { connection, document }: FeatureContext,
  embedded: () => readonly string[],
): void {
  const edits = async (
    { textDocument, options }: Asked,
    changes: (page: PageDocument, options: FormatOptions) => TextChange[],
  ): Promise<TextEdit[]> => {
    const layout = formatOptionsOf(options, await configured(textDocument.uri));
    const format = { ...layout, code: await codeFormatters(embedded(), layout) };
    const page = document(textDocument.uri);
    if (page?.kind !== 'page') return [];
    return changes(page, format).map(({ text, ...at }) => ({
      range: rangeIn(page, at),
      newText: text,
    }));
  };
  connection.onDocumentFormatting((asked) =>
    edits(asked, (page, options) => formatDocument(page.syntax, options)),
  );
  connection.onDocumentRangeFormatting((asked) =>
    edits(asked, (page, options) => formatSpan(page.syntax, options, offsetsIn(page, asked.range))),
  );
  connection.onDocumentOnTypeFormatting((asked) =>
    edits(asked, (page, options) => {
      const offset = page.lines.offsetAt(asked.position, page.text);
      return asked.ch === '>'
        ? formatTypedTag(page.syntax, offset)
        : formatTypedLine(page.syntax, options, offset);
    }),
  );
}

/** What `.editorconfig` says; nothing for a document that is no file. */
async function configured(uri: string): Promise<Readonly<Record<string, unknown>>> {
  const file = pathOf(uri);
  if (file === null) return {};
  const { editorConfigOf } = await import('../editorConfig.js');
  return editorConfigOf(file);
}

/** Loaded only where a person wants them. */
async function codeFormatters(
  embedded: readonly string[],
  layout: Omit<FormatOptions, 'code'>,
): Promise<CodeFormatters> {
  if (embedded.length === 0) return { css: null, js: null, sql: null };
  const { cssFormatter, jsFormatter, sqlFormatter } = await import('../codeFormatters.js');
  return {
    css: embedded.includes('css') ? cssFormatter(layout) : null,
    js: embedded.includes('js') ? jsFormatter(layout) : null,
    sql: embedded.includes('sql') ? sqlFormatter(layout) : null,
  };
}
