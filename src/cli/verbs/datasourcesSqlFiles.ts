import path from 'node:path';
import { dataOf } from '../../client/problemError.js';
import { idArgument } from '../arguments.js';
import { followJob } from '../datasources/followJob.js';
import { exitCodes, UsageError, type Verb, type VerbContext } from '../verb.js';

const ways = [
  ['load', '/api/datasources/{id}/load', 'Run a file of SQL in its database'],
  ['dump', '/api/datasources/{id}/dump', 'Write its tables and rows into a file of SQL'],
] as const;

/** Files of SQL into and out of a database. */
export const datasourceSqlFiles: readonly Verb[] = ways.map(([way, address, summary]) => ({
  name: `datasources ${way}`,
  args: 'ID FILE',
  summary,
  async run(context: VerbContext) {
    const [id, file, ...more] = context.positionals;
    if (file === undefined || more.length > 0) throw new UsageError('ID and FILE are needed.');
    const params = { path: { id: idArgument(id === undefined ? [] : [id]) } };
    const body = { path: path.resolve(file) };
    const { api } = await context.service();
    const begun = await dataOf(api.POST(address, { params, body }));
    const code = await followJob(context, begun);
    const done = way === 'load' ? `${file} is in ${begun.name}` : `${begun.name} is in ${file}`;
    context.output.result(begun, code === exitCodes.ok ? [done] : []);
    return code;
  },
}));
