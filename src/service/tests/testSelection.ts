import type { FoundTests } from '../../framework/bridgeMessages.js';
import { testOutline } from '../../language/tests/testOutline.js';
import {
  suiteOf,
  testIdOf,
  type FoundTest,
  type ProjectTests,
  type RunTests,
} from '../../protocol/tests.js';
import { isNamed } from './affectedTests.js';

export type Selection = Pick<RunTests, 'suite' | 'files' | 'tests'>;

/** What the framework found, as the API shows it. */
export function projectTestsOf({ files }: FoundTests): ProjectTests {
  return {
    tests: files.flatMap(({ file, tests }) => tests.map((test) => foundTest(file, test, []))),
    problems: files.flatMap(({ file, error }) => (error === null ? [] : [{ file, ...error }])),
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
  return { id: testIdOf(file, name), suite: suiteOf(file), file, line, name, page, tags };
}

/** Of `found`, what a selection names, in the order of the files; all of it when it names nothing. */
export function select(found: ProjectTests, { suite, files, tests }: Selection): ProjectTests {
  if (suite === undefined && files === undefined && tests === undefined) return found;
  const ids = new Set(tests);
  const isOfFiles = isNamed(files ?? []);
  const named = (file: string): boolean => suiteOf(file) === suite || isOfFiles(file);
  // A file that is not valid hides the tests it had: asking for one of them asks for its problem.
  const filesOfTests = new Set((tests ?? []).map((id) => id.slice(0, id.indexOf('::'))));
  return {
    tests: found.tests.filter((test) => ids.has(test.id) || named(test.file)),
    problems: found.problems.filter(({ file }) => filesOfTests.has(file) || named(file)),
  };
}

/** Why a run of nothing cannot run, for a person. */
export function nothingSelected(found: ProjectTests, { affected_by }: RunTests): string {
  if (found.tests.length > 0 && affected_by !== undefined) {
    return 'No test is affected: what changed is used by none of those that were asked for.';
  }
  return found.tests.length === 0
    ? 'There are no tests: no file of the project ends in .test.q.'
    : 'None of the project’s tests is called so.';
}
