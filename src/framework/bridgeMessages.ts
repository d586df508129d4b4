import type { TestRequest } from '../protocol/testResults.js';

/** What python/quantum_bridge answers (docs/bridge.md). `BRIDGE` there counts changes of these shapes. */
export interface Hello {
  readonly bridge: number;
  readonly pid: number;
  readonly cwd: string;
  readonly python: {
    readonly version: string;
    readonly executable: string;
    readonly prefix: string;
    readonly basePrefix: string;
  };
  readonly framework: {
    readonly version: string | null;
    readonly location: string | null;
    readonly metadata: string | null;
    readonly problem: { readonly code: string; readonly message: string } | null;
  };
  /** What this release of the framework can do. */
  readonly features: Readonly<Record<string, boolean>>;
}

export interface ParseParams {
  /** Absolute; `*.test.q` is read as tests. Needed when there is no text. */
  readonly path?: string;
  /** Unsaved text; wins over the file. */
  readonly text?: string;
  /** Whether the answer says what the framework made of it. */
  readonly tree?: boolean;
}

/** A value in a tree of the framework: what is empty is left out. */
export type FrameworkValue =
  | string
  | number
  | boolean
  | null
  | FrameworkNode
  | { readonly entries: readonly (readonly [string, FrameworkValue])[] }
  | readonly FrameworkValue[];

/** An object of the framework's syntax tree. */
export interface FrameworkNode {
  /** Its class. */
  readonly node: string;
  /** The number of the start tag it comes from, from 0; null where it says none. */
  readonly element: number | null;
  /** 1-based. */
  readonly line: number | null;
  readonly fields: readonly (readonly [string, FrameworkValue])[];
}

/** The framework's first error; it never gives more than one. */
export interface ParseError {
  readonly file: string | null;
  /** Without position and hint. */
  readonly message: string;
  /** As the framework said it. */
  readonly raw: string;
  /** 1-based. Null when the framework names none. */
  readonly line: number | null;
  /** 0-based, UTF-16 units, in the author's text; XML errors only. */
  readonly column: number | null;
  readonly hint?: string;
}

export interface ParsedTest {
  readonly name: string;
  readonly page: string;
  readonly line: number | null;
  readonly steps: readonly { readonly kind: string; readonly line: number | null }[];
}

export type ParseResult =
  | {
      readonly ok: true;
      readonly root?: { readonly kind: string; readonly name: string | null };
      readonly tests?: readonly ParsedTest[];
      readonly tree?: FrameworkNode;
    }
  | { readonly ok: false; readonly error: ParseError };

export interface CheckResult {
  readonly problems: readonly {
    /** Relative to the root, with `/`. */
    readonly file: string;
    readonly line: number | null;
    readonly message: string;
    /** `parse`: the document itself; `project`: it does not fit the configuration or the database. */
    readonly kind: 'parse' | 'project';
  }[];
  /** What was not checked, and why. */
  readonly notes: readonly string[];
  readonly files: number;
  readonly queries: number;
}

/** Every `*.test.q` below a root, as `quantum test` finds them. */
export interface FoundTests {
  readonly files: readonly {
    /** Relative to the root, with `/`. */
    readonly file: string;
    readonly tests: readonly {
      readonly name: string;
      readonly page: string;
      readonly line: number | null;
    }[];
    /** Why none of its tests can run. */
    readonly error: { readonly message: string; readonly line: number | null } | null;
  }[];
}

export interface TestOutcome {
  readonly passed: boolean;
  readonly ms: number;
  readonly message: string;
  /** Of the step that failed, or of the test. */
  readonly line: number | null;
  /** That step as it is written. */
  readonly step: string | null;
  /** Where a request failed, relative to the root. */
  readonly page: { readonly file: string; readonly line: number } | null;
  /** Why a pass says little, else null. */
  readonly hollow: string | null;
  readonly output: string;
  readonly requests: readonly TestRequest[];
  /** What the result depends on: `file`, and `file#function` of Python. */
  readonly uses: readonly string[];
  readonly covered: readonly CoveredLines[];
}

/** What ran of one page. */
export interface CoveredLines {
  readonly file: string;
  /** Line and how often. */
  readonly lines: readonly (readonly [number, number])[];
  /** Line of the `q:if`, which of its branches from 0, how often. */
  readonly branches: readonly (readonly [number, number, number])[];
}

/** What can run of each page. */
export interface Coverable {
  readonly files: readonly {
    readonly file: string;
    readonly lines: readonly number[];
    /** Line of the `q:if` and how many branches it has. */
    readonly branches: readonly (readonly [number, number])[];
  }[];
}

/** The application's code in parts, each with a hash. */
export interface TestCode {
  /** What every test depends on. */
  readonly all: string;
  readonly parts: Readonly<Record<string, string>>;
}

/** All that a run asks before its first test; tests and code of an application alone. */
export interface LookedAt {
  readonly suites: FoundSuites;
  readonly tests: FoundTests | null;
  readonly code: TestCode | null;
}

/** A page, and how it is asked. */
export interface ProbedPage {
  readonly file: string;
  /** As its file names it: `/orders/[id]`. */
  readonly pattern: string;
  /** Null: the first of that form that a page links to. */
  readonly address: string | null;
  /** Who asks: null anyone, '' someone signed in. */
  readonly role: string | null;
  readonly action: string | null;
  /** Texts in place of the file. */
  readonly variants: readonly string[];
}

export interface Probed {
  readonly address: string;
  /** What was sent to the action. */
  readonly form: Readonly<Record<string, string>> | null;
  /** Rows of each table before. */
  readonly before: Readonly<Record<string, number>>;
  /** The page as it stands, then each variant. */
  readonly seen: readonly Observed[];
}

/** What a page answered and left behind. */
export interface Observed {
  readonly status: number;
  readonly location: string | null;
  /** Its texts, headings first. */
  readonly runs: readonly string[];
  /** All a person sees, with single spaces. */
  readonly text: string;
  readonly flash: string | null;
  readonly errors: Readonly<Record<string, string>>;
  readonly tables: Readonly<Record<string, number>>;
  /** Why a step was not possible. */
  readonly failure: string | null;
}

/** A test as it would be written into `file`, and the texts of `page` it is run with; null: as it stands. */
export interface TriedTest {
  readonly file: string;
  readonly name: string;
  readonly source: string;
  readonly page: string;
  readonly variants: readonly (string | null)[];
}

export interface TriedResult {
  readonly passed: boolean;
  readonly message: string;
}

/** The framework suites of a checkout, as its `test_runner.py` says them. */
export interface FoundSuites {
  /** The runner's file; null where there is none. */
  readonly runner: string | null;
  /** Where its tests lie, relative to the root, with `/`. */
  readonly folder: string;
  /** The options its command line takes. */
  readonly options: readonly string[];
  /** False: this runner does not say its suites in a way that can be read; all files are in one. */
  readonly readable: boolean;
  readonly suites: readonly {
    readonly key: string;
    readonly title: string;
    readonly description: string;
    readonly tests: readonly {
      /** Relative to the root, with `/`. */
      readonly file: string;
      /** It passes by failing. */
      readonly mustFail: boolean;
      /** It reads or writes a database that tests before it wrote. */
      readonly sharesData: boolean;
      /** False: it only draws and returns words that are written in it. */
      readonly doesSomething: boolean;
    }[];
  }[];
  /** Files that no suite takes. */
  readonly unclaimed: readonly string[];
  /** Why the runner cannot run. */
  readonly error: { readonly message: string; readonly line: number | null } | null;
}

/** What python/quantum_bridge/suite_process.py tells, one object a line. */
export type SuiteMessage =
  | { readonly line: string; readonly ms: number; readonly from: 'out' | 'log' }
  | { readonly unresolved: string }
  | {
      readonly end: number;
      readonly error: SuiteError | null;
      /** What a process for the next run can import ahead. */
      readonly modules: readonly string[];
    };

/** What ended a runner before its summary. */
export interface SuiteError {
  readonly type: string;
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
}
