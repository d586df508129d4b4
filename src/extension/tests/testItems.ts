import path from 'node:path';
import * as vscode from 'vscode';
import type { Project } from '../../protocol/projects.js';
import type { FoundTest, ProjectTests, TestFileProblem } from '../../protocol/tests.js';
import { foldersOf, type Folder } from './testFolders.js';

/** What an item of the tree stands for. */
export interface ItemMeaning {
  readonly project: Project;
  /** The file, or the folder: of a framework suite that of its files. */
  readonly file: string;
  /** The key of the framework suite; null for files and their tests. */
  readonly suite: string | null;
  /** Null: the folder, the file or the suite. */
  readonly testId: string | null;
}

/** A row inside of a folder: a test file, or a framework suite. */
interface Group {
  readonly id: string;
  readonly label: string;
  readonly folder: string;
  /** None: what has a place is sorted by it, and suites have an order of their own. */
  readonly uri: vscode.Uri | undefined;
  readonly sortText: string;
  readonly meaning: ItemMeaning;
  readonly tests: readonly FoundTest[];
  readonly problem: string | undefined;
}

export const hollowTag = new vscode.TestTag('hollow');
const flakyTag = new vscode.TestTag('flaky');

const atLine = (line: number | null): vscode.Range | undefined =>
  line === null ? undefined : new vscode.Range(line - 1, 0, line - 1, 0);

/** The tree of the Test Explorer: folders with their files and tests, as the service last told of them. */
export class TestItems {
  readonly #meanings = new WeakMap<vscode.TestItem, ItemMeaning>();
  /** Tests by their id, files as what befalls a whole one is told, folders with a `/`; with their project. */
  readonly #byId = new Map<string, vscode.TestItem>();

  constructor(private readonly controller: vscode.TestController) {}

  meaning(item: vscode.TestItem): ItemMeaning | undefined {
    return this.#meanings.get(item);
  }

  /** The item of a test, or of its file when the test is not known. */
  find(project: Project, testId: string): vscode.TestItem | undefined {
    return this.#byId.get(idOf(project, testId));
  }

  /** Every test at or below an item; a file without one stands for itself, since it has a problem. */
  testsOf(item: vscode.TestItem): vscode.TestItem[] {
    const children: vscode.TestItem[] = [];
    item.children.forEach((child) => children.push(child));
    return children.length === 0 ? [item] : children.flatMap((child) => this.testsOf(child));
  }

  all(): vscode.TestItem[] {
    return this.#top().flatMap((item) => this.testsOf(item));
  }

  /** Whether a file lies in the folder of a project that has tests here. */
  isOfProject(uri: vscode.Uri): boolean {
    return this.#top().some((item) => {
      const root = this.meaning(item)?.project.rootPath ?? null;
      return root !== null && uri.fsPath.startsWith(`${root}${path.sep}`);
    });
  }

  /** The project a file lies in, and its name there. */
  placeOf(
    { fsPath }: vscode.Uri,
    projects: readonly Project[],
  ): { readonly project: Project; readonly file: string } | undefined {
    const around = projects
      .filter(({ rootPath }) => rootPath !== null && fsPath.startsWith(`${rootPath}${path.sep}`))
      .sort((one, other) => (other.rootPath?.length ?? 0) - (one.rootPath?.length ?? 0));
    const project = around[0];
    if (!project) return undefined;
    const file = path
      .relative(project.rootPath ?? '', fsPath)
      .split(path.sep)
      .join('/');
    return { project, file };
  }

  #top(): vscode.TestItem[] {
    const items: vscode.TestItem[] = [];
    this.controller.items.forEach((item) => items.push(item));
    return items;
  }

  /** Shows these projects alone. */
  keep(projects: readonly Project[]): void {
    const ids = new Set(projects.map(({ id }) => id));
    this.controller.items.forEach((item) => {
      const project = this.meaning(item)?.project;
      if (project !== undefined && !ids.has(project.id)) this.controller.items.delete(item.id);
    });
  }

  /** Shows what a project has now; items that stay keep their results. */
  show(
    project: Project,
    found: ProjectTests,
    isOnlyProject: boolean,
    flaky: ReadonlySet<string>,
  ): void {
    if (project.rootPath === null) return;
    const root = vscode.Uri.file(project.rootPath);
    const groups = groupsOf(project, root, found);
    const known = new Map(this.#byId);
    const own = `${project.id}:`;
    for (const key of this.#byId.keys()) if (key.startsWith(own)) this.#byId.delete(key);
    const showGroup = (group: Group): vscode.TestItem => {
      const { id, label, uri } = group;
      const item = known.get(id) ?? this.controller.createTestItem(id, label, uri);
      item.label = label;
      item.sortText = group.sortText;
      item.error = group.problem;
      this.#meanings.set(item, group.meaning);
      this.#byId.set(id, item);
      this.#showTests(item, group.tests, root, flaky);
      return item;
    };
    const showInside = ({ folders, rows }: Folder<Group>): vscode.TestItem[] => [
      ...folders.map((folder) => {
        const id = idOf(project, `${folder.path}/`);
        const uri = vscode.Uri.joinPath(root, folder.path);
        const item = known.get(id) ?? this.controller.createTestItem(id, folder.label, uri);
        item.label = folder.label;
        item.sortText = `b${folder.label}`;
        this.#meanings.set(item, { project, file: folder.path, suite: null, testId: null });
        this.#byId.set(id, item);
        item.children.replace(showInside(folder));
        return item;
      }),
      ...rows.map(showGroup),
    ];
    const top = showInside(foldersOf(groups, ({ folder }) => folder));
    const ids = new Set(top.map(({ id }) => id));
    for (const item of this.#top()) {
      const isOwn = this.meaning(item)?.project.id === project.id;
      if (isOwn && !ids.has(item.id)) this.controller.items.delete(item.id);
    }
    for (const item of top) {
      // In the label: screen readers say a description in its place.
      if (!isOnlyProject) item.label = vscode.l10n.t('{0} ({1})', item.label, project.name);
      this.controller.items.add(item);
    }
  }

  /** Shows the tests of one file as it is being written. */
  showFile(project: Project, file: string, tests: readonly FoundTest[]): void {
    const item = this.#byId.get(idOf(project, `${file}::`));
    if (item && project.rootPath !== null) {
      this.#showTests(item, tests, vscode.Uri.file(project.rootPath), null);
    }
  }

  /** Marks the tests of a project that are flaky by now; all others are not. */
  markFlaky(project: Project, flaky: ReadonlySet<string>): void {
    const own = `${project.id}:`;
    for (const [key, item] of this.#byId) {
      const testId = key.startsWith(own) ? this.meaning(item)?.testId : undefined;
      if (testId === undefined || testId === null) continue;
      if (flaky.has(testId) === item.tags.includes(flakyTag)) continue;
      const others = item.tags.filter((tag) => tag !== flakyTag);
      item.tags = flaky.has(testId) ? [...others, flakyTag] : others;
    }
  }

  /** `flaky` null: those that were stay so. */
  #showTests(
    parent: vscode.TestItem,
    tests: readonly FoundTest[],
    root: vscode.Uri,
    flaky: ReadonlySet<string> | null,
  ): void {
    const meaning = this.meaning(parent);
    if (!meaning) return;
    parent.children.replace(
      tests.map((test, index) => {
        const uri = vscode.Uri.joinPath(root, test.file);
        const known = parent.children.get(test.id);
        const item = known ?? this.controller.createTestItem(test.id, test.name, uri);
        item.range = atLine(test.line);
        // As they are written and run, not by their names.
        item.sortText = placeOf(index);
        const kept = item.tags.filter((tag) => tag === hollowTag || (!flaky && tag === flakyTag));
        item.tags = [
          ...kept,
          ...tagsOf(test).map((tag) => new vscode.TestTag(tag)),
          ...(flaky?.has(test.id) === true ? [flakyTag] : []),
        ];
        this.#meanings.set(item, { ...meaning, file: test.file, testId: test.id });
        this.#byId.set(idOf(meaning.project, test.id), item);
        return item;
      }),
    );
  }
}

/** What `@quantum.tests:loops` finds: the suite, which of an application is its file. */
function tagsOf({ tags, suite, mustFail }: FoundTest): string[] {
  return [...tags, suite, ...(mustFail ? ['has-to-fail'] : [])];
}

const placeOf = (index: number): string => String(index).padStart(6, '0');

function unclaimed(file: string): TestFileProblem {
  const message = vscode.l10n.t('No suite of test_runner.py takes this file: it never runs.');
  return { file, line: null, message };
}

/** The suites in their order, then the files by their names. */
function groupsOf(project: Project, root: vscode.Uri, found: ProjectTests): Group[] {
  const { tests, suites } = found;
  const problems = [...found.problems, ...found.unclaimed.map(unclaimed)];
  const ofSuites = suites.flatMap(({ key, title }, index): Group[] => {
    const own = tests.filter((test) => test.kind === 'framework' && test.suite === key);
    const [first] = own;
    if (first === undefined) return [];
    const folder = path.posix.dirname(first.file);
    return [
      {
        ...{ id: `${project.id}::${key}`, label: title, tests: own },
        uri: undefined,
        sortText: `a${placeOf(index)}`,
        folder: folder === '.' ? '' : folder,
        meaning: { project, file: folder, suite: key, testId: null },
        problem: undefined,
      },
    ];
  });
  const own = tests.filter((test) => test.kind === 'application');
  const files = new Set([...own, ...problems].map(({ file }) => file));
  const ofFiles = [...files].map((file): Group => {
    const label = path.posix.basename(file);
    return {
      ...{ id: idOf(project, `${file}::`), label, sortText: `c${label}` },
      folder: file.slice(0, Math.max(0, file.lastIndexOf('/'))),
      tests: own.filter((test) => test.file === file),
      uri: vscode.Uri.joinPath(root, file),
      meaning: { project, file, suite: null, testId: null },
      problem: problems.find((problem) => problem.file === file)?.message,
    };
  });
  return [...ofSuites, ...ofFiles];
}

/** One project's tests are not another's. */
function idOf({ id }: Project, own: string): string {
  return `${id}:${own}`;
}
