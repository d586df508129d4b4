import {
  CodeActionKind,
  CodeActionTriggerKind,
  LSPErrorCodes,
  ResponseError,
  type CodeAction,
  type CodeActionParams,
  type Position,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { offerOf, refactorings } from '../../language/refactoring/refactorings.js';
import {
  RefactoringRefused,
  type Changes,
  type Marked,
  type Offer,
} from '../../language/refactoring/refactoring.js';
import type { TextChange } from '../../language/syntax/document.js';
import { LineTable } from '../../language/text/lineTable.js';
import type { MadeUpName } from '../../protocol/languageServer.js';
import type { PageDocument } from '../openDocument.js';
import type { OtherPages } from '../otherPages.js';
import { offsetsIn } from '../positions.js';
import type { Projects } from '../projects.js';
import { canCreate, changeOf, editOfAll, editWithFile } from '../workspaceEdit.js';
import { isKindOf } from './codeActionKinds.js';
import type { FeatureContext } from './feature.js';
import { refusal } from './navigation.js';

/** What is needed to make an action's edit, when it is chosen. */
interface Chosen {
  readonly refactoring: string;
  readonly uri: string;
  readonly version: number;
  readonly range: Range;
}

/** Ways to write what is marked otherwise; their edits come when one is chosen. */
export async function refactoringActions(
  context: FeatureContext,
  { textDocument, range, context: asked }: CodeActionParams,
): Promise<CodeAction[]> {
  const page = context.document(textDocument.uri);
  if (page?.kind !== 'page' || !isAskedFor(range, asked.triggerKind)) return [];
  const client = context.client();
  const showsRefusals = client.textDocument?.codeAction?.disabledSupport === true;
  const marked = markedIn(context, page, range, context.otherPages(page));
  const actions: CodeAction[] = [];
  for (const refactoring of refactorings) {
    const { kind } = refactoring;
    if (!isWanted(kind, asked.only)) continue;
    const one = await refactoring.offer(marked);
    if (!one || (one.makesFile && !canCreate(client, page))) continue;
    if (one.refusal !== null && !showsRefusals) continue;
    actions.push(actionOf(kind, one, page, range));
  }
  return actions;
}

/** Whether an action is one of these. */
export function isRefactoring({ data }: CodeAction): boolean {
  return typeof (data as Partial<Chosen> | undefined)?.refactoring === 'string';
}

/** The action with its edit. @throws ResponseError when the page is another one by now */
export async function resolveRefactoring(
  context: FeatureContext,
  action: CodeAction,
  projects: Projects,
): Promise<CodeAction> {
  const { refactoring, uri, version, range } = action.data as Chosen;
  const page = context.document(uri);
  if (page?.kind !== 'page' || page.version !== version) throw changed();
  const pages = context.otherPages(page);
  const offer = await offerOf(refactoring, markedIn(context, page, range, pages));
  if (!offer?.changes || page.version !== version) throw changed();
  const { edits, creates, nameAt, others = [], deletes } = await changesOf(offer.changes);
  if (page.version !== version) throw changed();
  const edit =
    others.length > 0
      ? editOfProject(context, page, pages, { edits, others, deletes })
      : editWithFile(context.client(), page, edits, creates);
  if (!edit) throw changed();
  if (creates) projects.foresee(page, creates.path, creates.text);
  if (nameAt === undefined) return { ...action, edit };
  return {
    ...action,
    edit,
    data: { renameAt: positionAfter(page, edits, nameAt) } satisfies MadeUpName,
  };
}

/** @throws ResponseError where it is refused after all */
async function changesOf(make: () => Changes | Promise<Changes>): Promise<Changes> {
  try {
    return await make();
  } catch (error) {
    throw error instanceof RefactoringRefused ? refusal(error.message) : error;
  }
}

/** Edits of several pages; whether the file that nothing needs any more goes is left to the person. */
function editOfProject(
  { client, document }: FeatureContext,
  page: PageDocument,
  pages: OtherPages,
  { edits, others = [], deletes }: Changes,
): WorkspaceEdit {
  const changes = [
    changeOf(page, edits, true),
    ...others.map((other) => {
      const one = pages.of(other.context);
      return changeOf(one, other.edits, document(one.uri) !== null);
    }),
  ];
  const edit = editOfAll(client(), changes);
  const { changeAnnotationSupport, resourceOperations } = client().workspace?.workspaceEdit ?? {};
  if (deletes === undefined || !edit.documentChanges || !changeAnnotationSupport) return edit;
  if (!resourceOperations?.includes('delete')) return edit;
  const label = `Delete ${deletes}: nothing uses it any more`;
  return {
    documentChanges: [
      ...edit.documentChanges,
      { kind: 'delete', uri: pages.uriOf(deletes), annotationId: 'unused' },
    ],
    changeAnnotations: { unused: { label, needsConfirmation: true } },
  };
}

/** Where an offset will be once the edits are done. */
function positionAfter(page: PageDocument, edits: readonly TextChange[], offset: number): Position {
  let { text } = page;
  for (const edit of [...edits].sort((a, b) => b.start - a.start)) {
    text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  }
  return new LineTable(text).positionAt(offset);
}

/** Editors ask by themselves wherever a caret goes: then only a selection says that something is meant. */
function isAskedFor({ start, end }: Range, trigger: CodeActionTriggerKind | undefined): boolean {
  const isEmpty = start.line === end.line && start.character === end.character;
  return trigger !== CodeActionTriggerKind.Automatic || !isEmpty;
}

/** What belongs to the file, not to the place, is offered to those alone who ask for it by its kind. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  if (only === undefined) return !isKindOf(kind, CodeActionKind.Source);
  return only.some((one) => isKindOf(kind, one));
}

function markedIn(
  context: FeatureContext,
  page: PageDocument,
  range: Range,
  { read }: OtherPages,
): Marked {
  return { context: page.context(context.project(page)), ...offsetsIn(page, range), read };
}

function actionOf(
  kind: string,
  { title, refusal: reason }: Offer,
  page: PageDocument,
  range: Range,
): CodeAction {
  if (reason !== null) return { title, kind, disabled: { reason } };
  const { uri, version } = page;
  const data: Chosen = { refactoring: kind, uri, version, range };
  return { title, kind, data };
}

function changed(): ResponseError {
  return new ResponseError(LSPErrorCodes.ContentModified, 'The page was edited since.');
}
