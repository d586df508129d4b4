const startOfName = /^[\p{XID_Start}_]$/u;
const insideName = /^\p{XID_Continue}$/u;

/** 1 where an ASCII character can start a name, 2 where it can only continue one. */
const ascii = new Uint8Array(128);
for (let code = 97; code <= 122; code += 1) ascii[code] = ascii[code - 32] = 1;
for (let code = 48; code <= 57; code += 1) ascii[code] = 2;
ascii[95] = 1;

/** Whether a name can start with this code point, as Python sees it. */
export function startsName(code: number): boolean {
  return code < 128 ? ascii[code] === 1 : startOfName.test(String.fromCodePoint(code));
}

/** Whether a name can go on with this code point, as Python sees it. */
export function continuesName(code: number): boolean {
  return code < 128 ? ascii[code] !== 0 : insideName.test(String.fromCodePoint(code));
}

/** Whether the UTF-16 unit is a decimal digit of ASCII. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** What Python's `strip` takes away: a little more and a little less than JavaScript's `trim`. */
export function isPythonSpace(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13) || (code >= 28 && code <= 31);
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** The part of `text` that the framework reads: without the white space around it. */
export function stripped(text: string, from = 0, to = text.length): { start: number; end: number } {
  let start = from;
  let end = to;
  while (start < end && isPythonSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isPythonSpace(text.charCodeAt(end - 1))) end -= 1;
  return { start, end };
}

/** The text in characters as Python counts them: a pair of surrogates is one. */
export function characterCount(text: string, start: number, end: number): number {
  let count = end - start;
  for (let at = start; at < end - 1; at += 1) {
    if (
      (text.charCodeAt(at) & 0xfc00) === 0xd800 &&
      (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00
    ) {
      count -= 1;
      at += 1;
    }
  }
  return count;
}

/** Whether every character is ASCII. */
export function isAsciiOnly(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}
