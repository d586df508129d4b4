import { continuesName, isDigit } from './characters.js';

/** Words that may stand right behind a number: `1if a else 2`. */
const wordsBehind = ['and', 'else', 'for', 'if', 'in', 'is', 'not', 'or'];

export interface ScannedNumber {
  readonly end: number;
  readonly value: number | null;
  readonly message: string | null;
}

const isHex = (code: number): boolean =>
  isDigit(code) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);

/** Digits with single underscores between them; -1 when an underscore stands wrongly. */
function digits(text: string, from: number, end: number, isOne: (code: number) => boolean): number {
  let at = from;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (isOne(code)) at += 1;
    else if (code === 95) {
      if (at === from || !isOne(text.charCodeAt(at + 1)) || at + 1 >= end) return -1;
      at += 1;
    } else break;
  }
  return at;
}

function failed(text: string, from: number, end: number, message: string): ScannedNumber {
  let at = from;
  while (at < end && (continuesName(text.charCodeAt(at)) || text.charCodeAt(at) === 46)) at += 1;
  return { end: Math.max(at, from), value: null, message };
}

function finished(text: string, at: number, end: number, value: number | null): ScannedNumber {
  if (at < end && continuesName(text.codePointAt(at) ?? 0)) {
    if (!wordsBehind.some((word) => text.startsWith(word, at)))
      return failed(text, at, end, 'A name cannot start with a digit: put an operator between.');
  }
  return { end: at, value, message: null };
}

function based(text: string, start: number, end: number): ScannedNumber {
  const base = text.charCodeAt(start + 1) | 32;
  const highest = base === 111 ? 55 : 49;
  const isOne = base === 120 ? isHex : (code: number) => code >= 48 && code <= highest;
  // `0x_1` is a number as well: Python lets one underscore follow the prefix.
  const from = text.charCodeAt(start + 2) === 95 ? start + 3 : start + 2;
  const at = digits(text, from, end, isOne);
  if (at <= from)
    return failed(text, start, end, 'There are no digits behind the prefix of this number.');
  if (at < end && isDigit(text.charCodeAt(at)))
    return failed(text, start, end, 'This digit does not exist in a number of this base.');
  return finished(text, at, end, Number(text.slice(start, at).replaceAll('_', '')));
}

/** The number literal at `start`, a digit or a point with a digit behind it, as Python reads it. */
export function scanNumber(text: string, start: number, end: number): ScannedNumber {
  const first = text.charCodeAt(start);
  if (first === 48 && start + 1 < end) {
    const mark = text.charCodeAt(start + 1) | 32;
    if (mark === 120 || mark === 111 || mark === 98) return based(text, start, end);
  }
  const misplaced = 'An underscore stands only between two digits of a number.';
  let at = digits(text, start, end, isDigit);
  if (at < 0) return failed(text, start, end, misplaced);
  const whole = at;
  let isFloat = false;
  if (at < end && text.charCodeAt(at) === 46) {
    isFloat = true;
    at = digits(text, at + 1, end, isDigit);
    if (at < 0) return failed(text, start, end, misplaced);
  }
  if (at < end && (text.charCodeAt(at) | 32) === 101) {
    const sign = text.charCodeAt(at + 1);
    const isSigned = at + 1 < end && (sign === 43 || sign === 45);
    const from = isSigned ? at + 2 : at + 1;
    if (from < end && isDigit(text.charCodeAt(from))) {
      isFloat = true;
      at = digits(text, from, end, isDigit);
      if (at < 0) return failed(text, start, end, misplaced);
    } else if (isSigned)
      return failed(text, start, end, 'There are no digits in the exponent of this number.');
  }
  if (at < end && (text.charCodeAt(at) | 32) === 106) return finished(text, at + 1, end, null);
  if (!isFloat && first === 48 && whole - start > 1 && /[1-9]/.test(text.slice(start, whole)))
    return failed(
      text,
      start,
      end,
      'A whole number does not start with 0: leave the zeros out, or put quotes around it.',
    );
  const digitsOnly = text.slice(start, at);
  const value = Number(digitsOnly.includes('_') ? digitsOnly.replaceAll('_', '') : digitsOnly);
  return finished(text, at, end, Number.isFinite(value) ? value : null);
}
