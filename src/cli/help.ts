import { table } from './output.js';
import type { Verb } from './verb.js';

const common = [
  '--home DIR         folder of all state (default: QUANTUM_ADMIN_HOME, else the platform’s)',
  '--json             one JSON document on stdout; messages go to stderr',
  '-h, --help         this',
];

const call = (verb: Verb): string => [verb.name, verb.args].filter(Boolean).join(' ');

export function programHelp(verbs: readonly Verb[]): string {
  return [
    'quantum-admin: the command line of Quantum Admin’s service',
    '',
    ...table(verbs.map((verb) => [`  quantum-admin ${call(verb)}`, verb.summary])),
    '',
    'Every command takes:',
    ...common.map((line) => `  ${line}`),
    '  --version          of this program',
    '',
    'Exit codes: 0 done, 1 a problem was found or something failed, 2 not understood,',
    '3 the service cannot be reached.',
  ].join('\n');
}

export function verbHelp(verb: Verb): string {
  return [
    `quantum-admin ${call(verb)}`,
    `  ${verb.summary}.`,
    '',
    ...[...(verb.optionHelp ?? []), ...common].map((line) => `  ${line}`),
  ].join('\n');
}
