import { Type, type Static } from 'typebox';
import { closed } from './common.js';
import { Line, Names, Text } from './testFields.js';

export const TestKind = Type.Enum(['application', 'framework'], {
  $id: 'TestKind',
  description: 'application: a `*.test.q`; framework: a file that `test_runner.py` runs',
});
export type TestKind = Static<typeof TestKind>;

/** A test as it stands in its file. */
export const FoundTest = Type.Object(
  {
    id: Type.String({ description: '`file::name`' }),
    kind: TestKind,
    suite: Type.String({
      description:
        'The file without its folder and ending; of a framework test the key of its suite',
    }),
    file: Type.String({ description: 'Relative to the project, with `/`' }),
    line: Line,
    name: Type.String(),
    tags: Type.Array(Type.String(), {
      description: '`db`: it puts rows into the database or looks at them',
    }),
    page: Text('The page it starts on'),
    mustFail: Type.Boolean({ description: 'It passes by failing' }),
  },
  { $id: 'FoundTest', ...closed },
);
export type FoundTest = Static<typeof FoundTest>;

export const TestFileProblem = Type.Object(
  { file: Type.String(), line: Line, message: Type.String() },
  { $id: 'TestFileProblem', ...closed },
);
export type TestFileProblem = Static<typeof TestFileProblem>;

/** A suite of the framework's regression tests. */
export const FoundSuite = Type.Object(
  {
    key: Type.String({ description: 'What `--feature` calls it' }),
    title: Type.String(),
    description: Type.String(),
    tests: Type.Integer(),
  },
  { $id: 'FoundSuite', ...closed },
);
export type FoundSuite = Static<typeof FoundSuite>;

export const ProjectTests = Type.Object(
  {
    tests: Type.Array(FoundTest),
    problems: Type.Array(TestFileProblem, { description: 'Files whose tests cannot run' }),
    suites: Type.Array(FoundSuite, { description: 'In the order `test_runner.py` runs them' }),
    unclaimed: Type.Array(Type.String(), { description: 'Test files that no suite takes' }),
  },
  { $id: 'ProjectTests', ...closed },
);
export type ProjectTests = Static<typeof ProjectTests>;

/** A file of tests as it stands in an editor. */
export const TestText = Type.Object(
  {
    file: Type.String({ minLength: 1, maxLength: 4096, description: 'Relative to the project' }),
    text: Type.String({ maxLength: 2_000_000 }),
  },
  { $id: 'TestText', ...closed },
);
export type TestText = Static<typeof TestText>;

export const AffectedTests = Type.Object(
  {
    tests: Type.Array(Type.String(), { description: 'Ids, in the order of the files' }),
    total: Type.Integer({ description: 'Of how many tests' }),
  },
  { $id: 'AffectedTests', ...closed },
);
export type AffectedTests = Static<typeof AffectedTests>;
export const AffectedBy = Type.Object(
  {
    affected_by: Names('Files or folders that changed, relative to the project'),
  },
  { $id: 'AffectedBy', ...closed },
);
export type AffectedBy = Static<typeof AffectedBy>;

/** Which kind of test a file holds. */
export function kindOf(file: string): TestKind {
  return file.endsWith('.test.q') ? 'application' : 'framework';
}

/** The id of a test: it is the same test while its file and its name stay. */
export function testIdOf(file: string, name: string): string {
  return `${file}::${name}`;
}

/** What a person calls the tests of one file. */
export function suiteOf(file: string): string {
  return (file.split('/').at(-1) ?? file).replace(/\.test\.q$/, '');
}
