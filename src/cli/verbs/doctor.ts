import path from 'node:path';
import { dataOf } from '../../client/problemError.js';
import { atMost } from '../arguments.js';
import { exitCodes, type Verb } from '../verb.js';

const marks = { ok: 'ok     ', warning: 'warning', error: 'error  ' };

export const doctor: Verb = {
  name: 'doctor',
  args: '[DIR]',
  summary: 'What works for the projects, or for one folder, and what would mend the rest',
  async run({ service, positionals, output }) {
    atMost(positionals, 1);
    const [folder] = positionals;
    const { api } = await service();
    const query = folder === undefined ? {} : { rootPath: path.resolve(folder) };
    const report = await dataOf(api.GET('/api/doctor', { params: { query } }));
    output.result(
      report,
      report.checks.flatMap(({ state, title, sentence, repairs }) => [
        `${marks[state]}  ${title}: ${sentence}`,
        ...repairs.map(
          (repair) =>
            `           → ${repair.label}${repair.kind === 'terminal' ? `: ${repair.command}` : ''}`,
        ),
      ]),
    );
    return report.checks.some(({ state }) => state === 'error') ? exitCodes.failed : exitCodes.ok;
  },
};
