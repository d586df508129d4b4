import path from 'node:path';
import * as vscode from 'vscode';
import type { Project } from '../../protocol/projects.js';
import type { FoundTest, ProjectTests } from '../../protocol/tests.js';

/** What an item of the tree stands for. */
export interface ItemMeaning {
  readonly project: Project;
  readonly file: string;
  /** Null: the file. */
  readonly testId: string | null;
}

export const hollowTag = new vscode.TestTag('hollow');
const flakyTag = new vscode.TestTag('flaky');

const atLine = (line: number | null): vscode.Range | undefined =>
  line === null ? undefined : new vscode.Range(line - 1, 0, line - 1, 0);

/** The tree of the Test Explorer: each file with its tests, as the service last told of them. */
export class TestItems {
  readonly #meanings = new WeakMap<vscode.TestItem, ItemMeaning>();

  constructor(private readonly controller: vscode.TestController) {}

  meaning(item: vscode.TestItem): ItemMeaning | undefined {
    return this.#meanings.get(item);
  }

  /** The item of a test, or of its file when the test is not known. */
  find(project: Project, file: string, testId: string): vscode.TestItem | undefined {
    const item = this.controller.items.get(fileId(project, file));
    return item?.children.get(testId) ?? (testId === `${file}::` ? item : undefined);
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
    { tests, problems }: ProjectTests,
    isOnlyProject: boolean,
    flaky: ReadonlySet<string>,
  ): void {
    if (project.rootPath === null) return;
    const root = vscode.Uri.file(project.rootPath);
    const files = new Set([...tests, ...problems].map(({ file }) => file));
    this.controller.items.forEach((item) => {
      const meaning = this.meaning(item);
      if (meaning?.project.id === project.id && !files.has(meaning.file)) {
        this.controller.items.delete(item.id);
      }
    });
    for (const file of files) {
      const id = fileId(project, file);
      const uri = vscode.Uri.joinPath(root, file);
      const item = this.controller.items.get(id) ?? this.controller.createTestItem(id, file, uri);
      this.#meanings.set(item, { project, file, testId: null });
      if (!isOnlyProject) item.description = project.name;
      item.error = problems.find((problem) => problem.file === file)?.message;
      this.controller.items.add(item);
      this.#showTests(item, project, tests, flaky);
    }
  }

  /** Shows the tests of one file as it is being written. */
  showFile(project: Project, file: string, tests: readonly FoundTest[]): void {
    const item = this.controller.items.get(fileId(project, file));
    if (item) this.#showTests(item, project, tests, null);
  }

  /** `flaky` null: those that were stay so. */
  #showTests(
    parent: vscode.TestItem,
    project: Project,
    tests: readonly FoundTest[],
    flaky: ReadonlySet<string> | null,
  ): void {
    const file = this.meaning(parent)?.file ?? '';
    const own = tests.filter((test) => test.file === file);
    parent.children.replace(
      own.map((test, index) => {
        const known = parent.children.get(test.id);
        const item = known ?? this.controller.createTestItem(test.id, test.name, parent.uri);
        item.range = atLine(test.line);
        // As they are written, not by their names.
        item.sortText = String(index).padStart(6, '0');
        const kept = item.tags.filter((tag) => tag === hollowTag || (!flaky && tag === flakyTag));
        item.tags = [
          ...kept,
          ...test.tags.map((tag) => new vscode.TestTag(tag)),
          ...(flaky?.has(test.id) === true ? [flakyTag] : []),
        ];
        this.#meanings.set(item, { project, file, testId: test.id });
        return item;
      }),
    );
  }
}

function fileId({ id }: Project, file: string): string {
  return `${id}:${file}`;
}
