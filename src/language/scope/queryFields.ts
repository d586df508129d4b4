import { endOf } from '../syntax/token.js';
import type { Element } from '../syntax/element.js';

/**
 * The columns a `q:query` yields, by the names and aliases in its SELECT; null where its text does not tell
 * (`*`, several statements, expressions without a name).
 */
export function queryFields(query: Element, text: string): readonly string[] | null {
  let fields = kept.get(query);
  if (fields === undefined) {
    fields = readFields(query, text);
    kept.set(query, fields);
  }
  return fields;
}

const kept = new WeakMap<Element, readonly string[] | null>();

function readFields(query: Element, text: string): readonly string[] | null {
  const sql = query.children
    .map((child) => (child.kind === 'text' ? text.slice(child.start, endOf(child)) : null))
    .join('');
  if (query.children.some(({ kind }) => kind === 'element' || kind === 'cdata')) {
    // Parameters stand beside the SQL; whatever else does is not looked into.
    const others = query.children.filter((child) => child.kind === 'element');
    if (others.some((child) => child.tag.name !== 'q:param')) return null;
    if (query.children.some(({ kind }) => kind === 'cdata')) return null;
  }
  const list = /^\s*select\s+(?:distinct\s+)?([^]*?)\s+from\s/i.exec(sql)?.[1];
  if (list === undefined || /['"`(){}*;]/.test(list)) return null;
  const names = list
    .split(',')
    .map((item) => /^(?:[\w.]+\s+as\s+)?(?:\w+\.)?(\w+)$/i.exec(item.trim())?.[1]);
  return names.every((name) => name !== undefined) ? names : null;
}
