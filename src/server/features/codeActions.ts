import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { fixAllEdits } from '../../language/findings/fixAll.js';
import type { Fix, FixEdit } from '../../language/findings/finding.js';
import type { ShownFinding } from '../../language/findings/shown.js';
import { findingDiagnostic } from '../findingDiagnostic.js';
import type { OpenDocument } from '../openDocument.js';
import { offsetsIn, rangeIn } from '../positions.js';
import type { Publisher } from '../publisher.js';
import type { FeatureContext } from './feature.js';

/** All fixes of a file that are right nearly always, as one action; editors may run it on saving. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.quantum`;

/** Fixes for findings, "fix all", and comments that silence a finding. */
export function offerCodeActions(
  context: FeatureContext,
  publisher: Publisher,
  lookAt: (uri: string) => Promise<void>,
): void {
  const { connection, document } = context;
  connection.onCodeAction(async (params, token) => {
    const { uri } = params.textDocument;
    await lookAt(uri);
    const opened = document(uri);
    if (!opened || token.isCancellationRequested) return [];
    return actionsOf(context, opened, publisher.findings(uri), params);
  });
  connection.onCodeActionResolve((action) => {
    const uri = (action.data as { fixAll?: unknown } | undefined)?.fixAll;
    const opened = typeof uri === 'string' ? document(uri) : null;
    if (!opened) return action;
    const edits = fixAllEdits(publisher.findings(opened.uri));
    return { ...action, edit: editOf(context, opened, edits) };
  });
}

function actionsOf(
  context: FeatureContext,
  document: OpenDocument,
  findings: readonly ShownFinding[],
  { range, context: { only } }: CodeActionParams,
): CodeAction[] {
  const wants = (kind: string): boolean =>
    only?.some((one) => kind === one || kind.startsWith(`${one}.`) || one === '') ?? true;
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const { start, end } = offsetsIn(document, range);
    const here = findings.filter((finding) => finding.start <= end && finding.end >= start);
    for (const finding of here) actions.push(...fixesOf(context, document, finding));
    if (here.length > 0) actions.push(...fixAll(document, findings, CodeActionKind.QuickFix, 2));
    for (const finding of here) actions.push(...ignoresOf(context, document, finding));
  }
  // Without a wish only what belongs to the place is offered: an editor asks for "fix all" by its kind.
  if (only !== undefined && wants(fixAllKind)) {
    actions.push(...fixAll(document, findings, fixAllKind, 1));
  }
  return actions;
}

function fixesOf(
  context: FeatureContext,
  document: OpenDocument,
  finding: ShownFinding,
): CodeAction[] {
  const diagnostics = [findingDiagnostic(finding, document)];
  return (finding.fixes?.() ?? []).flatMap((fix): CodeAction[] => {
    const edit = fixEdit(context, document, fix);
    if (!edit) return [];
    const action = actionOf(fix.title, diagnostics, edit);
    return [fix.isPreferred ? { ...action, isPreferred: true } : action];
  });
}

function ignoresOf(
  context: FeatureContext,
  document: OpenDocument,
  finding: ShownFinding,
): CodeAction[] {
  const diagnostics = [findingDiagnostic(finding, document)];
  return finding
    .ignores()
    .map(({ title, edits }) => actionOf(title, diagnostics, editOf(context, document, edits)));
}

function actionOf(title: string, diagnostics: Diagnostic[], edit: WorkspaceEdit): CodeAction {
  return { title, kind: CodeActionKind.QuickFix, diagnostics, edit };
}

/** "Fix all" when at least `least` findings have a fix that is right nearly always; its edit comes when it is chosen. */
function fixAll(
  document: OpenDocument,
  findings: readonly ShownFinding[],
  kind: string,
  least: number,
): CodeAction[] {
  let count = 0;
  for (const { fixes } of findings) {
    if (fixes?.().some(({ isPreferred }) => isPreferred === true)) count += 1;
    if (count >= least) {
      return [{ title: 'Fix all in this file', kind, data: { fixAll: document.uri } }];
    }
  }
  return [];
}

/** Null when the editor cannot do what the fix asks for. */
function fixEdit(
  context: FeatureContext,
  document: OpenDocument,
  { edits, creates }: Fix,
): WorkspaceEdit | null {
  const edit = editOf(context, document, edits);
  if (!creates) return edit;
  const root = document.kind === 'page' ? document.surroundings.root : null;
  const { workspaceEdit } = context.client().workspace ?? {};
  const canCreate = workspaceEdit?.resourceOperations?.includes('create') === true;
  if (root === null || !canCreate || workspaceEdit.documentChanges !== true) return null;
  const uri = pathToFileURL(path.join(root, creates.path)).href;
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      {
        textDocument: { uri, version: null },
        edits: [{ range: { start, end: start }, newText: creates.text }],
      },
      ...(edits.length > 0 ? (edit.documentChanges ?? []) : []),
    ],
  };
}

/** With the version it is for, where the editor can check that it still holds. */
function editOf(
  { client }: FeatureContext,
  document: OpenDocument,
  edits: readonly FixEdit[],
): WorkspaceEdit {
  const { uri, version } = document;
  const changes = edits.map((edit) => ({ range: rangeIn(document, edit), newText: edit.text }));
  return client().workspace?.workspaceEdit?.documentChanges === true
    ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
    : { changes: { [uri]: changes } };
}
