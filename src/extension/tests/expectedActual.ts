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
      return { expected, actual: actual.replace(/^"([^]*)"$/, '$1') };
    }
  }
  return null;
}
