import path from 'node:path';
import type { FoundSuites, FoundTests } from '../../framework/bridgeMessages.js';
import { testOutline } from '../../language/tests/testOutline.js';
import type { RunTests } from '../../protocol/testRuns.js';
import { suiteOf, testIdOf, type FoundTest, type ProjectTests } from '../../protocol/tests.js';
import { isNamed } from './affectedTests.js';

export type Selection = Pick<RunTests, 'suite' | 'files' | 'tests'>;

/** What the framework found, as the API shows it: its suites, then the application's own tests. */
export function projectTestsOf(applications: FoundTests, checkout: FoundSuites): ProjectTests {
  const { suites, unclaimed, error, runner } = checkout;
  const ofSuites = suites.flatMap(({ key, tests }) =>
    tests.map(({ file, mustFail }): FoundTest => {
      const name = path.posix.basename(file);
      const test = { id: testIdOf(file, name), kind: 'framework', suite: key, file, name } as const;
      return { ...test, line: 1, page: null, mustFail, tags: [] };
    }),
  );
  const own = applications.files.flatMap(({ file, tests }) =>
    tests.map((test) => foundTest(file, test, [])),
  );
  const broken = error === null || runner === null ? [] : [{ file: runner, ...error }];
  return {
    tests: [...ofSuites, ...own],
    problems: [
      ...broken,
      ...applications.files.flatMap(({ file, error }) =>
        error === null ? [] : [{ file, ...error }],
      ),
    ],
    suites: suites.map(({ key, title, description, tests }) => {
      return { key, title, description, tests: tests.length };
    }),
    unclaimed: [...unclaimed],
  };
}

/** The tests of a file as it is written, whether or not it is valid at the moment. */
export function outlinedTests(file: string, text: string): FoundTest[] {
  return testOutline(text).map((test) => foundTest(file, test, test.usesDatabase ? ['db'] : []));
}

function foundTest(
  file: string,
  { name, page, line }: { name: string; page: string; line: number | null },
  tags: string[],
): FoundTest {
  const test = { id: testIdOf(file, name), kind: 'application', suite: suiteOf(file) } as const;
  return { ...test, file, line, name, page, tags, mustFail: false };
}

/** Of `found`, what a selection names, in the order of the files; all of it when it names nothing. */
export function select(found: ProjectTests, { suite, files, tests }: Selection): ProjectTests {
  if (suite === undefined && files === undefined && tests === undefined) return found;
  const ids = new Set(tests);
  const isOfFiles = isNamed(files ?? []);
  const named = (file: string, ofSuite: string): boolean => ofSuite === suite || isOfFiles(file);
  // A file that is not valid hides the tests it had: asking for one of them asks for its problem.
  const filesOfTests = new Set((tests ?? []).map((id) => id.slice(0, id.indexOf('::'))));
  return {
    ...found,
    tests: found.tests.filter((test) => ids.has(test.id) || named(test.file, test.suite)),
    problems: found.problems.filter(
      ({ file }) => filesOfTests.has(file) || named(file, suiteOf(file)),
    ),
  };
}

/** Why a run of nothing cannot run, for a person. */
export function nothingSelected(found: ProjectTests, { affected_by }: RunTests): string {
  if (found.tests.length > 0 && affected_by !== undefined) {
    return 'No test is affected: what changed is used by none of those that were asked for.';
  }
  return found.tests.length === 0
    ? 'There are no tests: no file of the project ends in .test.q, and there is no test_runner.py.'
    : 'None of the project’s tests is called so.';
}
