/** The `.q` language of one release of the framework, as data. */
export interface Catalogue {
  /** The release it describes, as `1.0.1`. */
  readonly release: string;
  readonly family: Family;
  readonly behaviours: Behaviours;
  readonly tags: readonly CatalogueTag[];
  readonly functions: readonly ExpressionFunction[];
  readonly scopes: readonly Scope[];
  /** Variables a page has without binding them. */
  readonly implicitVariables: readonly ImplicitVariable[];
  /** Fields of the objects that `results` of a binding name. */
  readonly results: Readonly<Record<string, readonly ResultField[]>>;
  /** HTML attributes that may stand bare; on tags of the framework a bare one means false. */
  readonly booleanAttributes: readonly string[];
  readonly voidElements: readonly string[];
  /** Elements whose body is read as text, whatever the case of their letters. */
  readonly rawTextTags: readonly string[];
  readonly applicationTypes: readonly ApplicationType[];
}

/** Releases whose language differs in kind. `legacy2025…` are the checkouts before the first release. */
export type Family = '1.0' | '0.22' | '0.16' | '0.9' | 'legacy2026' | 'legacy2025';

/** Where releases differ beyond their tags and attributes. */
export interface Behaviours {
  /** Bare `&`, `<` in quoted attributes, HTML entities, void elements, bare boolean attributes. */
  readonly htmlSyntax: boolean;
  readonly unknownTags: 'error' | 'dropped';
  /** An `else` after `</q:if>`. */
  readonly elseAfterIf: boolean;
  /** Tags of `ui:` in a component are widgets. */
  readonly uiInComponents: boolean;
  /** Types, operations and scopes that do not exist are refused. */
  readonly valuesChecked: boolean;
  /** Statements in markup are refused (they never ran). */
  readonly statementsInMarkupRefused: boolean;
  /** An undefined name in an attribute of `q:` stops the page; before, the text stayed. */
  readonly undefinedNamesFail: boolean;
  /** `&&`, `||`, `!` and `not` work in expressions. */
  readonly logicalOperators: boolean;
  /** Braces work in `from`, `to` and `step` of a loop. */
  readonly expressionsInRanges: boolean;
  /** `items` without `type` loops over an array. */
  readonly itemsMeanArray: boolean;
  /** `q:set` without a type keeps the kind of one `{expression}`. */
  readonly typedSets: boolean;
  /** `from` and `as` of `q:import` are honoured. */
  readonly importPaths: boolean;
  /** Pages named `[id].q` and `_private.q` are special. */
  readonly routeParameters: boolean;
  /** `*.test.q` files run. */
  readonly tests: boolean;
  /** How an argument of `q:invoke` is given. */
  readonly invokeArguments: 'value' | 'default';
  /** Where datasources are declared. */
  readonly datasources: 'config' | 'admin';
}

export type Prefix = 'q' | 'ui' | 'qg' | 'qt' | 'test';
export type Tier = 'core' | 'ai' | 'experimental' | 'laboratory' | 'removed';

/** `none`: text is lost. `leading`: evaluated up to the first child. */
export type TextContent = 'none' | 'plain' | 'evaluated' | 'leading' | 'sql' | 'python' | 'raw';

/** Which elements count inside: `known` are those that name this tag as a parent. */
export type Body = 'none' | 'known' | 'statements' | 'markup' | 'mixed';

export interface CatalogueTag {
  /** With its prefix: `q:set`, `ui:button`, `qg:scene`, `qt:screen`, `test:visit`. */
  readonly name: string;
  readonly prefix: Prefix;
  /** Without it. */
  readonly local: string;
  /** The parent in which this meaning of the name counts; null: everywhere else. */
  readonly context: string | null;
  readonly doc: string;
  readonly tier: Tier;
  readonly isRoot: boolean;
  /** Stands where statements run: top level of a component, bodies of `q:if`, `q:loop`, `q:function` … */
  readonly isStatement: boolean;
  readonly mayStandInMarkup: boolean;
  /** Tags it belongs in, besides the places the three above say. */
  readonly parents: readonly string[];
  /** Tags that belong in it and nowhere else. */
  readonly children: readonly string[];
  readonly body: Body;
  readonly text: TextContent;
  readonly binds: readonly Binding[];
  /** Of each group at least one attribute must be there. */
  readonly oneOf: readonly (readonly string[])[];
  /** Attributes that mean nothing, or are refused, without others. */
  readonly requires: Readonly<Record<string, readonly string[]>>;
  /** Attributes beyond the known ones carry data: all of them, or `data-*`. */
  readonly openAttributes: '*' | 'data-*' | null;
  readonly unknownAttributes: 'ignored' | 'error';
  /** The kind of file it works in; null: a component. */
  readonly onlyIn: 'ui' | 'game' | 'terminal' | 'test' | 'application' | null;
  readonly aliasOf: string | null;
  /** What happened to it and what to write instead. */
  readonly removed: string | null;
  readonly attributes: readonly CatalogueAttribute[];
}

export type AttributeType =
  | 'string'
  | 'integer'
  | 'float'
  | 'number'
  | 'boolean'
  | 'enum'
  /** One of `values`, or something freer (a number, a CSS length). */
  | 'token'
  | 'expression'
  | 'condition'
  | 'name'
  | 'list'
  | 'path'
  | 'url'
  | 'regex'
  | 'size'
  | 'color'
  | 'sql';

export type CheckedBy = 'parse' | 'validate' | 'run' | 'never';

/** What a bare name in an attribute's value means. */
export type Refers =
  | 'variable'
  | 'query'
  | 'datasource'
  | 'action'
  | 'component'
  | 'componentFolder'
  | 'knowledge'
  | 'connection'
  | 'function'
  | 'service'
  | 'table'
  | 'column'
  | 'parameter'
  | 'elementId'
  | 'llm'
  | 'agent'
  | 'route'
  | 'file'
  | 'event'
  | 'prefab'
  | 'behavior'
  | 'scene'
  | 'tool'
  | 'module';

export interface CatalogueAttribute {
  readonly name: string;
  /** Other spellings that mean the same. */
  readonly aliases: readonly string[];
  readonly doc: string;
  readonly type: AttributeType;
  /** Who complains when it is missing. */
  readonly required: false | 'parse' | 'validate' | 'run';
  /** Values that mean something; null: anything. */
  readonly values: readonly string[] | null;
  readonly valuesCheckedBy: CheckedBy;
  readonly default: string | null;
  /** Braces are evaluated. */
  readonly evaluated: boolean;
  readonly refers: Refers | null;
  /** What happened to it and what to write instead; null: it is alive. */
  readonly removed: string | null;
}

/** A name that exists because a tag is there. */
export interface Binding {
  /** `{name}_result`: braces hold an attribute whose value goes there. */
  readonly pattern: string;
  /** The name when the attribute of `pattern` is missing; null: then nothing is bound. */
  readonly fallback: string | null;
  readonly kind: BindingKind;
  /** `after`: for what follows. `inside`: in the body only. `owner`: in the body of the parent. */
  readonly where: 'after' | 'inside' | 'owner';
  /** Key of `Catalogue.results` when the fields are known. */
  readonly results: string | null;
}

export type BindingKind =
  'value' | 'rows' | 'row' | 'result' | 'function' | 'component' | 'parameter' | 'python';

export interface ResultField {
  readonly name: string;
  readonly doc: string;
  /** There only in some cases (a failure, pagination). */
  readonly optional: boolean;
  readonly fields: readonly ResultField[];
}

export interface ExpressionFunction {
  readonly name: string;
  /** As people write it: `round(value, digits=0)`. */
  readonly signature: string;
  readonly minimum: number;
  /** Null: any number. */
  readonly maximum: number | null;
  readonly doc: string;
}

export interface Scope {
  readonly name: string;
  readonly doc: string;
  /** `q:set` may write `name.x`. */
  readonly writable: boolean;
}

export interface ImplicitVariable {
  readonly name: string;
  readonly doc: string;
  readonly where: 'page' | 'action' | 'everywhere';
}

export interface ApplicationType {
  readonly name: string;
  readonly tier: Tier;
  readonly doc: string;
  readonly removed: string | null;
}
