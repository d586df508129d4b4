import { dataOf } from '../../client/problemError.js';
import { switchArgument } from '../arguments.js';
import { exitCodes, type Verb } from '../verb.js';

export const datasourcesPreparedVolumes: Verb = {
  name: 'datasources prepared-volumes',
  args: '[on|off]',
  summary: 'Prepare a volume for the next datasource of each image; off until switched on',
  async run({ service, positionals, output }) {
    const enabled = switchArgument(positionals);
    const { api } = await service();
    const url = '/api/datasources/prepared-volumes';
    const state = await dataOf(
      enabled === undefined ? api.GET(url) : api.PUT(url, { body: { enabled } }),
    );
    const volumes = state.volumes.map(({ image, state: at }) => `${image}: ${at}`);
    output.result(state, [state.enabled ? 'on' : 'off', ...volumes]);
    if (state.problem !== null) output.message(state.problem);
    return state.problem === null ? exitCodes.ok : exitCodes.failed;
  },
};
