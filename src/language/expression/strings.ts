/** What a text literal says; `message` is why Python refuses it. */
export interface ReadString {
  readonly value: string;
  readonly message: string | null;
}

const simple: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const hexDigits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

interface Escape {
  readonly length: number;
  readonly text: string;
  readonly message: string | null;
}

function hexEscape(body: string, at: number, letter: string): Escape {
  const wanted = hexDigits[letter] ?? 0;
  const digits = body.slice(at + 2, at + 2 + wanted);
  const code =
    digits.length === wanted && /^[0-9a-fA-F]+$/.test(digits) ? parseInt(digits, 16) : -1;
  return code < 0 || code > 0x10ffff
    ? {
        length: 2,
        text: '',
        message: `\\${letter} needs ${wanted} digits of a character's number behind it; write \\\\ for a backslash.`,
      }
    : { length: 2 + wanted, text: String.fromCodePoint(code), message: null };
}

function namedEscape(body: string, at: number): Escape {
  const close = body.indexOf('}', at + 3);
  // Which names exist is Unicode's list; a name that could be one is left to the framework.
  const isName = body.charAt(at + 2) === '{' && close > at + 3;
  return isName
    ? { length: close + 1 - at, text: '\ufffd', message: null }
    : {
        length: 2,
        text: '',
        message: '\\N needs the name of a character in braces; write \\\\ for a backslash.',
      };
}

function escapeAt(body: string, at: number, isBytes: boolean): Escape {
  const letter = body.charAt(at + 1);
  if (Object.hasOwn(simple, letter))
    return { length: 2, text: simple[letter] ?? '', message: null };
  if (letter === '\r' && body.charAt(at + 2) === '\n')
    return { length: 3, text: '', message: null };
  if (letter === '\n' || letter === '\r') return { length: 2, text: '', message: null };
  if (letter === 'x' || (!isBytes && Object.hasOwn(hexDigits, letter)))
    return hexEscape(body, at, letter);
  if (letter === 'N' && !isBytes) return namedEscape(body, at);
  const octal = /^[0-7]{1,3}/.exec(body.slice(at + 1, at + 4))?.[0];
  if (octal !== undefined)
    return {
      length: 1 + octal.length,
      text: String.fromCodePoint(parseInt(octal, 8)),
      message: null,
    };
  return { length: 1, text: '\\', message: null };
}

/** The value of what stands between the quotes of a literal that is not raw. */
export function readEscapes(body: string, isBytes: boolean): ReadString {
  let value = '';
  let message: string | null = null;
  let from = 0;
  for (let at = body.indexOf('\\'); at >= 0; at = body.indexOf('\\', from)) {
    const escape = escapeAt(body, at, isBytes);
    value += body.slice(from, at) + escape.text;
    message ??= escape.message;
    from = at + escape.length;
  }
  return { value: value + body.slice(from), message };
}

/** Where the literal whose opening quote is at `quote` ends; `isClosed` is false when its closing quote is missing. */
export function endOfString(
  text: string,
  quote: number,
  end: number,
): { readonly end: number; readonly isClosed: boolean; readonly width: 1 | 3 } {
  const mark = text.charCodeAt(quote);
  const isTriple =
    quote + 2 < end && text.charCodeAt(quote + 1) === mark && text.charCodeAt(quote + 2) === mark;
  let at = quote + (isTriple ? 3 : 1);
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 92) {
      at += text.charCodeAt(at + 1) === 13 && text.charCodeAt(at + 2) === 10 ? 3 : 2;
    } else if (code === mark) {
      if (!isTriple) return { end: at + 1, isClosed: true, width: 1 };
      if (at + 2 < end && text.charCodeAt(at + 1) === mark && text.charCodeAt(at + 2) === mark)
        return { end: at + 3, isClosed: true, width: 3 };
      at += 1;
    } else if (!isTriple && (code === 10 || code === 13)) {
      return { end: at, isClosed: false, width: 1 };
    } else at += 1;
  }
  return { end: Math.min(at, end), isClosed: false, width: isTriple ? 3 : 1 };
}
