import type { Definition } from '../scope/definition.js';
import { attributeOf } from '../syntax/token.js';
import type { OutsideName } from './outsideNames.js';

/** How a component declares what it is handed. */
export interface PropType {
  /** One that the framework takes such a value for without changing it. */
  readonly type: string;
  /** It is never null: the framework takes null for missing. */
  readonly isRequired: boolean;
}

/** How a component declares a name that it is handed under the same name. */
export function propTypeOf({ definitions, loop }: OutsideName): PropType {
  if (loop) return roundType(loop);
  const [only, ...others] = definitions;
  if (!only) return { type: 'string', isRequired: true };
  if (others.length > 0) return anything;
  if (only.kind === 'parameter') {
    return { type: kept(valueOf(only, 'type') ?? 'string'), isRequired: true };
  }
  if (only.kind === 'rows') return { type: 'array', isRequired: only.place.name === 'q:query' };
  const type = only.place.name === 'q:set' ? valueOf(only, 'type') : undefined;
  return type ? { type: kept(type), isRequired: false } : anything;
}

const anything: PropType = { type: 'any', isRequired: false };

function roundType({ tag }: NonNullable<OutsideName['loop']>): PropType {
  if (attributeOf(tag, 'query')) return { type: 'object', isRequired: true };
  if (!attributeOf(tag, 'items')) return { type: 'integer', isRequired: true };
  return anything;
}

/** Numbers of one kind may come as another; what is checked already need not be checked again. */
function kept(type: string): string {
  const lower = type.toLowerCase();
  if (unchanged.has(lower)) return lower;
  return numbers.has(lower) ? 'number' : 'any';
}

const unchanged = new Set(['string', 'array', 'object', 'json', 'boolean', 'integer']);
const numbers = new Set('int long number numeric decimal float double'.split(' '));

function valueOf({ element }: Definition, attribute: string): string | undefined {
  return attributeOf(element.tag, attribute)?.value ?? undefined;
}
