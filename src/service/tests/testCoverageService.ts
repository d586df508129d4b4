import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Coverable, TestCode } from '../../framework/bridgeMessages.js';
import type { CoveredFile } from '../../protocol/testCoverage.js';
import type { AffectedTests, FoundTest, ProjectTests, TestText } from '../../protocol/tests.js';
import type { Platform } from '../platform/feature.js';
import { affectedTests } from './affectedTests.js';
import type { TestEnvironment } from './testEnvironment.js';
import { outlinedTests } from './testSelection.js';
import type { TestTrace, TestTraceRepository } from './testTraceRepository.js';

export interface TestCoverageOptions {
  readonly platform: Platform;
  readonly environment: TestEnvironment;
  readonly traces: TestTraceRepository;
}

/** What is known from the newest result of each test: which lines ran, and what a change can touch. */
export class TestCoverageService {
  constructor(private readonly options: TestCoverageOptions) {}

  /** Every test as it stands in the files now. @throws AppError when the framework cannot be asked */
  async tests(projectId: number): Promise<ProjectTests> {
    const { found, root } = await this.options.environment.askLook(projectId);
    const own = found.tests.filter(({ kind }) => kind === 'application');
    const files = new Set(own.map(({ file }) => file));
    const outlined = await Promise.all(
      [...files].map(async (file) => {
        const text = await readFile(path.join(root, file), 'utf8').catch(() => '');
        return outlinedTests(file, text);
      }),
    );
    const tags = new Map(outlined.flat().map((test) => [test.id, test.tags]));
    return {
      ...found,
      tests: found.tests.map((one) => ({ ...one, tags: tags.get(one.id) ?? [] })),
    };
  }

  /** The tests of a file as it stands in an editor. */
  outline({ file, text }: TestText): FoundTest[] {
    return outlinedTests(file, text);
  }

  /** The tests whose result a change of these files can touch. */
  async affected(projectId: number, files: readonly string[]): Promise<AffectedTests> {
    const { platform, traces } = this.options;
    const { found, code } = await this.options.environment.askLook(projectId);
    const known = await platform.store.read((db) => traces.ofProject(db, projectId));
    const ids = found.tests.map(({ id }) => id);
    // Of what has no parts anything may depend on anything.
    const affected = code === null ? new Set(ids) : affectedTests(found.tests, known, code, files);
    return { tests: ids.filter((id) => affected.has(id)), total: ids.length };
  }

  /** Lines and branches of the pages, as far as the results that told of them still hold. */
  async coverage(projectId: number, testId?: string): Promise<CoveredFile[]> {
    const { platform, traces } = this.options;
    const [coverable, code] = await this.options.environment.ask(projectId, async (worker) => {
      return [await worker.coverable(), await worker.code()] as const;
    });
    const known = await platform.store.read((db) => traces.ofProject(db, projectId, testId));
    return coverable.files.map((page) => coveredFile(page, known, code));
  }
}

function coveredFile(
  page: Coverable['files'][number],
  traces: readonly TestTrace[],
  code: TestCode,
): CoveredFile {
  const { file } = page;
  const lines = new Map(page.lines.map((line) => [line, 0]));
  const branches = new Map(
    page.branches.map(([line, count]) => [line, Array.from({ length: count }, () => 0)]),
  );
  const tests: string[] = [];
  for (const { testId, uses, covered } of traces) {
    const own = covered.find((one) => one.file === file);
    // Lines of a page that has changed are not the lines it has now.
    if (own === undefined || uses[file] !== code.parts[file]) continue;
    tests.push(testId);
    for (const [line, times] of own.lines) lines.set(line, (lines.get(line) ?? 0) + times);
    for (const [line, branch, times] of own.branches) {
      const taken = branches.get(line);
      if (taken !== undefined && branch < taken.length)
        taken[branch] = (taken[branch] ?? 0) + times;
    }
  }
  return {
    file,
    lines: [...lines]
      .sort(([one], [other]) => one - other)
      .map(([line, times]) => ({ line, times })),
    branches: [...branches].map(([line, times]) => ({ line, times })),
    tests,
  };
}
