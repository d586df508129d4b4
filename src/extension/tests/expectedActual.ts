/** What a test wanted and what there was, for a comparison side by side. */
export interface ExpectedActual {
  readonly expected: string;
  readonly actual: string;
}

/** How the framework words its refusals; each names what was wanted first. */
const wordings = [
  /^expected flash "(?<expected>[^]*)", got (?<actual>"[^]*?"|no flash)(?: —|$)/,
  /^expected status (?<expected>\d+), got (?<actual>\d+)/,
  /^expected a redirect to (?<expected>\S+), got (?<actual>[^]*?)(?: —|$)/,
  /^expected (?<expected>\d+) [^]*, found (?<actual>\d+)$/,
  /^expected [^\s"]+ = "(?<expected>[^]*)", got "(?<actual>[^]*)"$/,
  /^expected (?<expected>(?:at most )?\d+) queries in [^]*, it ran (?<actual>\d+):/,
  /^expected the page \([^]*?\) to show "(?<expected>[^]*)"; it shows: (?<actual>[^]*)$/,
  /^expected the error on "[^]*" to be "(?<expected>[^]*)", got "(?<actual>[^]*)"$/,
];

/** Both sides of a failure, where its message has two. */
export function expectedActual(message: string): ExpectedActual | null {
  for (const wording of wordings) {
    const { expected, actual } = wording.exec(message)?.groups ?? {};
    if (expected !== undefined && actual !== undefined) {
      return { expected, actual: inLines(actual.replace(/^"([^]*)"$/, '$1')) };
    }
  }
  return null;
}

/** Columns of one side of a comparison that is read without scrolling. */
const widest = 55;

/** A page's text comes as one line: it is broken between words, so that all of it is seen. */
function inLines(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > widest) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join('\n');
}
