import { dataOf } from '../../client/problemError.js';
import { idArgument } from '../arguments.js';
import type { Verb } from '../verb.js';
import { shown } from './datasources.js';

export const datasourcesDuplicate: Verb = {
  name: 'datasources duplicate',
  args: 'ID',
  summary: 'Another of the same kind, with its own port and password and without the data',
  options: { name: { type: 'string' } },
  optionHelp: ['--name NAME        its name (default: PROJECT-TYPE-N)'],
  async run(context) {
    const id = idArgument(context.positionals);
    const { name } = context.values;
    const body = typeof name === 'string' ? { name } : {};
    const { api } = await context.service();
    const params = { path: { id } };
    const url = '/api/datasources/{id}/duplicate';
    return shown(context, await dataOf(api.POST(url, { params, body })));
  },
};
