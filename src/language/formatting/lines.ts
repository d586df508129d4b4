/** Where the line of `offset` begins. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isLineBreak(text, at - 1)) at -= 1;
  return at;
}

/** Where the line of `offset` ends, its line break left out. */
export function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isLineBreak(text, at)) at += 1;
  return at;
}

/** Where the white space ends with which the line of `offset` begins. */
export function indentationEnd(text: string, offset: number): number {
  let at = lineStart(text, offset);
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return at;
}

/** The white space with which the line of `offset` begins. */
export function indentationAt(text: string, offset: number): string {
  return text.slice(lineStart(text, offset), indentationEnd(text, offset));
}

function isLineBreak(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}

/** Whether `text` has more than one line. */
export function hasLineBreak(text: string): boolean {
  return text.includes('\n') || text.includes('\r');
}
