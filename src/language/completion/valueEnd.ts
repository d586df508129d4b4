import type { StartTag } from '../syntax/token.js';
import type { TagState } from './tagState.js';

/** Where the value ends that a caret is in. A quote that is missing leaves what is behind alone. */
export function valueEnd(
  text: string,
  tag: StartTag,
  { start, quote }: TagState & { kind: 'value' },
  offset: number,
): { end: number; missingQuote: '"' | "'" | null } {
  if (quote === null) {
    const rest = /^(?:(?!\/>)[^\s<>])*/.exec(text.slice(offset, offset + 999))?.[0] ?? '';
    // Behind the sign with white space after it: nothing is written yet.
    return {
      end: offset + (start === offset && text[offset - 1] !== '=' ? 0 : rest.length),
      missingQuote: null,
    };
  }
  const close = text.indexOf(quote, offset);
  const read = tag.attributes.find(({ valueStart }) => tag.start + valueStart === start);
  const isRight =
    close >= 0 &&
    read?.value !== undefined &&
    tag.start + read.valueStart + (read.value?.length ?? 0) === close &&
    /^(?:[\s>]|\/|$)/.test(text.slice(close + 1, close + 2));
  if (isRight) return { end: close, missingQuote: null };
  const word = /^[\w.:-]*/.exec(text.slice(offset, offset + 99))?.[0] ?? '';
  const isOther = /^\s*=/.test(text.slice(offset + word.length, offset + word.length + 9));
  const end = isOther ? offset : offset + word.length;
  return { end, missingQuote: text[end] === quote ? null : quote };
}
