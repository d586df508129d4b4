import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { fixAllEdits } from '../../language/findings/fixAll.js';
import type { ShownFinding } from '../../language/findings/shown.js';
import { findingDiagnostic } from '../findingDiagnostic.js';
import type { OpenDocument } from '../openDocument.js';
import { offsetsIn } from '../positions.js';
import type { Projects } from '../projects.js';
import type { Publisher } from '../publisher.js';
import { editOf, editWithFile } from '../workspaceEdit.js';
import { fixAllKind, isKindOf } from './codeActionKinds.js';
import type { FeatureContext } from './feature.js';
import { isRefactoring, refactoringActions, resolveRefactoring } from './refactorings.js';

/** Fixes for findings, "fix all", comments that silence a finding, and refactorings. */
export function offerCodeActions(
  context: FeatureContext,
  publisher: Publisher,
  lookAt: (uri: string) => Promise<void>,
  projects: Projects,
): void {
  const { connection, document } = context;
  connection.onCodeAction(async (params, token) => {
    const { uri } = params.textDocument;
    await lookAt(uri);
    const opened = document(uri);
    if (!opened || token.isCancellationRequested) return [];
    return [
      ...actionsOf(context, opened, publisher.findings(uri), params),
      ...(await refactoringActions(context, params)),
    ];
  });
  connection.onCodeActionResolve((action) => {
    if (isRefactoring(action)) return resolveRefactoring(context, action, projects);
    const uri = (action.data as { fixAll?: unknown } | undefined)?.fixAll;
    const opened = typeof uri === 'string' ? document(uri) : null;
    if (!opened) return action;
    const edits = fixAllEdits(publisher.findings(opened.uri));
    return { ...action, edit: editOf(context.client(), opened, edits) };
  });
}

function actionsOf(
  context: FeatureContext,
  document: OpenDocument,
  findings: readonly ShownFinding[],
  { range, context: { only } }: CodeActionParams,
): CodeAction[] {
  const wants = (kind: string): boolean => only?.some((one) => isKindOf(kind, one)) ?? true;
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
    const edit = editWithFile(context.client(), document, fix.edits, fix.creates);
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
    .map(({ title, edits }) =>
      actionOf(title, diagnostics, editOf(context.client(), document, edits)),
    );
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
