import * as vscode from 'vscode';
import type { CoveredFile } from '../../protocol/testCoverage.js';
import type { Project } from '../../protocol/projects.js';
import type { TestItems } from './testItems.js';
import type { TestsApi } from './testsApi.js';

const at = (line: number): vscode.Position => new vscode.Position(line - 1, 0);

function statements({ lines, branches }: CoveredFile): vscode.StatementCoverage[] {
  const ifs = new Map(branches.map(({ line, times }) => [line, times]));
  return lines.map(({ line, times }) => {
    const taken = (ifs.get(line) ?? []).map((count, branch, { length }) => {
      const named = branch === 0 ? 'q:if' : branch === length - 1 ? 'q:else' : `q:elseif ${branch}`;
      return new vscode.BranchCoverage(count, at(line), named);
    });
    return new vscode.StatementCoverage(times, at(line), taken);
  });
}

/** The lines of pages that tests ran, in the editor's own coverage. */
export class TestCoverage {
  readonly #files = new WeakMap<vscode.FileCoverage, { project: Project; file: CoveredFile }>();

  constructor(
    private readonly api: TestsApi,
    private readonly items: TestItems,
  ) {}

  /** Adds what is known of a project's pages to a run; pages that nothing can run of are left out. */
  async add(run: vscode.TestRun, project: Project): Promise<void> {
    const root = vscode.Uri.file(project.rootPath ?? '');
    for (const file of await this.api.coverage(project.id)) {
      if (file.lines.length === 0) continue;
      const uri = vscode.Uri.joinPath(root, file.file);
      const told = vscode.FileCoverage.fromDetails(uri, statements(file));
      told.includesTests = file.tests.flatMap((testId) => this.items.find(project, testId) ?? []);
      this.#files.set(told, { project, file });
      run.addCoverage(told);
    }
  }

  details(told: vscode.FileCoverage): vscode.FileCoverageDetail[] {
    const known = this.#files.get(told);
    return known ? statements(known.file) : [];
  }

  /** The same page as one test ran it. */
  async detailsOf(
    told: vscode.FileCoverage,
    item: vscode.TestItem,
  ): Promise<vscode.FileCoverageDetail[]> {
    const known = this.#files.get(told);
    const testId = this.items.meaning(item)?.testId;
    if (!known || testId === undefined || testId === null) return [];
    const files = await this.api.coverage(known.project.id, testId);
    const file = files.find((one) => one.file === known.file.file);
    return file ? statements(file) : [];
  }
}
