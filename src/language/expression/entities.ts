import { decodeHTMLStrict } from 'entities';
import { unmapped, type MappedRun, type MappedText } from './mappedText.js';

/** The framework's idea of a reference; any other `&` is the character itself. */
const reference = /&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|([A-Za-z][A-Za-z0-9]{0,40}));/y;

/** Element text as the framework sees it: references are characters, line ends are `\n`. */
export function decodeText(raw: string): MappedText {
  return raw.includes('&') || raw.includes('\r') ? decode(raw, false) : unmapped(raw);
}

/** An attribute's value as the framework sees it: like text, and every written line break or tab is a blank. */
export function decodeAttribute(raw: string): MappedText {
  return raw.includes('&') || hasBreak(raw) ? decode(raw, true) : unmapped(raw);
}

function hasBreak(raw: string): boolean {
  return raw.includes('\n') || raw.includes('\t') || raw.includes('\r');
}

function decode(raw: string, isAttribute: boolean): MappedText {
  const runs: MappedRun[] = [{ at: 0, source: 0 }];
  let text = '';
  let from = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const code = raw.charCodeAt(at);
    if (code !== 38 && code !== 13 && !(isAttribute && (code === 10 || code === 9))) continue;
    const made = code === 38 ? decodeReference(raw, at) : decodeBreak(raw, at, isAttribute);
    if (made === null) continue;
    text += raw.slice(from, at) + made.text;
    from = at + made.length;
    // A part of the same length needs no run of its own.
    if (made.text.length !== made.length) {
      runs.push(
        { at: text.length - made.text.length, source: at },
        { at: text.length, source: from },
      );
    }
    at = from - 1;
  }
  return { text: text + raw.slice(from), runs, source: null };
}

interface Decoded {
  readonly text: string;
  readonly length: number;
}

function decodeBreak(raw: string, at: number, isAttribute: boolean): Decoded {
  const isPair = raw.charCodeAt(at) === 13 && raw.charCodeAt(at + 1) === 10;
  return { text: isAttribute ? ' ' : '\n', length: isPair ? 2 : 1 };
}

function decodeReference(raw: string, at: number): Decoded | null {
  reference.lastIndex = at;
  const found = reference.exec(raw);
  if (found === null) return null;
  const [whole, decimal, hexadecimal] = found;
  const text =
    decimal !== undefined
      ? characterOf(parseInt(decimal, 10))
      : hexadecimal !== undefined
        ? characterOf(parseInt(hexadecimal, 16))
        : namedCharacter(whole);
  return text === '' ? null : { text, length: whole.length };
}

/** The one or two characters of a name of HTML5, nothing for another name. */
function namedCharacter(written: string): string {
  const text = decodeHTMLStrict(written);
  // An unknown name that begins like a known one (`&ltx;`) comes back as `<x;`.
  return text.length > 1 && text.endsWith(';') ? '' : text;
}

/** The character of a number, nothing where XML has none. */
function characterOf(code: number): string {
  const isCharacter =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff);
  return isCharacter ? String.fromCodePoint(code) : '';
}
