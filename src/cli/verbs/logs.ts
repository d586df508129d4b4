import { open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { logTail, newestLog } from '../../client/logTail.js';
import { readableLine } from '../../client/readableLine.js';
import { countOption } from '../arguments.js';
import { exitCodes, type Verb, type VerbContext } from '../verb.js';

export const logs: Verb = {
  name: 'logs',
  summary: 'The last lines of the service’s log; works without a service',
  options: { follow: { type: 'boolean', short: 'f' }, lines: { type: 'string', short: 'n' } },
  optionHelp: [
    '-n, --lines N      how many lines (default: 100)',
    '-f, --follow       and those to come, until Ctrl-C',
  ],
  async run(context) {
    const { home, values, output } = context;
    // Where to go on from is looked up first: a line may come twice, but none is left out.
    const from = await size(await newestLog(home));
    const lines = await logTail(home, countOption('lines', values['lines']) ?? 100);
    if (!values['follow']) {
      output.result(lines, lines);
      return exitCodes.ok;
    }
    for (const line of lines) output.item(line, line);
    await follow(context, from);
    return exitCodes.ok;
  },
};

async function size(file: string | null): Promise<number> {
  const handle = file === null ? null : await open(file, 'r').catch(() => null);
  if (handle === null) return 0;
  const { size: bytes } = await handle.stat();
  await handle.close();
  return bytes;
}

/** The log's files are appended to and replaced by the next number; there is nothing to subscribe to. */
async function follow({ home, output, signal }: VerbContext, from: number): Promise<void> {
  let file = await newestLog(home);
  let position = from;
  let rest = '';
  while (!signal.aborted) {
    const text = file === null ? '' : await readFrom(file, position);
    position += Buffer.byteLength(text);
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) output.item(readableLine(line), readableLine(line));
    const newest = await newestLog(home);
    if (newest !== file && text === '') {
      file = newest;
      position = 0;
    }
    await pause(200, undefined, { signal }).catch(() => undefined);
  }
}

async function readFrom(file: string, position: number): Promise<string> {
  const handle = await open(file, 'r').catch(() => null);
  if (handle === null) return '';
  try {
    const length = Math.max(0, (await handle.stat()).size - position);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
    // Lines are ASCII up to their last byte, the line feed: nothing is cut inside a character.
    const whole = buffer.subarray(0, bytesRead).lastIndexOf(10) + 1;
    return buffer.subarray(0, whole).toString('utf8');
  } finally {
    await handle.close();
  }
}
