import {
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  type CompletionItem,
} from 'vscode-languageserver';
import { cssRegionAt } from '../../language/embedded/css/cssRegions.js';
import { isAbbreviation } from '../../language/embedded/html/abbreviation.js';
import { takesHtml } from '../../language/embedded/html/htmlPlace.js';
import { importFor } from '../../language/completion/autoImport.js';
import { completionsAt } from '../../language/completion/completionsAt.js';
import { isIdle } from '../../language/completion/idle.js';
import type {
  CompletionData,
  CompletionKind,
  CompletionItem as Proposal,
} from '../../language/completion/item.js';
import type { LanguageContext } from '../../language/completion/languageContext.js';
import { resolveCompletion } from '../../language/completion/resolveCompletion.js';
import {
  completeConfiguration,
  type ConfigurationCompletion,
} from '../../language/configuration/completeConfiguration.js';
import type { ConfigurationFile, PageDocument } from '../openDocument.js';
import { rangeIn } from '../positions.js';
import type { CssCompletion } from './embeddedCss.js';
import type { EmbeddedServices } from './embeddedServices.js';
import type { FeatureContext } from './feature.js';

/** Characters after which an editor asks by itself. */
export const completionTriggers: readonly string[] = '< / : " \' = { . , $ > * 0 1 2 3 4 5 6 7 8 9'
  .split(' ')
  .concat(' ');
/** Of those, the ones that ask for nothing but what an abbreviation stands for. */
const abbreviationTriggers = /^[>*0-9]$/;

interface ResolvableData {
  readonly uri: string;
  readonly proposal: CompletionData;
}

/** What can be written at a place; its documentation comes when somebody looks at it. */
export function offerCompletion(context: FeatureContext, services: EmbeddedServices): void {
  const { connection, document, project } = context;
  connection.onCompletion(async ({ textDocument, position, context: asked }, token) => {
    const opened = document(textDocument.uri);
    if (!opened || token.isCancellationRequested) return [];
    const at = (): number => opened.lines.offsetAt(position, opened.text);
    if (opened.kind === 'configuration')
      return ofConfiguration(opened, at(), Object.keys(context.variables(opened)));
    const item = context.client().textDocument?.completion?.completionItem;
    const snippets = item?.snippetSupport === true;
    const isHtml = takesHtml(opened.syntax, opened.catalogue, at());
    const html = isHtml ? await services.html() : undefined;
    const css = cssRegionAt(opened.syntax, at()) ? await services.css() : null;
    // While a service was loaded the page may have changed: what counts is the page as it is now.
    const offset = at();
    const known = opened.context(project(opened));
    const typed = asked?.triggerCharacter;
    if (snippets && isAbbreviation(known, offset)) {
      const expand = await services.emmet();
      const { lines, text } = opened;
      const start = lines.startOf(position.line, text);
      const line = /^[^\r\n]*/.exec(text.slice(start, start + 1000))?.[0] ?? '';
      return { isIncomplete: true, items: expand(line, position) };
    }
    if (typed !== undefined && (abbreviationTriggers.test(typed) || isIdle(known, offset, typed)))
      return [];
    const proposals = completionsAt(html ? { ...known, html } : known, offset, snippets);
    const waits = item?.resolveSupport?.properties.includes('additionalTextEdits') === true;
    const own = proposals.map((proposal) => ({
      ...itemOf(opened, proposal),
      ...(waits || !proposal.data ? {} : besides(proposal.data, opened, known)),
    }));
    const region = css && cssRegionAt(opened.syntax, offset);
    if (!region || (typed === ' ' && !beginsInCss(opened.text, offset))) return own;
    return [...own, ...css.complete(region, offset, snippets).map((one) => ofCss(opened, one))];
  });
  connection.onCompletionResolve(async (item) => {
    const data = item.data as ResolvableData | undefined;
    const opened = data ? document(data.uri) : null;
    if (!data || opened?.kind !== 'page') return item;
    const html = data.proposal.of === 'html' ? await services.html() : null;
    const value = resolveCompletion(data.proposal, opened.catalogue, project(opened), html);
    return {
      ...item,
      ...besides(data.proposal, opened, opened.context(project(opened))),
      ...(value === null ? {} : { documentation: { kind: MarkupKind.Markdown, value } }),
    };
  });
}

/** What is written elsewhere along with a proposal. Asked for one by one where the editor can wait for it. */
function besides(
  data: CompletionData,
  page: PageDocument,
  context: LanguageContext,
): Pick<CompletionItem, 'additionalTextEdits'> {
  const change = importFor(data, context);
  if (!change) return {};
  return { additionalTextEdits: [{ range: rangeIn(page, change), newText: change.text }] };
}

const kinds: Record<CompletionKind, CompletionItemKind> = {
  tag: CompletionItemKind.Class,
  element: CompletionItemKind.Property,
  component: CompletionItemKind.Module,
  attribute: CompletionItemKind.Field,
  value: CompletionItemKind.EnumMember,
  variable: CompletionItemKind.Variable,
  field: CompletionItemKind.Field,
  scope: CompletionItemKind.Struct,
  function: CompletionItemKind.Function,
  keyword: CompletionItemKind.Keyword,
  action: CompletionItemKind.Event,
  query: CompletionItemKind.Unit,
  table: CompletionItemKind.Struct,
  column: CompletionItemKind.Field,
  route: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
  reference: CompletionItemKind.Reference,
};

const again = { title: 'Suggest', command: 'editor.action.triggerSuggest' };

function itemOf(page: PageDocument, proposal: Proposal): CompletionItem {
  const { label, kind, detail, description, commitCharacters, suggestsMore, data } = proposal;
  const resolvable: ResolvableData | null = data ? { uri: page.uri, proposal: data } : null;
  return {
    label,
    kind: kinds[kind],
    filterText: proposal.filterText,
    sortText: proposal.sortText,
    textEdit: { range: rangeIn(page, proposal.replace), newText: proposal.insert },
    insertTextFormat: proposal.isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(detail === undefined && description === undefined
      ? {}
      : {
          labelDetails: { ...(detail ? { detail } : {}), ...(description ? { description } : {}) },
        }),
    ...(commitCharacters ? { commitCharacters: [...commitCharacters] } : {}),
    ...(suggestsMore ? { command: again } : {}),
    ...(resolvable ? { data: resolvable } : {}),
  };
}

function ofCss(
  page: PageDocument,
  { shown, replace, insert, isSnippet }: CssCompletion,
): CompletionItem {
  return {
    ...shown,
    textEdit: { range: rangeIn(page, replace), newText: insert },
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
  };
}

/** Whether a property or a value begins at a place of CSS: only there a blank asks for something. */
function beginsInCss(text: string, offset: number): boolean {
  return /[:;{,]\s*$/.test(text.slice(Math.max(0, offset - 20), offset));
}

const configurationKinds: Record<ConfigurationCompletion['kind'], CompletionItemKind> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  variable: CompletionItemKind.Variable,
  name: CompletionItemKind.Module,
};

function ofConfiguration(
  file: ConfigurationFile,
  offset: number,
  environmentNames: readonly string[],
): CompletionItem[] {
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
