import {
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  type CompletionItem,
} from 'vscode-languageserver';
import {
  completeConfiguration,
  type ConfigurationCompletion,
} from '../../language/configuration/completeConfiguration.js';
import type { ConfigurationFile } from '../openDocument.js';
import { rangeIn } from '../positions.js';
import type { FeatureContext } from './feature.js';

/** Characters after which an editor asks by itself. */
export const completionTriggers: readonly string[] = '< / : " \' = { . , $'.split(' ').concat(' ');

/** What can be written at a place. */
export function offerCompletion({ connection, document }: FeatureContext): void {
  connection.onCompletion(({ textDocument, position }) => {
    const opened = document(textDocument.uri);
    if (!opened) return [];
    const offset = opened.lines.offsetAt(position, opened.text);
    return opened.kind === 'configuration' ? ofConfiguration(opened, offset) : [];
  });
}

const configurationKinds: Record<ConfigurationCompletion['kind'], CompletionItemKind> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  variable: CompletionItemKind.Variable,
  name: CompletionItemKind.Module,
};

function ofConfiguration(file: ConfigurationFile, offset: number): CompletionItem[] {
  const environmentNames = Object.keys(process.env);
  return completeConfiguration(file.text, offset, { environmentNames }).map((one) => ({
    label: one.label,
    kind: configurationKinds[one.kind],
    ...(one.detail === undefined ? {} : { detail: one.detail }),
    ...(one.documentation === undefined
      ? {}
      : { documentation: { kind: MarkupKind.Markdown, value: one.documentation } }),
    textEdit: { range: rangeIn(file, one), newText: one.insertText },
    insertTextFormat: one.isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
  }));
}
