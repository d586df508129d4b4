import { dataOf } from '../../client/problemError.js';
import { atMost } from '../arguments.js';
import { exitCodes, type Verb } from '../verb.js';

export const docker: Verb = {
  name: 'docker',
  summary: 'Where the Docker engine is and how its ports are reached; choose another one',
  options: { host: { type: 'string' }, 'connect-address': { type: 'string' } },
  optionHelp: [
    '--host URL              unix://, tcp://, https:// or ssh://; "" for the usual one',
    '--connect-address HOST  where its ports are connected to; "" for what follows from where it is',
  ],
  async run({ service, positionals, values, output }) {
    atMost(positionals, 0);
    const { api } = await service();
    const { host, 'connect-address': connectAddress } = values;
    if (typeof host === 'string' || typeof connectAddress === 'string') {
      const before = await dataOf(api.GET('/api/docker/settings'));
      const body = {
        host: typeof host === 'string' ? host || null : before.host,
        connectAddress:
          typeof connectAddress === 'string' ? connectAddress || null : before.connectAddress,
      };
      await dataOf(api.PUT('/api/docker/settings', { body }));
    }
    const info = await dataOf(api.GET('/api/docker/info'));
    const { available, address, source, version, connectWords } = info;
    output.result(info, [
      `${available ? `Docker ${version ?? ''}` : 'no answer'} at ${address} (${source})`,
      ...(connectWords === null ? [] : [`ports ${connectWords}`]),
    ]);
    if (info.problem !== null) output.message(`${info.problem} ${info.repair ?? ''}`.trimEnd());
    return available ? exitCodes.ok : exitCodes.failed;
  },
};
