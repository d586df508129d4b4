#!/usr/bin/env node
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ProblemError } from '../client/problemError.js';
import { ReloadNeededError } from '../client/reloadNeededError.js';
import { ServiceUnavailableError } from '../client/serviceUnavailableError.js';
import { defaultHome } from '../protocol/home.js';
import { productVersion } from '../protocol/productVersion.js';
import { cliService } from './cliService.js';
import { programHelp, verbHelp } from './help.js';
import { createOutput } from './output.js';
import { exitCodes, UsageError, type ExitCode, type Verb } from './verb.js';
import { verbs } from './verbList.js';

function findVerb(args: readonly string[]): { verb: Verb; rest: string[] } | null {
  for (const words of [2, 1]) {
    const name = args.slice(0, words).join(' ');
    const verb = verbs.find((candidate) => candidate.name === name);
    if (verb) return { verb, rest: args.slice(words) };
  }
  return null;
}

function parse(verb: Verb, args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...verb.options,
        home: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

async function run(args: readonly string[]): Promise<ExitCode> {
  const output = createOutput(false);
  if (args.includes('--version')) {
    output.result(null, [productVersion]);
    return exitCodes.ok;
  }
  const found = findVerb(args);
  if (!found) {
    const asked = args.length === 0 || ['-h', '--help', 'help'].includes(args[0] ?? '');
    if (!asked) throw new UsageError(`There is no command "${args.join(' ')}".`);
    output.result(null, [programHelp(verbs)]);
    return exitCodes.ok;
  }
  const { values, positionals } = parse(found.verb, found.rest);
  if (values['help'] === true) {
    output.result(null, [verbHelp(found.verb)]);
    return exitCodes.ok;
  }
  return runVerb(found.verb, values, positionals);
}

async function runVerb(
  verb: Verb,
  values: Readonly<Record<string, string | boolean | undefined>>,
  positionals: readonly string[],
): Promise<ExitCode> {
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort());
  const named = typeof values['home'] === 'string' ? path.resolve(values['home']) : undefined;
  const home = named ?? defaultHome();
  const source = cliService(named, interrupt.signal);
  const output = createOutput(values['json'] === true);
  const { signal } = interrupt;
  try {
    return await verb.run({
      home,
      positionals,
      values,
      output,
      service: () => source.get(),
      signal,
    });
  } finally {
    await source.close();
  }
}

function explain(error: unknown): ExitCode {
  const output = createOutput(false);
  if (error instanceof UsageError) {
    output.message(`${error.message} See quantum-admin --help.`);
    return exitCodes.usage;
  }
  const told = error as Partial<Record<'message' | 'repair', string>>;
  output.message([told.message ?? String(error), told.repair].filter(Boolean).join(' '));
  if (error instanceof ProblemError) return exitCodes.failed;
  if (error instanceof ServiceUnavailableError || error instanceof ReloadNeededError) {
    return exitCodes.unavailable;
  }
  return exitCodes.failed;
}

void run(process.argv.slice(2))
  .catch(explain)
  .then((code) => {
    // Nothing may keep a finished command: a connection kept alive, a timer of the service inside.
    process.stdout.write('', () => process.exit(code));
  });
