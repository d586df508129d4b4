/** A piece of text by its UTF-16 offsets: `start` is in it, `end` is behind it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type ComparisonOperator =
  '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in' | 'is' | 'is not';
export type BinaryOperator =
  '+' | '-' | '*' | '/' | '//' | '%' | '**' | '|' | '^' | '&' | '<<' | '>>' | '@';
export type UnaryOperator = 'not' | '-' | '+' | '~';

export interface Name extends Span {
  readonly kind: 'name';
  readonly name: string;
}
/** `value` is null for what JSON has no number for: `1j`, or a number too large. */
export interface NumberLiteral extends Span {
  readonly kind: 'number';
  readonly value: number | null;
}
/** Neighbouring texts are one text; `value` is null for bytes and for what is not a text after all. */
export interface StringLiteral extends Span {
  readonly kind: 'string';
  readonly value: string | null;
}
export interface Constant extends Span {
  readonly kind: 'constant';
  readonly word: 'true' | 'false' | 'null' | 'True' | 'False' | 'None' | '...';
}
/** `object.property`; the property's name is empty while it is not yet written. */
export interface Member extends Span {
  readonly kind: 'member';
  readonly object: Expression;
  readonly property: NamedSpan;
}
export interface Subscript extends Span {
  readonly kind: 'subscript';
  readonly object: Expression;
  readonly index: Expression;
}
export interface Slice extends Span {
  readonly kind: 'slice';
  readonly object: Expression;
  readonly from: Expression | null;
  readonly to: Expression | null;
}
export interface NamedSpan extends Span {
  readonly name: string;
}
export interface Argument extends Span {
  /** The name of `name=value`, null for a positional one. */
  readonly name: NamedSpan | null;
  readonly value: Expression;
}
/** `open` is the offset of its `(`; `isClosed` says whether its `)` is there. */
export interface Call extends Span {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly arguments: readonly Argument[];
  readonly open: number;
  readonly isClosed: boolean;
}
export interface Unary extends Span {
  readonly kind: 'unary';
  readonly operator: UnaryOperator;
  readonly operand: Expression;
}
export interface Binary extends Span {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}
/** `a < b <= c`: one operator between each two operands. */
export interface Comparison extends Span {
  readonly kind: 'comparison';
  readonly operators: readonly ComparisonOperator[];
  readonly operands: readonly Expression[];
}
/** `a and b and c`, flat as long as the operator stays the same. */
export interface BooleanOperation extends Span {
  readonly kind: 'boolean';
  readonly operator: 'and' | 'or';
  readonly operands: readonly Expression[];
}
/** `value if condition else otherwise`. */
export interface Conditional extends Span {
  readonly kind: 'conditional';
  readonly value: Expression;
  readonly condition: Expression;
  readonly otherwise: Expression;
}
export interface Collection extends Span {
  readonly kind: 'tuple' | 'list' | 'set';
  readonly items: readonly Expression[];
}
export interface DictionaryEntry {
  readonly key: Expression;
  readonly value: Expression;
}
export interface Dictionary extends Span {
  readonly kind: 'dictionary';
  readonly entries: readonly DictionaryEntry[];
}
export interface Parenthesized extends Span {
  readonly kind: 'parenthesized';
  readonly inner: Expression;
}
/** Where an expression is expected and none is written, as behind `a +`. */
export interface Missing extends Span {
  readonly kind: 'missing';
}
/** Neighbours that make no expression together; each part was understood by itself. */
export interface Broken extends Span {
  readonly kind: 'broken';
  readonly parts: readonly Expression[];
}

export type Expression =
  | Name
  | NumberLiteral
  | StringLiteral
  | Constant
  | Member
  | Subscript
  | Slice
  | Call
  | Unary
  | Binary
  | Comparison
  | BooleanOperation
  | Conditional
  | Collection
  | Dictionary
  | Parenthesized
  | Missing
  | Broken;
