import path from 'node:path';
import * as vscode from 'vscode';
import type { Project } from '../../protocol/projects.js';
import type { FoundTest, ProjectTests, TestFileProblem } from '../../protocol/tests.js';

/** What an item of the tree stands for. */
export interface ItemMeaning {
  readonly project: Project;
  /** The file, or the folder of a framework suite's files. */
  readonly file: string;
  /** The key of the framework suite; null for files and their tests. */
  readonly suite: string | null;
  /** Null: the file or the suite. */
  readonly testId: string | null;
}

/** A row of the top level: a test file, or a framework suite. */
interface Group {
  readonly id: string;
  readonly label: string;
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

/** The tree of the Test Explorer: each file with its tests, as the service last told of them. */
export class TestItems {
  readonly #meanings = new WeakMap<vscode.TestItem, ItemMeaning>();
  /** By project and test. */
  readonly #byTest = new Map<string, vscode.TestItem>();

  constructor(private readonly controller: vscode.TestController) {}

  meaning(item: vscode.TestItem): ItemMeaning | undefined {
    return this.#meanings.get(item);
  }

  /** The item of a test, or of its file when the test is not known. */
  find(project: Project, testId: string): vscode.TestItem | undefined {
    return (
      this.#byTest.get(`${project.id}:${testId}`) ??
      this.controller.items.get(fileId(project, testId))
    );
  }

  /** Every test at or below an item; a file without one stands for itself, since it has a problem. */
  testsOf(item: vscode.TestItem): vscode.TestItem[] {
    const children: vscode.TestItem[] = [];
    item.children.forEach((child) => children.push(child));
    return children.length === 0 ? [item] : children;
  }

  all(): vscode.TestItem[] {
    const files: vscode.TestItem[] = [];
    this.controller.items.forEach((item) => files.push(item));
    return files.flatMap((file) => this.testsOf(file));
  }

  /** Whether a file lies in the folder of a project that has tests here. */
  isOfProject(uri: vscode.Uri): boolean {
    return this.all().some((item) => {
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
    const ids = new Set(groups.map(({ id }) => id));
    this.controller.items.forEach((item) => {
      if (this.meaning(item)?.project.id === project.id && !ids.has(item.id)) {
        this.controller.items.delete(item.id);
      }
    });
    const own = `${project.id}:`;
    for (const key of this.#byTest.keys()) if (key.startsWith(own)) this.#byTest.delete(key);
    for (const group of groups) {
      const { id, label, uri } = group;
      const item = this.controller.items.get(id) ?? this.controller.createTestItem(id, label, uri);
      this.#meanings.set(item, group.meaning);
      item.sortText = group.sortText;
      // In the label: screen readers say a description in its place.
      item.label = isOnlyProject ? label : vscode.l10n.t('{0} ({1})', label, project.name);
      item.error = group.problem;
      this.controller.items.add(item);
      this.#showTests(item, group.tests, root, flaky);
    }
  }

  /** Shows the tests of one file as it is being written. */
  showFile(project: Project, file: string, tests: readonly FoundTest[]): void {
    const item = this.controller.items.get(fileId(project, `${file}::`));
    if (item && project.rootPath !== null) {
      this.#showTests(item, tests, vscode.Uri.file(project.rootPath), null);
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
        this.#byTest.set(`${meaning.project.id}:${test.id}`, item);
        return item;
      }),
    );
  }
}

/** What `@quantum.tests:loops` finds. */
function tagsOf({ tags, kind, suite, mustFail }: FoundTest): string[] {
  return [...tags, ...(kind === 'framework' ? [suite] : []), ...(mustFail ? ['has-to-fail'] : [])];
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
    const file = first.file.slice(0, first.file.lastIndexOf('/'));
    return [
      {
        ...{ id: `${project.id}::${key}`, label: title, tests: own },
        uri: undefined,
        sortText: `a${placeOf(index)}`,
        meaning: { project, file, suite: key, testId: null },
        problem: undefined,
      },
    ];
  });
  const own = tests.filter((test) => test.kind === 'application');
  const files = new Set([...own, ...problems].map(({ file }) => file));
  const ofFiles = [...files].map((file): Group => {
    return {
      ...{ id: fileId(project, `${file}::`), label: file, sortText: `b${file}` },
      tests: own.filter((test) => test.file === file),
      uri: vscode.Uri.joinPath(root, file),
      meaning: { project, file, suite: null, testId: null },
      problem: problems.find((problem) => problem.file === file)?.message,
    };
  });
  return [...ofSuites, ...ofFiles];
}

/** By the id that what befalls a whole file is told with. */
function fileId({ id }: Project, testId: string): string {
  return `${id}:${testId}`;
}
