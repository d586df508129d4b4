/**
 * What other files need to know of a `.q` file. Names as written; offsets of the file when it was read. Holds
 * nothing of the text it was read from, so that ten thousand of them fit in little memory.
 */
export interface ComponentSummary {
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly kind: 'component' | 'application' | 'job' | 'test' | 'broken';
  /** Of the file, which is what calls go by. */
  readonly name: string;
  readonly params: readonly SummaryParam[];
  readonly slots: readonly string[];
  readonly actions: readonly SummaryAction[];
  readonly functions: readonly SummaryName[];
  readonly queries: readonly SummaryQuery[];
  readonly imports: readonly SummaryImport[];
  /** Components called, by the name of the tag. */
  readonly calls: readonly SummaryCall[];
  /** Links, form targets and redirects to pages and static files of the project, braces as written. */
  readonly links: readonly SummaryLink[];
  /** `id` attributes of elements. */
  readonly ids: readonly string[];
  /** What else of the project is named here. */
  readonly uses: readonly SummaryUse[];
  readonly requiresAuth: boolean;
  readonly requiredRole: string | null;
}

export interface SummaryName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface SummaryParam extends SummaryName {
  readonly type: string;
  readonly isRequired: boolean;
  readonly default: string | null;
}

export interface SummaryAction extends SummaryName {
  readonly method: string;
  readonly params: readonly SummaryParam[];
  /** Its parameters come from a table, so that others than `params` may exist. */
  readonly hasTable: boolean;
}

export interface SummaryQuery extends SummaryName {
  readonly datasource: string;
}

export interface SummaryImport extends SummaryName {
  readonly from: string | null;
  readonly as: string | null;
}

export interface SummaryCall extends SummaryName {
  readonly props: readonly string[];
  readonly hasContent: boolean;
  /** Stands where it may not be drawn: in a condition, a loop, the content of another call or a slot. */
  readonly isConditional: boolean;
}

export interface SummaryLink extends SummaryName {
  /** `post`: a form that sends to an action. */
  readonly method: 'get' | 'post';
}

/** A name that means something outside of the file. */
export interface SummaryUse extends SummaryName {
  readonly kind: 'datasource' | 'service' | 'table' | 'session' | 'application';
}
