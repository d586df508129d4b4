/**
 * Where in a start tag a caret stands, told by what is before it alone: what is behind may still belong to
 * something else. Offsets are those of the text.
 */
export type TagState =
  | { readonly kind: 'name'; readonly start: number }
  /** Among the attributes; `start` of the word that is being written, the caret when there is none. */
  | { readonly kind: 'attribute'; readonly start: number }
  /** After the sign; `quote` null as long as there is none. */
  | {
      readonly kind: 'value';
      readonly attribute: string;
      readonly start: number;
      readonly quote: '"' | "'" | null;
    }
  /** Where nothing may be written: behind a closing quote, behind the tag. */
  | { readonly kind: 'nothing' };

const name = /[^\s=<>"'/]*/y;
const space = /\s*/y;

/** The state at `caret` of the start tag whose `<` is at `start`. */
export function tagStateAt(text: string, start: number, caret: number): TagState {
  let at = after(name, text, start + 1);
  if (caret <= at) return { kind: 'name', start: start + 1 };
  for (;;) {
    const from = at;
    at = after(space, text, at);
    if (caret <= at) {
      return caret > from ? { kind: 'attribute', start: caret } : { kind: 'nothing' };
    }
    const word = at;
    at = after(name, text, at);
    if (at === word) {
      if (text[at] === '>' || text[at] === '<') return { kind: 'nothing' };
      at += 1;
      continue;
    }
    if (caret <= at) return { kind: 'attribute', start: word };
    const attribute = text.slice(word, at);
    const sign = after(space, text, at);
    if (text[sign] !== '=' || caret <= sign) continue;
    const value = valueAt(text, sign + 1, caret, attribute);
    if (typeof value !== 'number') return value;
    at = value;
  }
}

/** The state in a value that begins behind the sign, or where the value ends if that is before the caret. */
function valueAt(text: string, sign: number, caret: number, attribute: string): TagState | number {
  const start = after(space, text, sign);
  const quote = text[start];
  if (caret <= start) return { kind: 'value', attribute, start: caret, quote: null };
  if (quote === '"' || quote === "'") {
    const close = text.indexOf(quote, start + 1);
    if (close < 0 || close >= caret) {
      return { kind: 'value', attribute, start: start + 1, quote };
    }
    return close + 1;
  }
  let end = start;
  while (end < text.length && !/[\s<>]/.test(text.charAt(end))) end += 1;
  return caret <= end ? { kind: 'value', attribute, start, quote: null } : end;
}

function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  pattern.exec(text);
  return Math.max(at, pattern.lastIndex);
}
