import path from 'node:path';
import * as vscode from 'vscode';
import type { Project } from '../../protocol/projects.js';
import type { GenerateTest, GeneratedTest } from '../../protocol/testGeneration.js';
import { Cancelled, type CommandRegistry } from '../platform/reporter.js';
import type { Disposable } from '../platform/signal.js';
import { requireTrust } from '../platform/trust.js';
import { projectsKnown } from '../projects/projectsKnown.js';
import type { ProjectsFeature } from '../projects/projectsFeature.js';
import type { TestsApi } from './testsApi.js';

export interface GenerateTestDeps {
  readonly api: TestsApi;
  readonly reporter: CommandRegistry;
  /** The project a file lies in, and its name there. */
  readonly placeOf: (
    file: vscode.Uri,
  ) => { readonly project: Project; readonly file: string } | undefined;
  readonly projects: Pick<ProjectsFeature, 'here' | 'onDidChange'>;
}

/** Writes a test for the page in front or one of its actions, and shows it; or why there is none. */
export function registerGenerateTest(deps: GenerateTestDeps): Disposable {
  return deps.reporter.register('quantum.tests.generate', async (given) => {
    requireTrust();
    const lens = placeOfLens(given);
    const uri = given instanceof vscode.Uri ? given : (lens?.uri ?? openFile());
    await projectsKnown(deps.projects);
    const place = uri && deps.placeOf(uri);
    if (!uri || !place || !place.file.endsWith('.q') || place.file.endsWith('.test.q')) {
      throw new Error(vscode.l10n.t('Open a page of a Quantum project first.'));
    }
    // What is tested is what lies on disk.
    const document = await vscode.workspace.openTextDocument(uri);
    if (document.isDirty && !(await document.save())) throw new Cancelled();
    const action = lens ? lens.action : await chosenAction(uri);
    await generate(deps, place.project, { page: place.file, ...(action ? { action } : {}) });
  });
}

const openFile = (): vscode.Uri | undefined => vscode.window.activeTextEditor?.document.uri;

/** What the lens above a page, or an action, hands over: there is nothing left to choose. */
function placeOfLens(
  given: unknown,
): { readonly uri: vscode.Uri; readonly action: string | undefined } | undefined {
  const { uri, action } = Object(given) as { uri?: unknown; action?: unknown };
  if (typeof uri !== 'string') return undefined;
  return { uri: vscode.Uri.parse(uri), action: typeof action === 'string' ? action : undefined };
}

async function generate(
  deps: GenerateTestDeps,
  project: Project,
  request: GenerateTest,
): Promise<void> {
  const title = vscode.l10n.t('Writing a test, and breaking the page to see it fail');
  const made = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title },
    () => deps.api.generate(project.id, request),
  );
  if (made.accepted) return show(project, made);
  const giveAddress = vscode.l10n.t('Give an Address…');
  const choices = request.page.includes('[') ? [giveAddress] : [];
  const text = vscode.l10n.t('No test was written. {0}', made.reason ?? '');
  const chosen = await vscode.window.showWarningMessage(text, ...choices);
  if (chosen !== giveAddress) return;
  const address = await vscode.window.showInputBox({
    prompt: vscode.l10n.t('The address to ask for, such as /orders/7'),
    value: '/',
    validateInput: (typed) =>
      /^\/(?!\/)/.test(typed) ? null : vscode.l10n.t('An address begins with one slash.'),
  });
  if (address !== undefined) await generate(deps, project, { ...request, address });
}

/** The test as it was written, and what it noticed. */
async function show(project: Project, { file, line, broken }: GeneratedTest): Promise<void> {
  const uri = vscode.Uri.file(path.join(project.rootPath ?? '', file));
  const at = new vscode.Position((line ?? 1) - 1, 0);
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(at, at) });
  const noticed = broken.filter((one) => one.noticed === true).length;
  vscode.window.setStatusBarMessage(
    noticed === 1
      ? vscode.l10n.t('The test passes, and failed with the page broken.')
      : vscode.l10n.t('The test passes, and failed with the page broken in {0} ways.', noticed),
    10_000,
  );
}

/** An action of the page, or the page: asked where there is a choice, the one at the cursor first. */
async function chosenAction(uri: vscode.Uri): Promise<string | undefined> {
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    uri,
  );
  const actions = (symbols ?? [])
    .flatMap(({ children }) => children)
    .filter(({ kind }) => kind === vscode.SymbolKind.Event);
  if (actions.length === 0) return undefined;
  const editor = vscode.window.activeTextEditor;
  const cursor =
    editor?.document.uri.toString() === uri.toString() ? editor.selection.active : null;
  const isHere = ({ range }: vscode.DocumentSymbol): boolean =>
    cursor !== null && range.contains(cursor);
  const items = [
    { label: `$(file) ${vscode.l10n.t('What the page shows')}`, action: undefined },
    ...actions.map(({ name }) => ({
      label: `$(symbol-event) ${vscode.l10n.t('What the action {0} does', name)}`,
      action: name,
    })),
  ];
  const here = actions.findIndex(isHere) + 1;
  const ordered = [...items.slice(here, here + 1), ...items.filter((_, at) => at !== here)];
  const placeHolder = vscode.l10n.t('What should the test look at?');
  const chosen = await vscode.window.showQuickPick(ordered, { placeHolder });
  if (!chosen) throw new Cancelled();
  return chosen.action;
}
