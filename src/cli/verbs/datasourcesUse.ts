import { dataOf } from '../../client/problemError.js';
import { idArgument } from '../arguments.js';
import { exitCodes, type Verb } from '../verb.js';

export const datasourcesUse: Verb = {
  name: 'datasources use',
  args: 'ID',
  summary: 'Write it into the project’s quantum.config.yaml, its password as a variable',
  async run({ service, positionals, output }) {
    const id = idArgument(positionals);
    const { api } = await service();
    const params = { path: { id } };
    const used = await dataOf(api.POST('/api/datasources/{id}/use', { params }));
    const { path, changed, variable } = used;
    output.result(used, [changed ? `${path} is written` : `${path} said all of it before`]);
    if (variable !== null) output.message(`Set ${variable} where the project is started.`);
    return exitCodes.ok;
  },
};
