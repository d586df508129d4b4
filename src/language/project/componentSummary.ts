/** What other files need to know of a `.q` file. Names as written; offsets of the file when it was read. */
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
  /** Links and form targets to pages of the project, as far as they are literal. */
  readonly links: readonly SummaryName[];
  /** `id` attributes of elements. */
  readonly ids: readonly string[];
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
}

export interface SummaryQuery extends SummaryName {
  readonly datasource: string;
  /** Null where the columns cannot be told. */
  readonly columns: readonly string[] | null;
  readonly writes: boolean;
}

export interface SummaryImport extends SummaryName {
  readonly from: string | null;
  readonly as: string | null;
}

export interface SummaryCall extends SummaryName {
  readonly props: readonly string[];
  readonly hasContent: boolean;
}
