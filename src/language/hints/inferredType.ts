import type { LanguageContext } from '../completion/languageContext.js';
import { plainValue } from '../completion/elementNames.js';
import { variableAt } from '../completion/variables.js';
import type { Expression } from '../expression/ast.js';
import type { Element } from '../syntax/element.js';

const ofFunctions: Readonly<Record<string, string>> = {
  ceil: 'integer',
  chance: 'boolean',
  contains: 'boolean',
  dateDiff: 'integer',
  dateFormat: 'string',
  float: 'decimal',
  floor: 'integer',
  hashPassword: 'string',
  int: 'integer',
  join: 'string',
  len: 'integer',
  lower: 'string',
  replace: 'string',
  slugify: 'string',
  sort: 'array',
  split: 'array',
  str: 'string',
  trim: 'string',
  upper: 'string',
  urlencode: 'string',
  verifyPassword: 'boolean',
};

/** The type of an expression's value, by the names `q:set` has for types; null where running it tells alone. */
export function inferredType(
  node: Expression,
  element: Element,
  context: LanguageContext,
): string | null {
  switch (node.kind) {
    case 'number':
      return node.value === null ? null : Number.isInteger(node.value) ? 'integer' : 'decimal';
    case 'string':
      return node.value === null ? null : 'string';
    case 'constant':
      return /^(?:true|false)$/i.test(node.word) ? 'boolean' : null;
    case 'comparison':
      return 'boolean';
    case 'list':
      return 'array';
    case 'dictionary':
      return 'object';
    case 'parenthesized':
      return inferredType(node.inner, element, context);
    case 'unary':
      return node.operator === 'not' ? 'boolean' : inferredType(node.operand, element, context);
    case 'conditional': {
      const type = inferredType(node.value, element, context);
      return type === inferredType(node.otherwise, element, context) ? type : null;
    }
    case 'call':
      return node.callee.kind === 'name' ? (ofFunctions[node.callee.name] ?? null) : null;
    case 'name':
      return ofVariable(node.name, element, context);
    default:
      return null;
  }
}

function ofVariable(name: string, element: Element, context: LanguageContext): string | null {
  const definition = variableAt(context, element, name)?.definition;
  switch (definition?.kind) {
    case 'rows':
      return `rows of ${name}`;
    case 'row':
      return `row of ${plainValue(definition.element, 'query') ?? name}`;
    case 'parameter':
      return plainValue(definition.element, 'type') ?? 'string';
    case 'value':
      return definition.place.name === 'q:set' ? plainValue(definition.element, 'type') : null;
    default:
      return null;
  }
}
