const end = /;[ \t]*\r?\n/g;

/** Where the last line that ends a statement is over; 0 when there is none. */
function lastEnd(text: string): number {
  let at = 0;
  for (const found of text.matchAll(end)) at = found.index + found[0].length;
  return at;
}

/**
 * Passes a text on up to a line that ends a statement. A client that is cut off runs what it has: half of a
 * `DELETE … WHERE …` deletes everything. Lines that end so inside of a string are no end, and an open string
 * is not run.
 */
export async function* wholeStatements(text: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  for await (const chunk of text) {
    // One byte a character: where it ends is the same in UTF-8.
    const before = waiting.at(-1)?.subarray(-64) ?? Buffer.alloc(0);
    const at = lastEnd(Buffer.concat([before, chunk]).toString('latin1')) - before.length;
    if (at <= 0) {
      waiting.push(chunk);
      continue;
    }
    yield Buffer.concat([...waiting, chunk.subarray(0, at)]);
    waiting = at < chunk.length ? [chunk.subarray(at)] : [];
  }
  yield Buffer.concat([...waiting, Buffer.from('\n')]);
}
