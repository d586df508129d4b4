import beautify from 'js-beautify';
import { formatDialect, mysql, postgresql, sqlite, type DialectOptions } from 'sql-formatter';
import { getCSSLanguageService } from 'vscode-css-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeFormatter } from '../language/formatting/embeddedCode.js';

/** How the code is to be indented. */
interface Layout {
  readonly unit: string;
  readonly tabWidth: number;
}

/** The formatter VS Code has for CSS. */
export function cssFormatter({ unit, tabWidth }: Layout): CodeFormatter {
  const service = getCSSLanguageService();
  return (code) => {
    const document = TextDocument.create('inline:style', 'css', 0, code);
    const edits = service.format(document, undefined, {
      tabSize: tabWidth,
      insertSpaces: !unit.includes('\t'),
    });
    return TextDocument.applyEdits(document, edits);
  };
}

/** The formatter VS Code's own HTML has for scripts. */
export function jsFormatter({ unit, tabWidth }: Layout): CodeFormatter {
  const options = unit.includes('\t')
    ? { indent_with_tabs: true, indent_size: tabWidth }
    : { indent_size: unit.length };
  return (code) => beautify.js(code, { ...options, max_preserve_newlines: 2 });
}

/** By the first dialect that reads the code: which database it is for is not known here. */
const dialects: readonly DialectOptions[] = [postgresql, mysql, sqlite];

/** SQL with `:name` parameters; its words stay in the case they are written in. */
export function sqlFormatter({ unit, tabWidth }: Layout): CodeFormatter {
  return (code) => {
    for (const dialect of dialects) {
      try {
        return formatDialect(code, {
          dialect,
          tabWidth: unit.includes('\t') ? tabWidth : unit.length,
          useTabs: unit.includes('\t'),
          paramTypes: { named: [':'] },
        });
      } catch {
        // It is not written in this dialect.
      }
    }
    return null;
  };
}
