import type { Span } from './ast.js';

/** Why the framework refuses an expression; `syntax` is whatever has no kind of its own. */
export type ExpressionProblemKind =
  | 'syntax'
  | 'empty'
  | 'too-long'
  | 'too-deep'
  | 'character'
  | 'line-break'
  | 'number'
  | 'string'
  | 'unclosed-string'
  | 'unclosed-bracket'
  | 'refused-operator'
  | 'refused-word'
  | 'method-call'
  | 'ternary'
  | 'strict-equality'
  | 'pipe-filter'
  | 'assignment'
  | 'private-name'
  | 'slice-step'
  | 'unpacking';

export interface ExpressionProblem extends Span {
  readonly kind: ExpressionProblemKind;
  readonly message: string;
}

/** The longest expression the framework reads, in characters. */
export const maxLength = 2000;
/** The deepest tree it evaluates. */
export const maxDepth = 100;

const insteadOfWord: Readonly<Record<string, string>> = {
  is: 'Compare with == or != instead of "is".',
  for: 'There are no comprehensions in expressions: use q:loop, or prepare the list in q:set or q:function.',
  lambda: 'There are no lambdas in expressions: write a q:function and call it by name.',
  await: 'There is no "await" in expressions: q:invoke fetches data.',
  elif: 'Write "else x if condition" instead of "elif".',
};

/** What to write instead of a word that is Python's and not the expressions'. */
export function refusedWordMessage(word: string): string {
  return (
    insteadOfWord[word] ?? `"${word}" is a word of Python and cannot be a name in an expression.`
  );
}

const insteadOfOperator: Readonly<Record<string, string>> = {
  '|': 'There is no "|": write or (or ||) between conditions, and call functions by name: upper(text).',
  '&': 'There is no "&": write and (or &&) between conditions.',
  '^': 'There is no "^": a power is written a ** b.',
  '~': 'There is no "~": write not (or !).',
  '<<': 'There is no "<<": multiply by a power of two, a * 2 ** n.',
  '>>': 'There is no ">>": divide by a power of two, a // 2 ** n.',
  '<>': 'Write != instead of <>.',
  ':=': 'An expression cannot assign: use q:set for the value, and == to compare.',
  '??': 'There is no "??": write get(object, key, default), or a if a else b.',
  '?.': 'There is no "?.": write get(object, key) for what may be absent.',
  '=>': 'There are no functions in expressions: write a q:function and call it by name.',
};

/** What to write instead of an operator the whitelist refuses. */
export function refusedOperatorMessage(operator: string): string {
  return insteadOfOperator[operator] ?? `"${operator}" is no operator of expressions.`;
}

const functionForms: Readonly<Record<string, string>> = {
  upper: 'upper(text)',
  toUpperCase: 'upper(text)',
  lower: 'lower(text)',
  toLowerCase: 'lower(text)',
  trim: 'trim(text)',
  strip: 'trim(text)',
  replace: 'replace(text, old, new)',
  replaceAll: 'replace(text, old, new)',
  split: "split(text, ' ')",
  join: "join(list, ', ')",
  includes: 'contains(text, part), or part in list',
  indexOf: 'contains(text, part)',
  startsWith: 'text[:n] == part',
  endsWith: 'text[-n:] == part',
  get: 'get(object, key, default)',
  sort: 'sort(list)',
  reverse: 'sort(list, true)',
  slice: 'list[from:to]',
  substring: 'text[from:to]',
  toString: 'str(value)',
  strftime: "dateFormat(date, '%Y-%m-%d')",
  toISOString: 'dateFormat(date)',
  length: 'len(list), or list.length',
  ceil: 'ceil(number)',
  floor: 'floor(number)',
  round: 'round(number, digits)',
  toFixed: 'round(number, digits)',
  abs: 'abs(number)',
  max: 'max(a, b)',
  min: 'min(a, b)',
  now: 'now()',
  random: 'random()',
};

/** How `object.method()` is written as a function. */
export function methodCallMessage(method: string): string {
  const form = Object.hasOwn(functionForms, method) ? functionForms[method] : undefined;
  if (form !== undefined) return `Values have no methods in expressions: write ${form}.`;
  return method === ''
    ? 'Only functions are called, by their name: f(x).'
    : `Values have no methods in expressions: call a function by its name, ${method}(value), not value.${method}().`;
}

/** What to do about a character that no expression holds. */
export function characterMessage(code: number): string {
  const shown = String.fromCodePoint(code);
  if ('“”„‘’‚«»'.includes(shown)) return `${shown} is no quote to the framework: use ' or ".`;
  if (code === 0xa0) return 'This is a no-break space: use an ordinary one.';
  if (code === 96)
    return 'There are no templates with backticks: join with +, as in "Hello " + name.';
  const isVisible = code > 32 && code < 127;
  const name = isVisible ? shown : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return `The character ${name} has no meaning in an expression.`;
}

/** What is wrong with a bracket that nothing closes. */
export function unclosedBracketMessage(closer: string, isAtEnd: boolean): string {
  const missing = `The bracket that opens here is not closed: ${closer} is missing`;
  if (closer === '}' && isAtEnd)
    return `${missing}; in a {…} group the first } ends the whole group.`;
  return isAtEnd ? `${missing}.` : `${missing} before another bracket closes.`;
}
