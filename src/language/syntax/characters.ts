/** Character codes the reader asks for. */
export const code = {
  tab: 9,
  lineFeed: 10,
  carriageReturn: 13,
  space: 32,
  exclamation: 33,
  doubleQuote: 34,
  ampersand: 38,
  singleQuote: 39,
  slash: 47,
  lessThan: 60,
  equals: 61,
  greaterThan: 62,
  question: 63,
  openBrace: 123,
  closeBrace: 125,
} as const;

/** XML's white space. */
export function isSpace(char: number): boolean {
  return char === 32 || char === 10 || char === 9 || char === 13;
}

/** Whether a tag's name may begin with `char`: a letter, `_`, or anything beyond ASCII that is no sign. */
export function startsName(char: number): boolean {
  return (char >= 97 && char <= 122) || (char >= 65 && char <= 90) || char === 95 || char >= 0xc0;
}

/** Whether `char` may go on a tag's name. */
export function continuesName(char: number): boolean {
  return (
    startsName(char) || (char >= 48 && char <= 58) || char === 45 || char === 46 || char === 0xb7
  );
}
