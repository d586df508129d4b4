import type { Expression, NamedSpan, Span } from '../expression/ast.js';
import type { TreeBuilder } from './treeBuilder.js';

/** Where a part of an expression stands in the document. */
export type PlaceOf = (span: Span) => Span;

/** Adds an expression and what it is made of. */
export function addExpression(
  expression: Expression,
  field: string,
  place: PlaceOf,
  tree: TreeBuilder,
): void {
  const text = wordOf(expression);
  tree.node(
    expression.kind,
    place(expression),
    {
      field,
      ...(text === null ? {} : { text }),
      isBroken: expression.kind === 'broken' || expression.kind === 'missing',
    },
    () => addParts(expression, place, tree),
  );
}

/** What an expression is called; null where its kind says it. */
function wordOf(expression: Expression): string | null {
  switch (expression.kind) {
    case 'name':
      return expression.name;
    case 'number':
      return String(expression.value);
    case 'string':
      return JSON.stringify(expression.value);
    case 'constant':
      return expression.word;
    case 'unary':
    case 'binary':
    case 'boolean':
      return expression.operator;
    case 'comparison':
      return expression.operators.join(' ');
    case 'member':
      return `.${expression.property.name}`;
    default:
      return null;
  }
}

function addParts(expression: Expression, place: PlaceOf, tree: TreeBuilder): void {
  const add = (field: string, part: Expression | null): void => {
    if (part) addExpression(part, field, place, tree);
  };
  const addName = (field: string, name: NamedSpan | null): void => {
    if (name) tree.node('identifier', place(name), { field, text: name.name });
  };
  switch (expression.kind) {
    case 'name':
    case 'number':
    case 'string':
    case 'constant':
    case 'missing':
      break;
    case 'member':
      add('object', expression.object);
      addName('property', expression.property);
      break;
    case 'subscript':
      add('object', expression.object);
      add('index', expression.index);
      break;
    case 'slice':
      add('object', expression.object);
      add('from', expression.from);
      add('to', expression.to);
      break;
    case 'call':
      add('callee', expression.callee);
      for (const argument of expression.arguments)
        tree.node('argument', place(argument), { field: 'argument' }, () => {
          addName('name', argument.name);
          add('value', argument.value);
        });
      break;
    case 'unary':
      add('operand', expression.operand);
      break;
    case 'binary':
      add('left', expression.left);
      add('right', expression.right);
      break;
    case 'comparison':
    case 'boolean':
      for (const operand of expression.operands) add('operand', operand);
      break;
    case 'conditional':
      add('value', expression.value);
      add('condition', expression.condition);
      add('otherwise', expression.otherwise);
      break;
    case 'tuple':
    case 'list':
    case 'set':
      for (const item of expression.items) add('item', item);
      break;
    case 'dictionary':
      for (const { key, value } of expression.entries) {
        add('key', key);
        add('value', value);
      }
      break;
    case 'parenthesized':
      add('inner', expression.inner);
      break;
    case 'broken':
      for (const part of expression.parts) add('part', part);
      break;
    default:
      expression satisfies never;
  }
}
