import path from 'node:path';
import * as vscode from 'vscode';
import type { NewFileAnswer, NewFileKind, NewFileParams } from '../../protocol/languageServer.js';
import { Cancelled, type CommandRegistry } from '../platform/reporter.js';
import { newFileNameProblem, pathOfPage, type NewFileNameProblem } from './newFileName.js';

export interface NewFileDeps {
  readonly reporter: CommandRegistry;
  /** Where the file goes and what stands in it; null outside of every project. */
  readonly ask: (wish: NewFileParams) => Promise<NewFileAnswer | null>;
}

/** Registers "New Page…" and its siblings, and "New File…", which asks for the kind. */
export function registerNewFile({ reporter, ask }: NewFileDeps): vscode.Disposable {
  const make = (kind: NewFileKind) => (place: unknown) => makeFile(kind, uriOf(place), ask);
  return vscode.Disposable.from(
    reporter.register('quantum.newFile', async (place) => make(await pickKind())(place)),
    reporter.register('quantum.newPage', make('page')),
    reporter.register('quantum.newForm', make('form')),
    reporter.register('quantum.newComponent', make('component')),
    reporter.register('quantum.newLayout', make('layout')),
    reporter.register('quantum.newTest', make('test')),
  );
}

/** The file or folder that was clicked on: in the Explorer a URI, in a view of ours a row that knows its place. */
function uriOf(place: unknown): vscode.Uri | undefined {
  if (place instanceof vscode.Uri) return place;
  const fsPath: unknown = Reflect.get(Object(place), 'fsPath');
  return typeof fsPath === 'string' ? vscode.Uri.file(fsPath) : undefined;
}

async function makeFile(
  kind: NewFileKind,
  place: vscode.Uri | undefined,
  ask: NewFileDeps['ask'],
): Promise<void> {
  const folder = await folderOf(place);
  const name = await askForName(kind, place);
  const wish: NewFileParams = {
    kind,
    name: kind === 'page' || kind === 'form' ? pathOfPage(name) : name.trim(),
    folder: folder.toString(),
    isChosen: place !== undefined && kind !== 'test',
  };
  const answer = await ask(wish);
  if (answer === null) {
    throw new Error(
      vscode.l10n.t(
        'New files need a project: "{0}" is in no folder with a quantum.config.yaml.',
        vscode.workspace.asRelativePath(folder),
      ),
    );
  }
  await write(vscode.Uri.parse(answer.uri), answer.snippet, kind === 'test');
}

/** The folder a person clicked on, else that of the page in front of them, else the first that is open. */
async function folderOf(place: vscode.Uri | undefined): Promise<vscode.Uri> {
  const start = place ?? vscode.window.activeTextEditor?.document.uri;
  if (start?.scheme === 'file') {
    const { type } = await vscode.workspace.fs.stat(start);
    return type === vscode.FileType.Directory ? start : vscode.Uri.joinPath(start, '..');
  }
  const [first] = vscode.workspace.workspaceFolders ?? [];
  if (!first) throw new Error(vscode.l10n.t('Open the folder of a project first.'));
  return first.uri;
}

/** Writes the file and leaves the caret in its first place to fill. A file of tests that is there gets another test. */
async function write(uri: vscode.Uri, snippet: string, mayAdd: boolean): Promise<void> {
  const isThere = await vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  if (isThere && !mayAdd) {
    await vscode.window.showTextDocument(uri);
    throw new Error(vscode.l10n.t('"{0}" is there already.', vscode.workspace.asRelativePath(uri)));
  }
  if (!isThere) {
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(uri);
    await vscode.workspace.applyEdit(edit);
  }
  const editor = await vscode.window.showTextDocument(uri);
  const { document } = editor;
  const end = document.lineAt(document.lineCount - 1).range.end;
  const before = document.getText().trim() === '' ? '' : end.character === 0 ? '\n' : '\n\n';
  await editor.insertSnippet(new vscode.SnippetString(`${before}${snippet}`), end);
}

async function pickKind(): Promise<NewFileKind> {
  const picked = await vscode.window.showQuickPick(kinds(), {
    title: vscode.l10n.t('New Quantum File'),
    placeHolder: vscode.l10n.t('What should it be?'),
    matchOnDetail: true,
  });
  if (!picked) throw new Cancelled();
  return picked.file;
}

const kinds = (): (vscode.QuickPickItem & { file: NewFileKind })[] => [
  {
    file: 'page',
    label: vscode.l10n.t('Page'),
    iconPath: new vscode.ThemeIcon('file'),
    detail: vscode.l10n.t('Has an address, in the layout of the others'),
  },
  {
    file: 'form',
    label: vscode.l10n.t('Page with a form'),
    iconPath: new vscode.ThemeIcon('checklist'),
    detail: vscode.l10n.t('A form, and the action that takes what it sends'),
  },
  {
    file: 'component',
    label: vscode.l10n.t('Component'),
    iconPath: new vscode.ThemeIcon('symbol-class'),
    detail: vscode.l10n.t('A part that pages call, with a parameter and a slot'),
  },
  {
    file: 'layout',
    label: vscode.l10n.t('Layout'),
    iconPath: new vscode.ThemeIcon('layout'),
    detail: vscode.l10n.t('The frame around pages'),
  },
  {
    file: 'test',
    label: vscode.l10n.t('Test'),
    iconPath: new vscode.ThemeIcon('beaker'),
    detail: vscode.l10n.t('Visits a page and says what it must show'),
  },
];

async function askForName(kind: NewFileKind, place: vscode.Uri | undefined): Promise<string> {
  const { title, prompt, value } = questions[kind]();
  const name = await vscode.window.showInputBox({
    title,
    prompt,
    value: kind === 'test' ? (addressOf(place) ?? value) : value,
    validateInput: (text) => {
      const problem = newFileNameProblem(kind, text);
      return problem === undefined || (problem === 'empty' && text === '')
        ? undefined
        : sentences[problem]();
    },
  });
  if (name === undefined || name.trim() === '') throw new Cancelled();
  return name;
}

/** The address of the page that was clicked on or is in front, as far as its path tells. */
function addressOf(place: vscode.Uri | undefined): string | undefined {
  const file = (place ?? vscode.window.activeTextEditor?.document.uri)?.fsPath;
  if (file === undefined || !file.endsWith('.q') || file.endsWith('.test.q')) return undefined;
  const parts = file.split(path.sep);
  const below = parts.slice(parts.lastIndexOf('components') + 1).join('/');
  return `/${below.replace(/(?:^|\/)?index\.q$|\.q$/, '')}`;
}

interface Question {
  readonly title: string;
  readonly prompt: string;
  readonly value: string;
}

const questions: Record<NewFileKind, () => Question> = {
  page: () => ({
    title: vscode.l10n.t('New Page'),
    prompt: vscode.l10n.t('Path of the page, such as about, orders/index or orders/[id]'),
    value: '',
  }),
  form: () => ({
    title: vscode.l10n.t('New Page with a Form'),
    prompt: vscode.l10n.t('Path of the page, such as about, orders/index or orders/[id]'),
    value: '',
  }),
  component: () => ({
    title: vscode.l10n.t('New Component'),
    prompt: vscode.l10n.t('Name of the component, such as OrderCard'),
    value: '',
  }),
  layout: () => ({
    title: vscode.l10n.t('New Layout'),
    prompt: vscode.l10n.t('Name of the layout, such as ShopLayout'),
    value: '',
  }),
  test: () => ({
    title: vscode.l10n.t('New Test'),
    prompt: vscode.l10n.t('Address of the page to test, such as /orders'),
    value: '/',
  }),
};

const sentences: Record<NewFileNameProblem, () => string> = {
  empty: () => vscode.l10n.t('A name is needed.'),
  address: () =>
    vscode.l10n.t(
      'Addresses are made of letters, digits, - and _, or [name] for a part that varies.',
    ),
  hidden: () => vscode.l10n.t('What begins with _ has no address: a page is not found there.'),
  component: () =>
    vscode.l10n.t('The name of a component begins with a capital and has a small letter.'),
  route: () => vscode.l10n.t('An address begins with / and has no spaces.'),
};
