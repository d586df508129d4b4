import { atMost } from '../arguments.js';
import { createOutput } from '../output.js';
import { exitCodes, UsageError, type Verb } from '../verb.js';

export const check: Verb = {
  name: 'check',
  args: '[DIR|FILE]',
  summary: 'Find mistakes in all files of an application; needs no service and no Python',
  options: { sarif: { type: 'boolean' }, severity: { type: 'string' } },
  optionHelp: [
    '--severity LEVEL   leave out what is less grave: error, warning, information, hint (default)',
    '--sarif            SARIF 2.1.0 on stdout, for code hosts',
  ],
  async run({ positionals, values, output }) {
    atMost(positionals, 1);
    const sarif = values['sarif'] === true;
    if (sarif && output.json) throw new UsageError('Either --json or --sarif, not both.');
    const { severity = 'hint' } = values;
    // What it reads with takes longer to load than the rest of the program.
    const { runCheck } = await import('../check/runCheck.js');
    try {
      const asked = { sarif, severity: String(severity) };
      const { document, lines, hasErrors } = await runCheck(positionals[0] ?? '.', asked);
      (sarif ? createOutput(true) : output).result(document, lines);
      return hasErrors ? exitCodes.failed : exitCodes.ok;
    } catch (error) {
      // Nobody may take a check that did not run for one that found something.
      output.message(error instanceof Error ? error.message : String(error));
      return exitCodes.usage;
    }
  },
};
