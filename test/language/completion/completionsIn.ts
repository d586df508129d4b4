import { catalogueFor } from '../../../src/language/catalogue/catalogueFor.js';
import { completionsAt } from '../../../src/language/completion/completionsAt.js';
import { DocumentNames } from '../../../src/language/completion/documentNames.js';
import { withoutPlaces, type CompletionItem } from '../../../src/language/completion/item.js';
import type { LanguageContext } from '../../../src/language/completion/languageContext.js';
import type { ProjectView } from '../../../src/language/project/projectView.js';
import { SyntaxDocument, type Dialect } from '../../../src/language/syntax/document.js';

export interface Setting {
  readonly dialect?: Dialect;
  readonly project?: ProjectView;
  readonly path?: string;
  readonly snippets?: boolean;
}

/** The document of `text`, and where its `|` was. */
export function placed(text: string, setting: Setting = {}): [LanguageContext, number] {
  const offset = text.indexOf('|');
  if (offset < 0) throw new Error(`No caret in ${text}`);
  return [contextOf(text.slice(0, offset) + text.slice(offset + 1), setting), offset];
}

/** What answers are made of, for a whole text. */
export function contextOf(text: string, setting: Setting = {}): LanguageContext {
  const document = new SyntaxDocument(text, setting.dialect ?? 'page');
  const catalogue = catalogueFor(null);
  const names = new DocumentNames(document, catalogue, setting.path ?? null);
  return {
    document,
    catalogue,
    path: setting.path ?? null,
    project: setting.project ?? null,
    names,
  };
}

/** What is proposed at the `|`, in the order a person sees it. */
export function itemsIn(text: string, setting: Setting = {}): CompletionItem[] {
  const [context, offset] = placed(text, setting);
  return inOrder(completionsAt(context, offset, setting.snippets ?? true));
}

export function inOrder(items: readonly CompletionItem[]): CompletionItem[] {
  return [...items].sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
}

export function labelsIn(text: string, setting: Setting = {}): string[] {
  return itemsIn(text, setting).map(({ label }) => label);
}

/** The text after the item `label` was taken at the `|`, without the places to fill. */
export function taken(text: string, label: string, setting: Setting = {}): string {
  const [{ document }] = placed(text, setting);
  const item = itemsIn(text, setting).find((one) => one.label === label);
  if (!item) throw new Error(`${label} is not proposed in ${text}`);
  return withItem(document.text, item);
}

export function withItem(text: string, item: CompletionItem): string {
  const written = item.isSnippet ? withoutPlaces(item.insert) : item.insert;
  return text.slice(0, item.replace.start) + written + text.slice(item.replace.end);
}
