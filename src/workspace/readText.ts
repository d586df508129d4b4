import { readFile } from 'node:fs/promises';

/** What reading a file as UTF-8 came to. */
export type TextReading =
  | { readonly kind: 'text'; readonly text: string }
  /** `before`: all up to the first byte that is none of UTF-8. */
  | { readonly kind: 'otherEncoding'; readonly before: string }
  /** `reason`: the system's code, as `EACCES`. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Reads a text file, with its byte order mark. Never throws. */
export async function readText(file: string): Promise<TextReading> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { kind: 'unreadable', reason: code ?? String(error) };
  }
  const text = decoded(bytes, false);
  if (text !== null) return { kind: 'text', text };
  return { kind: 'otherEncoding', before: longestPrefix(bytes) };
}

/** Null where the bytes are no UTF-8. `isPart`: more may follow, so a character may be cut off. */
function decoded(bytes: Uint8Array, isPart: boolean): string | null {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return decoder.decode(bytes, { stream: isPart });
  } catch {
    return null;
  }
}

function longestPrefix(bytes: Uint8Array): string {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (decoded(bytes.subarray(0, middle), true) === null) high = middle - 1;
    else low = middle;
  }
  return decoded(bytes.subarray(0, low), true) ?? '';
}
