import type { LanguageContext } from '../completion/languageContext.js';
import type { Expression } from '../expression/ast.js';
import { decodeAttribute } from '../expression/entities.js';
import { namesRead } from '../expression/names.js';
import { parseExpression } from '../expression/parseExpression.js';
import { definitionsNamed } from '../scope/region.js';
import type { Element } from '../syntax/element.js';
import { attributeOf, type Attribute } from '../syntax/token.js';
import { loopGiving } from './drawnLoops.js';
import { propTypeOf, type PropType } from './propType.js';

/** What a parameter of a component stands for in one call. */
export interface HandedValue {
  /** As an expression of the page. */
  readonly source: string;
  /** Whether it needs no brackets inside of another expression. */
  readonly isSimple: boolean;
  /** The text it is, where it is one. */
  readonly text: string | null;
  /** The names of the page that it reads. */
  readonly reads: readonly string[];
}

/** What a call hands over for a `q:param`, or a sentence saying why it cannot stand in its place. */
export function handedValue(
  param: Element,
  call: Element,
  context: LanguageContext,
): HandedValue | string {
  const name = attributeOf(param.tag, 'name')?.value ?? '';
  const type = (attributeOf(param.tag, 'type')?.value ?? 'string').toLowerCase();
  const fallback = attributeOf(param.tag, 'default');
  const given = attributeOf(call.tag, name) ?? fallback;
  if (!given) return `${name} is not handed over, and has no default.`;
  const text = valueOf(given);
  if (!text.includes('{') && !text.includes('}')) return literal(name, text, type);
  const inner = /^\s*\{([^{}]*)\}\s*$/.exec(text)?.[1];
  if (given === fallback || inner === undefined)
    return `${name} is put together of text and expressions.`;
  const { ast, problems } = parseExpression(inner);
  if (!ast || problems.length > 0) return `What is handed over as ${name} is no expression.`;
  const known = typeOf(ast, call, context);
  if (!passed.has(type) && known?.type !== type) {
    return `${name} is made a value of type ${type}, and what is handed over may be of another.`;
  }
  if (fallback && known?.isRequired !== true) {
    return `${name} has a default for null, which is what may be handed over.`;
  }
  const reads = namesRead(ast).map((read) => read.name);
  return { source: inner.trim(), isSimple: simple.has(ast.kind), text: null, reads };
}

/** The types that a value of any kind is handed over as without being changed. */
const passed = new Set(['string', 'text', 'array', 'object', 'any', 'json']);
const simple = new Set<Expression['kind']>([
  'name',
  'member',
  'subscript',
  'call',
  'parenthesized',
]);

function literal(name: string, text: string, type: string): HandedValue | string {
  const made = (source: string, own: string | null): HandedValue => {
    return { source, isSimple: own !== null && !/^[\d-]/.test(source), text: own, reads: [] };
  };
  if (passed.has(type)) return made(quoted(text), text);
  const isNumber = type === 'integer' || type === 'number' || type === 'numeric';
  if (isNumber && /^(?:0|[1-9]\d{0,8})$/.test(text)) return made(text, text);
  if (type === 'boolean' && (text === 'true' || text === 'false')) return made(text, null);
  return `${name} is made a value of type ${type} of the text “${text}”.`;
}

/** A text as expressions write it. */
function quoted(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  return `'${escaped.replaceAll("'", "\\'")}'`;
}

/** What is known of the value of an expression of the page. */
function typeOf(ast: Expression, call: Element, context: LanguageContext): PropType | null {
  switch (ast.kind) {
    case 'parenthesized':
      return typeOf(ast.inner, call, context);
    case 'name':
      return typeOfName(ast.name, call, context);
    case 'number':
      return { type: Number.isInteger(ast.value) ? 'integer' : 'number', isRequired: true };
    case 'comparison':
      return { type: 'boolean', isRequired: true };
    case 'string':
      return { type: 'string', isRequired: true };
    case 'conditional': {
      const one = typeOf(ast.value, call, context);
      const other = typeOf(ast.otherwise, call, context);
      return one?.type === other?.type && other?.isRequired === true ? one : null;
    }
    default:
      return null;
  }
}

function typeOfName(name: string, call: Element, context: LanguageContext): PropType | null {
  const region = context.names.around(call)?.region;
  if (!region) return null;
  const loop = loopGiving(name, call, context.catalogue);
  const definitions = definitionsNamed(region, name);
  if (!loop && definitions.length === 0 && !region.implicit.has(name)) return null;
  if (!loop && definitions.length === 0 && (name === 'query' || name === 'form')) return null;
  return propTypeOf({ name, definitions, loop, isReadByProperty: false });
}

function valueOf({ value, name }: Attribute): string {
  return value === null ? name : decodeAttribute(value).text;
}
