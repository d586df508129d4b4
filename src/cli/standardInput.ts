import { text } from 'node:stream/consumers';

/** All that comes by the standard input, without the line's end that a shell adds. */
export const standardInput = async (): Promise<string> =>
  (await text(process.stdin)).replace(/\r?\n$/, '');
