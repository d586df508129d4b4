import { dataOf } from '../../client/problemError.js';
import { switchArgument } from '../arguments.js';
import { exitCodes, type Verb } from '../verb.js';

export const datasourcesServeByName: Verb = {
  name: 'datasources serve-by-name',
  args: '[on|off]',
  summary: 'Tell datasources by name on port 8000, for Quantum of 2025; off until switched on',
  async run({ service, positionals, output }) {
    const enabled = switchArgument(positionals);
    const { api } = await service();
    const url = '/api/datasources/by-name-server';
    const state = await dataOf(
      enabled === undefined ? api.GET(url) : api.PUT(url, { body: { enabled } }),
    );
    const { address, problem, repair } = state;
    output.result(state, [
      state.enabled ? `on: ${state.listening ? address : 'it does not listen'}` : 'off',
    ]);
    if (problem !== null) output.message(`${problem} ${repair ?? ''}`.trimEnd());
    return problem === null ? exitCodes.ok : exitCodes.failed;
  },
};
