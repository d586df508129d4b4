import { decodeText } from '../../expression/entities.js';
import { sourceOffset } from '../../expression/mappedText.js';
import { startOf, type Element } from '../../syntax/element.js';
import { endOf } from '../../syntax/token.js';

/** The SQL between the tags of an element, and where its parts stand, counted from the element's `<`. */
export interface ElementSql {
  readonly sql: string;
  offset(at: number): number;
}

/** The text of `element` as the framework puts it together: pieces between child elements, entities read. */
export function sqlOf(element: Element, text: string): ElementSql {
  const base = startOf(element);
  const pieces: { at: number; offset: (at: number) => number }[] = [];
  let sql = '';
  for (const child of element.children) {
    // The framework puts a line break where a child element stood.
    if (child.kind === 'element' && sql !== '') sql += '\n';
    if (child.kind !== 'text' && child.kind !== 'cdata') continue;
    const isCData = child.kind === 'cdata';
    const start = child.start + (isCData ? '<![CDATA['.length : 0);
    const isClosed = isCData && child.problems.length === 0;
    const end = Math.max(start, endOf(child) - (isClosed ? ']]>'.length : 0));
    const raw = text.slice(start, end);
    const mapped = isCData ? null : decodeText(raw);
    const at = sql.length;
    pieces.push({
      at,
      offset: (inner) => start - base + (mapped ? sourceOffset(mapped, inner) : inner),
    });
    sql += mapped ? mapped.text : raw;
  }
  return {
    sql,
    offset: (at) => {
      const piece = pieces.findLast((one) => one.at <= at);
      return piece ? piece.offset(at - piece.at) : 0;
    },
  };
}
