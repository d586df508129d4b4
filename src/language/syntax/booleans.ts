import type { Element } from './element.js';
import { attributeOf } from './token.js';

const yes = new Set(['true', '1', 'yes']);

/** Whether a flag is set, as the framework reads most of them: `require_auth`, `paginate`, `sortable`, `sort`. */
export function isOn(element: Element, name: string): boolean {
  return yes.has(written(element, name));
}

/** Whether a parameter of a component, an action or a function must be given: there `true` alone counts. */
export function isRequired(param: Element): boolean {
  return written(param, 'required') === 'true';
}

function written({ tag }: Element, name: string): string {
  return attributeOf(tag, name)?.value?.toLowerCase() ?? '';
}
